using Waymark.Documents;
using Waymark.Features.Insight.Reading;
using Waymark.Features.Insight.Releasing;
using Waymark.Statistics;

namespace Waymark.Features.Insight.Report;

/// <summary>The released figures of a survey as a document for a board: the same figures as on the pages, and nothing else. Pure.</summary>
public static class BoardReport
{
    /// <summary>Its words and structure.</summary>
    /// <param name="results">What was released.</param>
    /// <param name="agency">Whose survey it is.</param>
    /// <param name="now">When the document is made.</param>
    public static Document Compose(Results results, string agency, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(results);
        return new()
        {
            Title = "Survey results: " + results.Evaluation.Name,
            MadeAt = now,
            PageHeader = $"Survey results\t{agency}",
            PageFooter = results.Evaluation.IsSynthetic
                ? $"Made up for a demo. Made {UkTime.Moment(now)} with Waymark."
                : $"Made {UkTime.Moment(now)} with Waymark.",
            Blocks =
            [
                .. MadeUp(results),
                .. Who(results),
                .. Needs(results),
                .. Beside2014(results),
                .. Changes(results),
                .. Managers(results),
                .. SelfEfficacy(results),
                .. Agreement(results),
                .. Methods(results),
            ],
        };
    }

    private static IEnumerable<Block> MadeUp(Results results) =>
        results.Evaluation.IsSynthetic
            ?
            [
                Paragraph.Of(
                    "These answers were made up for a demo. They say nothing of anyone.",
                    ParagraphRole.Warning
                ),
            ]
            : [];

    private static IEnumerable<Block> Who(Results results)
    {
        yield return new Heading(1, "Who answered");
        yield return Paragraph.Of(
            results.Figures.Counted is { } counted
                ? $"About {FigureWords.Count(counted)} people of the first wave are in the tables. They chose to answer; they stand for nobody but themselves."
                : "Too few people answered for a table."
        );
        if (results.Figures.LeftOut is not 0)
        {
            yield return Paragraph.Of(
                $"{(results.Figures.LeftOut is { } left ? $"About {FigureWords.Count(left)}" : "A few")} more named no {results.GroupedBy}, or one that too few share, and are in no table."
            );
        }

        if (results.HasChange)
        {
            yield return new Table(
                "People at each stage, to the nearest five",
                [new Column("Stage", 50), new Column("Answered", 25), new Column("Matched", 25)],
                [
                    .. results.Figures.Flow.Select(
                        (stage, i) =>
                            Row(
                                StageWords.Title(stage.Stage),
                                FigureWords.CountOrFew(stage.Answered),
                                i == 0 ? "" : FigureWords.CountOrFew(stage.Matched)
                            )
                    ),
                ]
            );
        }
    }

    private static IEnumerable<Block> Needs(Results results)
    {
        if (!results.HasNeeds)
        {
            yield break;
        }

        yield return new Heading(1, "Where the needs are");
        var table = results.NeedsBySector;
        if (!table.HasFigures)
        {
            yield return Paragraph.Of("Not enough people to say.");
            yield break;
        }

        foreach (var need in table.Needs)
        {
            yield return new Heading(2, need.Label);
            yield return new Table(
                need.Label,
                [new Column("Group", 60), new Column("Share (95% interval; people)", 40)],
                [
                    Row("Everybody", FigureWords.Share(need.All)),
                    .. need.Weighted is { } weighted
                        ?
                        [
                            Row(
                                $"Everybody, weighted by sector (worth {FigureWords.Count((int)Math.Round(weighted.Effective))} people)",
                                FigureWords.Share(weighted)
                            ),
                        ]
                        : Array.Empty<IReadOnlyList<Cell>>(),
                    .. table.Groups.Select(
                        (group, i) => Row(group.Label, FigureWords.Share(need.Cells[i]))
                    ),
                ]
            );
        }
    }

    private static IEnumerable<Block> Beside2014(Results results)
    {
        if (!results.HasBridge)
        {
            yield break;
        }

        yield return new Heading(1, "Beside the study of 2014");
        yield return BulletList.Of(Beside.Caveats);
        yield return new Table(
            "This survey beside the study of 2014",
            [
                new Column("What they said", 40),
                new Column("Published in 2014", 30),
                new Column("This survey", 30),
            ],
            [
                .. Beside
                    .Of(results)
                    .Select(pair =>
                        Row(
                            pair.Published.Label,
                            Beside.Printed(pair.Published),
                            FigureWords.Share(pair.Ours)
                        )
                    ),
            ]
        );
    }

    private static IEnumerable<Block> Changes(Results results)
    {
        if (!results.HasChange)
        {
            yield break;
        }

        yield return new Heading(1, "What the same people said later");
        yield return Paragraph.Of(StageWords.NoCause, ParagraphRole.Warning);
        foreach (var (later, words) in results.ClosedLater)
        {
            var sentences = results
                .AnswerChanges(later)
                .Select(entry =>
                    entry.Change is { } change
                        ? $"{entry.Wording} {change.Sentence(words)} Difference {FigureWords.Points(change.Difference.Value)} points ({FigureWords.Points(change.Difference.Lower)} to {FigureWords.Points(change.Difference.Upper)})."
                        : $"{entry.Wording} {FigureWords.TooFew}."
                )
                .Concat(
                    results
                        .Scales.SelectMany(score =>
                            score.Changes.Select(change => (score.Label, Change: change))
                        )
                        .Where(entry => entry.Change.Later == later)
                        .Select(entry =>
                            $"{entry.Label} (0 to 100) {StageWords.Sentence(entry.Change, words)}"
                        )
                )
                .ToList();
            if (sentences.Count > 0)
            {
                yield return new Heading(2, StageWords.Title(later));
                yield return BulletList.Of(sentences);
            }
        }
    }

    private static IEnumerable<Block> Managers(Results results)
    {
        if (results.ManagerAnswers is not { Count: > 0 } managers)
        {
            yield break;
        }

        yield return new Heading(1, "What managers said six to eight weeks later");
        yield return Paragraph.Of(ManagerAnswers.Caveat, ParagraphRole.Warning);
        foreach (var entry in managers)
        {
            yield return new Heading(2, entry.Question.Wording);
            if (entry.Rows.Count == 0)
            {
                yield return Paragraph.Of(FigureWords.TooFew + ".");
                continue;
            }

            if (entry.Question.OwnWording is not { } own)
            {
                yield return new Table(
                    "Managers: " + entry.Question.Wording,
                    [new Column("Answer", 60), new Column("Their managers", 40)],
                    [.. entry.Rows.Select(row => Row(row.Answer, FigureWords.Share(row.Managers)))]
                );
                continue;
            }

            yield return Paragraph.Of($"They themselves were asked: “{own}”");
            yield return new Table(
                "Managers: " + entry.Question.Wording,
                [
                    new Column("Answer", 30),
                    new Column("People themselves", 35),
                    new Column("Their managers", 35),
                ],
                [
                    .. entry.Rows.Select(row =>
                        Row(row.Answer, FigureWords.Share(row.Own), FigureWords.Share(row.Managers))
                    ),
                ]
            );
        }
    }

    private static IEnumerable<Block> SelfEfficacy(Results results)
    {
        if (!results.HasSelfEfficacy)
        {
            yield break;
        }

        yield return new Heading(1, "What people say they can do");
        yield return new Table(
            "Domains from 0 to 100 at the first wave",
            [new Column("Domain", 50), new Column("Mean", 25), new Column("Median", 25)],
            [
                .. results.Domains.Select(domain =>
                    Row(domain.Label, Score(domain.Mean), Score(domain.Median))
                ),
            ]
        );
        foreach (var (later, words) in results.ClosedLater)
        {
            var sentences = results
                .Domains.SelectMany(domain =>
                    domain.Changes.Select(change => (domain.Label, Change: change))
                )
                .Where(entry => entry.Change.Later == later)
                .Select(entry => $"{entry.Label}. {StageWords.Sentence(entry.Change, words)}")
                .ToList();
            if (sentences.Count > 0)
            {
                yield return new Heading(2, StageWords.Title(later));
                yield return BulletList.Of(sentences);
            }
        }
    }

    private static IEnumerable<Block> Agreement(Results results)
    {
        if (!results.HasAgreement)
        {
            yield break;
        }

        yield return new Heading(1, results.AgreementTitle);
        if (results.Figures.Agreement.Count == 0)
        {
            yield return Paragraph.Of("Not enough people to say.");
            yield break;
        }

        yield return Paragraph.Of("Agreement is not being right: all can agree on what is wrong.");
        yield return new Table(
            "Agreement over all steps of one case",
            [
                new Column("Group", 28),
                new Column("Raters", 12),
                new Column("Raw agreement", 20),
                new Column("Krippendorff’s alpha", 20),
                new Column("Gwet’s AC2", 20),
            ],
            [
                .. results.Figures.Agreement.Select(entry =>
                    Row(
                        results.GroupLabel(entry.Group),
                        FigureWords.Count(entry.Raters),
                        $"{FigureWords.Percent(entry.Raw.Value)} ({FigureWords.PercentInterval(entry.Raw)})",
                        Coefficient(entry.Alpha),
                        Coefficient(entry.Gwet)
                    )
                ),
            ]
        );
    }

    private static IEnumerable<Block> Methods(Results results)
    {
        yield return new Heading(1, "How to read this");
        yield return BulletList.Of([
            "Every figure has its 95% interval, the range in which the truth may well lie, and the number of people it rests on, to the nearest five.",
            "Small numbers are hidden, and so is whatever would give them away by subtraction. “Too few to say” does not mean that nothing was found.",
            $"Decided on {UkTime.Date(UkTime.DateOf(results.ReleasedAt))}, when the last wave in it had closed.",
            "Methods: " + string.Join("; ", MethodNames(results)) + ".",
        ]);
    }

    private static IEnumerable<string> MethodNames(Results results)
    {
        yield return Method.WilsonScoreFromRounded.Name;
        if (results.HasChange)
        {
            yield return Method.NewcombePaired.Name + ", from rounded counts";
            yield return Method.MeanChangeT.Name;
        }

        if (results.HasSelfEfficacy)
        {
            yield return Method.MeanT.Name;
            yield return Method.MedianOrderStatistics.Name;
        }

        if (results.HasAgreement)
        {
            yield return Method.KrippendorffAlpha.Name;
            yield return Method.GwetAc2.Name;
        }
    }

    private static string Score(Figure? figure) =>
        figure is null
            ? FigureWords.TooFew
            : $"{FigureWords.Score(figure.Value)} ({FigureWords.Score(figure.Lower)} to {FigureWords.Score(figure.Upper)}; of {FigureWords.Count(figure.People)})";

    private static string Coefficient(Figure? figure) =>
        figure is null
            ? "Not defined"
            : $"{FigureWords.Coefficient(figure.Value)} ({FigureWords.Coefficient(figure.Lower)} to {FigureWords.Coefficient(figure.Upper)})";

    private static IReadOnlyList<Cell> Row(params string[] cells) => [.. cells.Select(Cell.Of)];
}
