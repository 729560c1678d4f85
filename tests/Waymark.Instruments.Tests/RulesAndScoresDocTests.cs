using Waymark.Instruments.Tests.Apply;
using Xunit;

namespace Waymark.Instruments.Tests;

/// <summary>The examples in <c>docs/rules-and-scores.md</c> do what the page says.</summary>
public sealed class RulesAndScoresDocTests
{
    private static readonly string Page = File.ReadAllText(
            Path.Combine(Approved.Root, "docs/rules-and-scores.md")
        )
        .ReplaceLineEndings("\n");

    private static readonly Instrument Example = Worry.Loaded(
        Instrument.Load(Block("questionnaire"))
    );

    [Fact]
    public void Questionnaire_OfThePage_LoadsWithoutAnyIssue()
    {
        Assert.Empty(Instrument.Load(Block("questionnaire")).Issues);
        Assert.Empty(ScaleSet.Load(Example).Issues);
        Assert.Empty(AnswerKey.Load(Example).Issues);
    }

    [Fact]
    public void Rules_OfThePage_Apply()
    {
        var rules = RuleSet.Load(Block("rules"), Example);
        Assert.Empty(rules.Issues);

        var applied = Assert.Single(rules.Value!.Apply(Answered()));

        Assert.Equal(RuleOutcome.Applies, applied.Outcome);
        Assert.Equal(
            ["falling-asleep", "waking-up"],
            applied.RestsOn.Select(answer => answer.Path.ToString())
        );
    }

    [Fact]
    public void Scale_OfThePage_ProRatesAndReverses()
    {
        var form = Answered();
        var scales = Worry.Loaded(ScaleSet.Load(Example));

        // Often counts 2 and waking up 3; the third is taken to have their mean: 5 × 3 ÷ 2.
        var score = Assert.Single(scales.Score(form));
        Assert.Equal(
            (ScaleScoreStatus.ProRated, 7.5m, "much"),
            (score.Status, score.Value, score.Band?.Label)
        );

        form.Set("rested", [new IntegerAnswer(4)]);
        Assert.Equal(
            (ScaleScoreStatus.Complete, 2m + 3 + (0 + 5 - 4)),
            (scales.Score(form)[0].Status, scales.Score(form)[0].Value)
        );
    }

    [Fact]
    public void Key_OfThePage_GivesRightOnesLessWrongOnes()
    {
        var form = Answered();
        form.Set("quiz", [new CodingAnswer(null, "listen", null)]);
        var key = Worry.Loaded(AnswerKey.Load(Example));
        Assert.Equal((2m, 2m), (key.Mark(form).Awarded, key.Mark(form).Possible));

        form.Set(
            "quiz",
            [new CodingAnswer(null, "listen", null), new CodingAnswer(null, "secret", null)]
        );
        Assert.Equal((0m, 2m), (key.Mark(form).Awarded, key.Mark(form).Possible));
    }

    [Fact]
    public void Map_OfThePage_CarriesAnswersToTheNextVersion()
    {
        var next = Worry.Loaded(
            Instrument.Load(
                Block("questionnaire").Replace("\"1.0.0\"", "\"1.1.0\"", StringComparison.Ordinal)
            )
        );
        var map = MigrationMap.Load(Block("map"), Example, next);
        Assert.Empty(map.Issues);

        var migrated = map.Value!.Migrate(
            Answered(),
            new EvaluationContext(DateTimeOffset.UnixEpoch)
        );

        Assert.Empty(migrated.Issues);
        Assert.Equal([new IntegerAnswer(3)], migrated.Form.Answers("waking-up"));
    }

    private static Form Answered()
    {
        var form = Form.Start(Example, new EvaluationContext(DateTimeOffset.UnixEpoch));
        Assert.Empty(form.Set("falling-asleep", [new CodingAnswer(null, "often", null)]).Issues);
        Assert.Empty(form.Set("waking-up", [new IntegerAnswer(3)]).Issues);
        return form;
    }

    private static string Block(string name) => Page.Split($"```json {name}\n")[1].Split("```")[0];
}
