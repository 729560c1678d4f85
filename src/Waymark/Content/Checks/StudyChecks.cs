using Waymark.Content.Reference;
using Waymark.Statistics;

namespace Waymark.Content.Checks;

/// <summary>Figures of others say where they are printed; what we worked out from them is worked out again; what was not found has no value.</summary>
internal static class StudyChecks
{
    private const string Studies = ContentLibrary.StudiesPath;
    private const string Denominators = ContentLibrary.DenominatorsPath;

    internal static IEnumerable<ContentIssue> Check(ContentLibrary library) =>
        [
            .. library.Studies.SelectMany(study => CheckStudy(library, study)),
            .. library.Denominators.Groups.SelectMany(group => CheckGroup(library, group)),
            .. library.Denominators.Sums.SelectMany(sum => CheckSum(library.Denominators, sum)),
        ];

    private static IEnumerable<ContentIssue> CheckStudy(
        ContentLibrary library,
        ReferenceStudy study
    )
    {
        IEnumerable<(string Item, IReadOnlyList<string> Sources)> cited =
        [
            (study.Id, study.Sources),
            .. study.Sectors.Select(sector => (sector.Code, sector.Sources)),
            .. study.CaseTypes.Select(type => (type.Topic, type.Sources)),
            .. study.Figures.SelectMany(figure =>
                figure.Variants.Select(variant => (figure.Id, variant.Sources))
            ),
        ];
        foreach (
            var issue in cited.SelectMany(entry =>
                ReferenceChecks.Cited(library, Studies, entry.Item, entry.Sources)
            )
        )
        {
            yield return issue;
        }

        if (
            study.Sectors.Count > 0
            && study.Sectors.Sum(sector => sector.Count) + study.Unallocated != study.Respondents
        )
        {
            yield return Wrong(
                Studies,
                study.Id,
                "The sectors and unallocated do not add up to respondents. Correct them, or say how many are unallocated."
            );
        }

        foreach (
            var issue in study.Figures.SelectMany(figure =>
                CheckFigure(library, study, figure).Concat(CheckDerived(study, figure))
            )
        )
        {
            yield return issue;
        }
    }

    private static IEnumerable<ContentIssue> CheckFigure(
        ContentLibrary library,
        ReferenceStudy study,
        StudyFigure figure
    )
    {
        if (figure.Status == FigureStatus.NotFound)
        {
            if (figure.Percent is not null || figure.Derived is not null)
            {
                yield return Wrong(
                    Studies,
                    figure.Id,
                    "It was not found and has a value all the same. Take the value away or cite its source."
                );
            }

            yield break;
        }

        if (figure.Percent is null or < 0 or > 100)
        {
            yield return Wrong(Studies, figure.Id, "Its percentage must be from 0 to 100.");
        }

        foreach (var issue in ReferenceChecks.Cited(library, Studies, figure.Id, figure.Sources))
        {
            yield return issue;
        }
    }

    private static IEnumerable<ContentIssue> CheckDerived(ReferenceStudy study, StudyFigure figure)
    {
        if (figure is not { Derived: { } derived, Percent: >= 0 and <= 100 })
        {
            yield break;
        }

        if (
            study.Respondents is not > 0
            || WilsonScore.Published((double)figure.Percent / 100, study.Respondents.Value)
                is not { Value: { } estimate }
        )
        {
            yield return Wrong(
                Studies,
                figure.Id,
                "Nothing can be derived from it while the number of respondents is not known."
            );
            yield break;
        }

        var count = (int)
            decimal.Round(
                figure.Percent.Value * study.Respondents.Value / 100,
                MidpointRounding.AwayFromZero
            );
        if (count != derived.Count)
        {
            yield return Wrong(
                Studies,
                figure.Id,
                $"Its derived count must be {count}, which is the percentage of {study.Respondents}."
            );
        }

        var (lower, upper) = (Percent(estimate.Interval.Lower), Percent(estimate.Interval.Upper));
        if ((lower, upper) != (derived.LowerPercent, derived.UpperPercent))
        {
            yield return Wrong(
                Studies,
                figure.Id,
                $"Its derived interval must be {lower} to {upper} (Wilson, 95%)."
            );
        }
    }

    private static IEnumerable<ContentIssue> CheckGroup(
        ContentLibrary library,
        DenominatorGroup group
    )
    {
        if (group.Status != FigureStatus.NotFound)
        {
            foreach (
                var issue in ReferenceChecks.Cited(library, Denominators, group.Id, group.Sources)
            )
            {
                yield return issue;
            }

            if (group.Values.Count == 0 || group.Date is null)
            {
                yield return new(
                    ContentCodes.ValueMissing,
                    Denominators,
                    group.Id,
                    null,
                    "It must give a number and the date it holds for, or say not-found."
                );
            }
        }
        else if (group.Values.Count > 0)
        {
            yield return Wrong(
                Denominators,
                group.Id,
                "It was not found and has a value all the same. Take the value away or cite its source."
            );
        }
    }

    private static IEnumerable<ContentIssue> CheckSum(Denominators all, DenominatorSum sum)
    {
        if (sum.Parts.Sum(part => all.Find(part, sum.Measure)) != all.Find(sum.Whole, sum.Measure))
        {
            yield return Wrong(
                Denominators,
                sum.Whole,
                $"Its {sum.Measure} is not the sum of {string.Join(", ", sum.Parts)}. One of the numbers is wrong."
            );
        }
    }

    private static decimal Percent(double share) => decimal.Round((decimal)share * 100, 1);

    private static ContentIssue Wrong(string file, string item, string text) =>
        new(ContentCodes.FigureWrong, file, item, null, text);
}
