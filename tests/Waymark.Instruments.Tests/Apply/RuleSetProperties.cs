using FsCheck.Xunit;
using Xunit;

namespace Waymark.Instruments.Tests.Apply;

/// <summary>What holds of rules whatever was answered, and in whatever order.</summary>
public sealed class RuleSetProperties
{
    private static readonly RuleSet Rules = Worry.Rules(
        "%resource.repeat(item).where(linkId='a1').answer.value.code in ('yes' | 'suspected')",
        "%resource.repeat(item).where(linkId='age').answer.value < 13",
        "%resource.repeat(item).where(linkId='a1.date').answer.exists()",
        "%resource.repeat(item).where(linkId='contacts.known').answer.value contains false",
        "%here = 'yes' and %resource.repeat(item).where(linkId='age').answer.exists().not()",
        "true"
    );

    [Property]
    public void Apply_AnyAnswers_RestsOnExactlyWhatItsConditionsReadAndWasAnswered(int[] seed)
    {
        var form = Answered(seed);

        foreach (var applied in Rules.Apply(form))
        {
            var reads = applied.Rule.Reads.Select(item => item.LinkId).ToHashSet();
            var answered = form
                .Instrument.All.Where(item => reads.Contains(item.LinkId))
                .SelectMany(item => form.AllOccurrences(item.LinkId))
                .Where(path => form.IsEnabled(path) && form.Answers(path).Count > 0)
                .ToList();
            Assert.Equal(answered, applied.RestsOn.Select(answer => answer.Path));
            Assert.All(
                applied.RestsOn,
                answer => Assert.Equal(form.Answers(answer.Path), answer.Values)
            );
            Assert.Empty(applied.Unanswered.Intersect(answered));
        }
    }

    [Property]
    public void Apply_SameAnswersInAnotherOrder_SaysTheSame(int[] seed)
    {
        // One answer to each question; without the date, which is refused while the question it hangs on is not answered with yes.
        var distinct = seed.Select(one => one & int.MaxValue)
            .Where(one => one % Kinds != Kinds - 1)
            .DistinctBy(one => one % Kinds)
            .ToArray();

        Assert.Equal(Said(Answered(distinct)), Said(Answered([.. distinct.Reverse()])));
    }

    [Property]
    public void Apply_Reopened_SaysTheSame(int[] seed)
    {
        var form = Answered(seed);
        var reopened = Worry.Loaded(Form.Resume(form.Instrument, form.ToDraftJson(), form.Context));

        Assert.Equal(Said(form), Said(reopened));
    }

    [Property]
    public void Apply_AnswerThatNoConditionReads_ChangesNoOutcome(int[] seed, byte age)
    {
        var form = Answered(seed);
        var before = Rules.Apply(form);
        Assert.Empty(form.Set("age", [new IntegerAnswer(age)]).Issues);

        Assert.All(
            Rules
                .Apply(form)
                .Zip(before)
                .Where(pair => pair.First.Rule.Reads.All(item => item.LinkId != "age")),
            pair => Assert.Equal(pair.Second.Outcome, pair.First.Outcome)
        );
    }

    private const int Kinds = 5;
    private static readonly string[] Codes = ["yes", "suspected", "no"];

    private static Form Answered(int[] seed)
    {
        var form = Worry.Open(("a1", Worry.Code("yes")));
        foreach (var one in seed.Select(one => one & int.MaxValue))
        {
            var value = one / Kinds;
            _ = (one % Kinds) switch
            {
                0 => form.Set("a1", [Worry.Code(Codes[value % Codes.Length])]),
                1 => form.Set("age", [new IntegerAnswer(value % 19)]),
                2 => form.Set(
                    ItemPath.Parse("contacts[0]/contacts.known"),
                    [new BooleanAnswer(value % 2 == 0)]
                ),
                3 => form.Set(
                    ItemPath.Parse("contacts[1]/contacts.known"),
                    [new BooleanAnswer(value % 2 == 0)]
                ),
                // Refused while a1 is not yes, which is as good as not answering.
                _ => form.Set(
                    "a1.date",
                    value % 3 == 0 ? [] : [new DateAnswer(new PartialDate(2000 + value % 20))]
                ),
            };
        }

        return form;
    }

    private static List<string> Said(Form form) =>
        [
            .. Rules
                .Apply(form)
                .Select(applied =>
                    $"{applied.Rule.Id} {applied.Outcome} {string.Join(';', applied.RestsOn.Select(answer => $"{answer.Path}={string.Join(',', answer.Values)}"))}"
                ),
        ];
}
