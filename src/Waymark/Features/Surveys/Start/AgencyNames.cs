using Waymark.Content.Surveys;
using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Surveys.Start;

/// <summary>The agencies that take part in a survey, as they are typed: one a line. Pure.</summary>
public static class AgencyNames
{
    /// <summary>The names, without white space around them and with single spaces in them; empty lines left out.</summary>
    public static IReadOnlyList<string> Read(string? typed) =>
        [
            .. (typed ?? "")
                .Split('\n')
                .Select(line =>
                    string.Join(
                        ' ',
                        line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                    )
                )
                .Where(name => name.Length > 0),
        ];

    /// <summary>What is wrong with names; null when nothing is.</summary>
    /// <param name="field">The form's field.</param>
    /// <param name="names">The names.</param>
    /// <param name="offered">The answers that the question offers beside them.</param>
    public static FieldError? Check(
        string field,
        IReadOnlyList<string> names,
        IEnumerable<string> offered
    ) =>
        names.Count is < NamedAgencies.Least or > NamedAgencies.Most
            ? new(
                field,
                $"Name {NamedAgencies.Least} to {NamedAgencies.Most} agencies, one on each line",
                "agencies-number"
            )
        : names.FirstOrDefault(name => name.Length > NamedAgencies.NameLength) is { } longest
            ? new(
                field,
                $"Shorten “{longest[..20]}…” to {NamedAgencies.NameLength} characters or fewer",
                "agency-too-long"
            )
        : names
            .Concat(offered)
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(same => same.Count() > 1)
            is { } twice
            ? new(field, $"“{twice.Key}” is there twice. Name each agency once", "agency-twice")
        : null;
}
