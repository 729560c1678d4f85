using Waymark.Features.Insight.Releasing;
using Waymark.Features.Surveys.Codebook;
using Waymark.Statistics.Disclosure;

namespace Waymark.Features.Insight.Reading;

/// <summary>One item that several agencies or professions rated: how many of each gave the answer that is most common over all.</summary>
/// <param name="Wording">The item.</param>
/// <param name="Answer">The answer most gave; null where there are too few to say.</param>
/// <param name="All">The share of everybody who gave it.</param>
/// <param name="Cells">The share in each group; null where there are too few to say.</param>
public sealed record RatedItem(
    string Wording,
    string? Answer,
    Figure? All,
    IReadOnlyList<Figure?> Cells
)
{
    /// <summary>Reads.</summary>
    public static RatedItem Of(
        ReleaseLedger ledger,
        SurveyColumn item,
        IReadOnlyList<PeopleGroup> groups
    )
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(groups);
        var table = ledger.Find(ReleaseWords.Answers(item.Name, ReleaseWords.Sector));
        var most =
            table is null || table.Total.Counts.All(count => count.IsHidden)
                ? -1
                : Enumerable
                    .Range(0, table.Answers.Length)
                    .MaxBy(i => table.Total.Counts[i].Rounded ?? -1);
        Figure? Share(ReleasedRow? row) =>
            row is not null && most >= 0 && table!.Share(row, most) is { } share
                ? Figure.Of(share)
                : null;
        return new(
            item.Wording,
            most < 0
                ? null
                : item.Question.Answers.Single(a => a.Code == table!.Answers[most]).Label,
            Share(table?.Total),
            [
                .. groups.Select(group =>
                    Share(table?.Rows.FirstOrDefault(row => row.Labels[0] == group.Code))
                ),
            ]
        );
    }
}
