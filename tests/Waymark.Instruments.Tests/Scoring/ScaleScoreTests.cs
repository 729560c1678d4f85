using FsCheck.Xunit;
using Waymark.Instruments.Tests.Apply;
using Xunit;

namespace Waymark.Instruments.Tests.Scoring;

public sealed class ScaleScoreTests
{
    private static readonly string ThreeOfFour = ScaleForm.Part(
        "minimum-answered",
        "\"valueInteger\": 3"
    );
    private static readonly string ProRate = ScaleForm.Part(
        "when-missing",
        "\"valueCode\": \"pro-rate\""
    );
    private static readonly string LeaveOut = ScaleForm.Part(
        "when-missing",
        "\"valueCode\": \"leave-out\""
    );

    private static ScaleScore Score(Instrument instrument, params int?[] values) =>
        Assert.Single(
            Worry.Loaded(ScaleSet.Load(instrument)).Score(ScaleForm.Open(instrument, values))
        );

    [Fact]
    public void Score_NoMissingRule_NeedsEveryItem()
    {
        var instrument = ScaleForm.Load(4, ScaleForm.Scale(4));

        Assert.Equal((ScaleScoreStatus.Complete, 6m), Outcome(Score(instrument, 0, 1, 2, 3)));
        var incomplete = Score(instrument, 0, 1, 2, null);
        Assert.Equal((ScaleScoreStatus.TooFewAnswered, null), Outcome(incomplete));
        Assert.Equal(["q4"], incomplete.Unanswered.Select(path => path.ToString()));
        Assert.Equal(
            ["q1", "q2", "q3"],
            incomplete.RestsOn.Select(answer => answer.Path.ToString())
        );
    }

    [Fact]
    public void Score_ProRate_TakesTheMeanOfTheOthersAndSaysSo()
    {
        var instrument = ScaleForm.Load(4, ScaleForm.Scale(4, ThreeOfFour, ProRate));

        Assert.Equal((ScaleScoreStatus.ProRated, 4m), Outcome(Score(instrument, 0, null, 1, 2)));
        Assert.Equal(
            (ScaleScoreStatus.TooFewAnswered, null),
            Outcome(Score(instrument, 3, null, null, 3))
        );
    }

    [Fact]
    public void Score_LeaveOut_SumsTheOthersAndSaysSo()
    {
        var instrument = ScaleForm.Load(4, ScaleForm.Scale(4, ThreeOfFour, LeaveOut));

        Assert.Equal((ScaleScoreStatus.Incomplete, 3m), Outcome(Score(instrument, 0, null, 1, 2)));
        Assert.Equal((ScaleScoreStatus.Complete, 3m), Outcome(Score(instrument, 0, 0, 1, 2)));
    }

    [Fact]
    public void Score_Mean_IsThatOfTheAnswered()
    {
        var mean = ScaleForm.ScaleWith(
            ScaleForm.Part("id", "\"valueString\": \"s\""),
            ScaleForm.Part("title", "\"valueString\": \"Scale\""),
            ScaleForm.Part("combine", "\"valueCode\": \"mean\""),
            ScaleForm.Part("item", "\"valueString\": \"q1\""),
            ScaleForm.Part("item", "\"valueString\": \"q2\""),
            ScaleForm.Part("item", "\"valueString\": \"q3\""),
            ScaleForm.Part("minimum-answered", "\"valueInteger\": 2"),
            ProRate,
            ScaleForm.Part("decimals", "\"valueInteger\": 1")
        );
        var instrument = ScaleForm.Load(3, mean);

        Assert.Equal((ScaleScoreStatus.Complete, 1.3m), Outcome(Score(instrument, 0, 1, 3)));
        Assert.Equal((ScaleScoreStatus.ProRated, 2m), Outcome(Score(instrument, 1, null, 3)));
    }

    [Fact]
    public void Score_WithoutDecimals_IsNotRounded()
    {
        var instrument = ScaleForm.Load(
            4,
            ScaleForm.Scale(4, ScaleForm.Part("minimum-answered", "\"valueInteger\": 2"), ProRate)
        );

        Assert.Equal(8m / 3, Score(instrument, 0, 1, 1, null).Value);
    }

    [Fact]
    public void Score_HalfWithDecimals_IsRoundedUpNotToEven()
    {
        var mean = ScaleForm.ScaleWith(
            ScaleForm.Part("id", "\"valueString\": \"s\""),
            ScaleForm.Part("title", "\"valueString\": \"Scale\""),
            ScaleForm.Part("combine", "\"valueCode\": \"mean\""),
            ScaleForm.Part("item", "\"valueString\": \"q1\""),
            ScaleForm.Part("item", "\"valueString\": \"q2\""),
            ScaleForm.Part("decimals", "\"valueInteger\": 0")
        );

        Assert.Equal(3m, Score(ScaleForm.Load(2, mean), 2, 3).Value);
        Assert.Equal(1m, Score(ScaleForm.Load(2, mean), 0, 1).Value);
    }

    [Fact]
    public void Score_ReversedItem_IsTurnedRoundWithinItsOptions()
    {
        var instrument = ScaleForm.Load(
            2,
            ScaleForm.Scale(2, ScaleForm.Part("reversed", "\"valueString\": \"q2\""))
        );

        Assert.Equal(1m + 3, Score(instrument, 1, 0).Value);
        Assert.Equal(1m + 0, Score(instrument, 1, 3).Value);
    }

    [Fact]
    public void Score_ReversedNumber_IsTurnedRoundWithinItsLimits()
    {
        const string pain = """
            , { "linkId": "pain", "text": "Pain from 1 to 10", "type": "integer", "extension": [
              { "url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 1 },
              { "url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": 10 } ] }
            """;
        var scale = ScaleForm.Scale(
            1,
            ScaleForm.Part("item", "\"valueString\": \"pain\""),
            ScaleForm.Part("reversed", "\"valueString\": \"pain\"")
        );
        var instrument = ScaleForm.Load(1, scale, pain);
        var form = ScaleForm.Open(instrument, 2);
        form.Set("pain", [new IntegerAnswer(4)]);

        Assert.Equal(
            2m + 7,
            Assert.Single(Worry.Loaded(ScaleSet.Load(instrument)).Score(form)).Value
        );
    }

    [Fact]
    public void Score_OptionWithoutWeight_CountsAsNotAnsweredAndIsNamed()
    {
        const string preferNot = """
            , { "linkId": "p", "text": "Private?", "type": "choice", "answerOption": [
              { "extension": [ { "url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 2 } ], "valueCoding": { "code": "two", "display": "Two" } },
              { "valueCoding": { "code": "skip", "display": "Prefer not to say" } } ] }
            """;
        var scale = ScaleForm.Scale(1, ScaleForm.Part("item", "\"valueString\": \"p\""));
        var instrument = ScaleForm.Load(1, scale, preferNot);
        var loaded = ScaleSet.Load(instrument);
        var form = ScaleForm.Open(instrument, 3);
        form.Set("p", [new CodingAnswer(null, "skip", null)]);

        Assert.Equal([IssueCodes.OptionWithoutWeight], loaded.Issues.Select(issue => issue.Code));
        var score = Assert.Single(loaded.Value!.Score(form));
        Assert.Equal((ScaleScoreStatus.TooFewAnswered, null), Outcome(score));
        Assert.Empty(score.Unanswered);
        Assert.Equal(["p"], score.WithoutValue.Select(answer => answer.Path.ToString()));
    }

    [Fact]
    public void Score_DisabledItem_IsNotAskedAndItsKeptAnswerNotCounted()
    {
        const string conditional = """
            , { "linkId": "q9", "text": "Conditional", "type": "integer",
                "enableWhen": [ { "question": "q1", "operator": "=", "answerCoding": { "system": "urn:options", "code": "o1" } } ] }
            """;
        var scale = ScaleForm.Scale(
            1,
            ScaleForm.Part("item", "\"valueString\": \"q9\""),
            ScaleForm.Part("minimum-answered", "\"valueInteger\": 1"),
            LeaveOut
        );
        var instrument = ScaleForm.Load(1, scale, conditional);
        var form = ScaleForm.Open(instrument, 1);
        form.Set("q9", [new IntegerAnswer(5)]);
        var scales = Worry.Loaded(ScaleSet.Load(instrument));
        Assert.Equal((ScaleScoreStatus.Complete, 6m), Outcome(Assert.Single(scales.Score(form))));

        form.Set("q1", [ScaleForm.Coding(2)]);

        var score = Assert.Single(scales.Score(form));
        Assert.Equal((ScaleScoreStatus.Incomplete, 2m), Outcome(score));
        Assert.Equal(["q9"], score.NotAsked.Select(path => path.ToString()));
    }

    [Fact]
    public void Band_IsTheLastThatBeginsAtOrBelowTheScore()
    {
        static string Band(string from, string label) =>
            $$"""{ "url": "band", "extension": [ { "url": "from", "valueDecimal": {{from}} }, { "url": "label", "valueString": "{{label}}" } ] }""";
        var instrument = ScaleForm.Load(
            2,
            ScaleForm.Scale(2, Band("2", "some"), Band("4.5", "much"))
        );

        Assert.Null(Score(instrument, 0, 1).Band);
        Assert.Equal("some", Score(instrument, 1, 1).Band!.Label);
        Assert.Equal("some", Score(instrument, 2, 2).Band!.Label);
        Assert.Equal("much", Score(instrument, 2, 3).Band!.Label);
        Assert.Null(Score(instrument, 2, null).Band);
    }

    [Property]
    public void Score_ProRated_LiesBetweenLowestAndHighestPossible(byte[] seed)
    {
        var instrument = ScaleForm.Load(
            6,
            ScaleForm.Scale(6, ScaleForm.Part("minimum-answered", "\"valueInteger\": 1"), ProRate)
        );
        var values = Values(seed, 6);
        var score = Score(instrument, values);

        Assert.Equal(values.Count(value => value is not null), score.Answered);
        Assert.Equal(score.Answered == 0, score.Value is null);
        if (score.Value is { } value)
        {
            var given = values.OfType<int>().ToList();
            Assert.InRange(value, given.Min() * 6m, given.Max() * 6m);
            Assert.Equal(score.Answered == 6, score.Status == ScaleScoreStatus.Complete);
        }
    }

    [Property]
    public void Score_EveryItemReversed_IsTheMirrorImage(byte[] seed)
    {
        var plain = ScaleForm.Load(5, ScaleForm.Scale(5));
        var turned = ScaleForm.Load(
            5,
            ScaleForm.Scale(
                5,
                [
                    .. Enumerable
                        .Range(1, 5)
                        .Select(i => ScaleForm.Part("reversed", $"\"valueString\": \"q{i}\"")),
                ]
            )
        );
        int?[] values = [.. Values(seed, 5).Select(value => value ?? 0)];

        Assert.Equal(15 - Score(plain, values).Value, Score(turned, values).Value);
    }

    private static int?[] Values(byte[] seed, int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => i < seed.Length && seed[i] % 5 < 4 ? seed[i] % 5 : (int?)null),
        ];

    private static (ScaleScoreStatus, decimal?) Outcome(ScaleScore score) =>
        (score.Status, score.Value);
}
