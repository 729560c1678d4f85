using System.Security.Cryptography;
using System.Text;

namespace Waymark.Tests.Features.Surveys.Anonymity;

/// <summary>
/// Somebody with the whole database and every line of the log, and without the key, who wants to know whose answers are whose. Each feature of
/// invitations is held against each feature of answers: their orders (place, writer, every column, first mention in the log), and whether one is a hash
/// of the other. How well the best pair of features does is compared with how well the same features do for pairings made by chance.
/// </summary>
internal static class Matcher
{
    private const int Permutations = 2000;

    /// <summary>What the attack came to.</summary>
    /// <param name="Correct">How many the best pair of features matched.</param>
    /// <param name="Best">Which features those are.</param>
    /// <param name="Chance">How often a pairing by chance looked at least as good; the smallest possible is 1 in 2001.</param>
    public sealed record Finding(int Correct, string Best, double Chance);

    /// <summary>Attacks.</summary>
    /// <param name="invitations">The rows of invitations, each with that of its invitee.</param>
    /// <param name="responses">The rows of answers.</param>
    /// <param name="truth">For each invitation which of the answers is its own.</param>
    /// <param name="log">Every line of the log.</param>
    public static Finding Attack(
        IReadOnlyList<(DumpedRow Invitation, DumpedRow Invitee)> invitations,
        IReadOnlyList<DumpedRow> responses,
        int[] truth,
        IReadOnlyList<string> log
    )
    {
        var n = truth.Length;
        var ofInvitations = Features([.. invitations.Select(i => i.Invitation)], "invitation", log)
            .Concat(Features([.. invitations.Select(i => i.Invitee)], "invitee", log))
            .ToList();
        var ofResponses = Features(responses, "response", log).ToList();
        List<(string Name, int[] A, int[] B)> pairs =
        [
            .. from a in ofInvitations
            from b in ofResponses
            select ($"{a.Name} ~ {b.Name}", a.Ranks, b.Ranks),
        ];
        var hashed = Hashed(invitations, responses);
        var names = pairs.ConvertAll(p => p.Name);
        var observed = Scores(truth);
        var best = Array.IndexOf(observed, observed.Max());
        var random = new Random(20261128);
        var atLeast = 0;
        for (var round = 0; round < Permutations; round++)
        {
            var shuffled = truth.ToArray();
            random.Shuffle(shuffled);
            if (Scores(shuffled).Max() >= observed[best] - 1e-12)
            {
                atLeast++;
            }
        }
        return new(
            best < pairs.Count ? Correct(pairs[best], truth) : hashed.Count(h => truth[h.I] == h.R),
            best < pairs.Count ? names[best] : "hash",
            (atLeast + 1.0) / (Permutations + 1)
        );

        double[] Scores(int[] pairing) =>
            [
                .. pairs.Select(p => Math.Abs(Correlation(p.A, p.B, pairing))),
                hashed.Count(h => pairing[h.I] == h.R) / (double)n,
            ];
    }

    /// <summary>Pairs the ranks, rising or falling, whichever goes better.</summary>
    private static int Correct((string Name, int[] A, int[] B) pair, int[] truth)
    {
        var n = truth.Length;
        var rising = Enumerable.Range(0, n).Count(i => pair.A[i] == pair.B[truth[i]]);
        var falling = Enumerable.Range(0, n).Count(i => pair.A[i] == n - 1 - pair.B[truth[i]]);
        return Math.Max(rising, falling);
    }

    /// <summary>Spearman's rank correlation.</summary>
    private static double Correlation(int[] a, int[] b, int[] pairing)
    {
        var n = a.Length;
        var mean = (n - 1) / 2.0;
        double sum = 0,
            square = 0;
        for (var i = 0; i < n; i++)
        {
            sum += (a[i] - mean) * (b[pairing[i]] - mean);
            square += (i - mean) * (i - mean);
        }
        return sum / square;
    }

    /// <summary>The orders of rows that have one: columns without two values, or with ties, give none.</summary>
    private static IEnumerable<(string Name, int[] Ranks)> Features(
        IReadOnlyList<DumpedRow> rows,
        string name,
        IReadOnlyList<string> log
    )
    {
        var text = string.Join('\n', log);
        List<(string Name, IReadOnlyList<string> Keys)> orders =
        [
            (
                "place",
                [
                    .. rows.Select(r =>
                        $"{r.Place + (decimal)long.MaxValue + 1:00000000000000000000}"
                    ),
                ]
            ),
            ("writer", [.. rows.Select(r => $"{r.Writer:D19}")]),
            .. rows[0]
                .Columns.Keys.Select(column =>
                    (column, (IReadOnlyList<string>)[.. rows.Select(r => r.Columns[column])])
                ),
            (
                "first mention of its id",
                [
                    .. rows.Select(r =>
                        $"{text.IndexOf(r.Columns["Id"], StringComparison.OrdinalIgnoreCase):D10}"
                    ),
                ]
            ),
        ];
        foreach (var (order, keys) in orders)
        {
            if (keys.Distinct().Count() == rows.Count)
            {
                var sorted = keys.Index().OrderBy(k => k.Item, StringComparer.Ordinal).ToList();
                var ranks = new int[rows.Count];
                for (var rank = 0; rank < sorted.Count; rank++)
                {
                    ranks[sorted[rank].Index] = rank;
                }
                yield return ($"{name} {order}", ranks);
            }
        }
    }

    /// <summary>Pairs in which a column of the answers is, or begins with, a plain hash of a column of the invitation.</summary>
    private static List<(int I, int R)> Hashed(
        IReadOnlyList<(DumpedRow Invitation, DumpedRow Invitee)> invitations,
        IReadOnlyList<DumpedRow> responses
    )
    {
        List<(int, int)> found = [];
        for (var i = 0; i < invitations.Count; i++)
        {
            HashSet<string> made = new(StringComparer.OrdinalIgnoreCase);
            foreach (
                var value in invitations[i]
                    .Invitation.Columns.Values.Concat(invitations[i].Invitee.Columns.Values)
                    .Where(v => v.Length >= 16)
            )
            {
                made.Add(value);
                foreach (var bytes in Readings(value))
                {
                    made.Add(Convert.ToHexString(bytes));
                    made.Add(Convert.ToHexString(SHA256.HashData(bytes)));
                    made.Add(Convert.ToHexString(SHA256.HashData(SHA256.HashData(bytes))));
                }
            }
            // What all share (the wave, the agency) tells nothing.
            for (var r = 0; r < responses.Count; r++)
            {
                if (
                    responses[r]
                        .Columns.Where(c => c.Key is "Id" or "MatchHash" or "Json")
                        .Any(c => made.Contains(c.Value))
                )
                {
                    found.Add((i, r));
                }
            }
        }
        return found;
    }

    private static IEnumerable<byte[]> Readings(string value)
    {
        yield return Encoding.UTF8.GetBytes(value);
        yield return Encoding.UTF8.GetBytes(value.ToLowerInvariant());
        if (Guid.TryParse(value, out var id))
        {
            yield return id.ToByteArray();
            yield return id.ToByteArray(bigEndian: true);
        }
        else if (value.Length % 2 == 0 && value.All(char.IsAsciiHexDigit))
        {
            yield return Convert.FromHexString(value);
        }
    }
}
