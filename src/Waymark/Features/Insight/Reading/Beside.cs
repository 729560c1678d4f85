using Waymark.Content.Reference;
using Waymark.Features.Insight.Releasing;

namespace Waymark.Features.Insight.Reading;

/// <summary>Figures of a survey beside those of the study of 2014. Pure.</summary>
public static class Beside
{
    /// <summary>What must be read before the figures.</summary>
    public static IReadOnlyList<string> Caveats { get; } =
    [
        "Different sampling: then people were reached by safeguarding mailing routes, now by your invitations. In both, people chose to answer.",
        "Different wording: the questions of 2014 are not published. Ours are a bridge, not the original instrument.",
        "More than ten years apart.",
        "So this describes two surveys side by side. It does not show a change.",
    ];

    /// <summary>Each published figure whose topic was asked, with everybody's share in this survey.</summary>
    public static IReadOnlyList<(StudyFigure Published, Figure? Ours)> Of(Results results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var needs = results.NeedsBySector.Needs;
        return
        [
            .. results
                .Study.Figures.Select(figure =>
                    (Published: figure, Need: needs.FirstOrDefault(n => n.Topic == figure.Topic))
                )
                .Where(pair => pair.Need is not null)
                .Select(pair => (pair.Published, pair.Need!.All)),
        ];
    }

    /// <summary>The published figure with its interval as if it had been a simple random sample; null where there is no figure.</summary>
    public static Figure? Published(StudyFigure figure, int people)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure is { Percent: { } percent, Derived: { } derived }
            ? new(
                (double)percent / 100,
                (double)derived.LowerPercent / 100,
                (double)derived.UpperPercent / 100,
                people,
                people,
                Statistics.Method.WilsonScore.Name
            )
            : null;
    }

    /// <summary>The figure as published, with how else it was printed.</summary>
    public static string Printed(StudyFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var percent = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{figure.Percent:0.#}%"
        );
        return figure.Variants.Count == 0
            ? percent
            : $"{percent} (also printed as {string.Join(", ", figure.Variants.Select(v => v.AsPrinted).Distinct())})";
    }
}
