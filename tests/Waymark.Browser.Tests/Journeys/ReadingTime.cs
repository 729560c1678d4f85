using System.Globalization;
using System.Text;

namespace Waymark.Browser.Tests.Journeys;

/// <summary>
/// How long a walk takes a person, worked out from what is on the screens: every text that can be seen above the button
/// pressed is read at 200 words a minute, a text that stood on an earlier screen in the same words ("Yes", "Why we ask") is
/// not read again, every choice takes 2 seconds, and words are typed at 40 a minute. It is a model, not a measurement: the
/// same screens give the same time on every machine.
/// </summary>
internal sealed class ReadingTime
{
    private const double WordsReadPerMinute = 200;
    private const double WordsTypedPerMinute = 40;
    private static readonly TimeSpan s_choice = TimeSpan.FromSeconds(2);

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<(string Screen, int Read, int Choices, int Typed)> _screens = [];

    /// <summary>How many screens were seen.</summary>
    public int Screens => _screens.Count;

    /// <summary>The time for all of them.</summary>
    public TimeSpan Total =>
        _screens.Aggregate(TimeSpan.Zero, (sum, s) => sum + Of(s.Read, s.Choices, s.Typed));

    /// <summary>Adds a screen.</summary>
    /// <param name="screen">What to call it.</param>
    /// <param name="texts">The texts on it, of which those not met before are read.</param>
    /// <param name="choices">Choices made: radios, and the button or link that leads on.</param>
    /// <param name="typed">Words typed.</param>
    public void Add(string screen, IEnumerable<string> texts, int choices, int typed = 0) =>
        _screens.Add(
            (
                screen,
                texts
                    .Select(Visit.Fold)
                    .Where(_known.Add)
                    .Sum(t => t.Length == 0 ? 0 : t.Split(' ').Length),
                choices,
                typed
            )
        );

    /// <summary>The screens as a table.</summary>
    public override string ToString()
    {
        var table = new StringBuilder("| screen | words read | choices | words typed | time |\n");
        table.Append("|---|--:|--:|--:|--:|\n");
        foreach (var (screen, read, choices, typed) in _screens)
        {
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {screen} | {read} | {choices} | {typed} | {Of(read, choices, typed):m\\:ss} |\n"
            );
        }
        return table
            .Append(
                CultureInfo.InvariantCulture,
                $"| **{Screens} screens** | {_screens.Sum(s => s.Read)} | {_screens.Sum(s => s.Choices)} | {_screens.Sum(s => s.Typed)} | **{Total:m\\:ss}** |"
            )
            .ToString();
    }

    private static TimeSpan Of(int read, int choices, int typed) =>
        TimeSpan.FromMinutes((read / WordsReadPerMinute) + (typed / WordsTypedPerMinute))
        + (choices * s_choice);
}
