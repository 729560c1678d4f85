using Waymark.Instruments.Tests.Apply;
using Xunit;

namespace Waymark.Instruments.Tests.Scoring;

public sealed class ScaleLoadTests
{
    private static readonly string Id = ScaleForm.Part("id", "\"valueString\": \"s\"");
    private static readonly string Title = ScaleForm.Part("title", "\"valueString\": \"Scale\"");
    private static readonly string Sum = ScaleForm.Part("combine", "\"valueCode\": \"sum\"");
    private static readonly string Q1 = ScaleForm.Part("item", "\"valueString\": \"q1\"");
    private static readonly string Q2 = ScaleForm.Part("item", "\"valueString\": \"q2\"");

    [Fact]
    public void Load_InstrumentWithoutScales_HasNone()
    {
        var result = ScaleSet.Load(Worry.Instrument);

        Assert.Empty(result.Issues);
        Assert.Empty(result.Value!.Scales);
    }

    [Fact]
    public void Load_Scale_IsRead()
    {
        var scale = Assert.Single(
            Worry
                .Loaded(
                    ScaleSet.Load(
                        ScaleForm.Load(
                            3,
                            ScaleForm.Scale(
                                3,
                                ScaleForm.Part("reversed", "\"valueString\": \"q2\""),
                                ScaleForm.Part("minimum-answered", "\"valueInteger\": 2"),
                                ScaleForm.Part("when-missing", "\"valueCode\": \"leave-out\""),
                                ScaleForm.Part("decimals", "\"valueInteger\": 2")
                            )
                        )
                    )
                )
                .Scales
        );

        Assert.Equal(
            ("s", "Scale", ScaleCombination.Sum),
            (scale.Id, scale.Title, scale.Combination)
        );
        Assert.Equal(
            (2, MissingItems.LeaveOut, 2),
            (scale.MinimumAnswered, scale.WhenMissing, scale.Decimals)
        );
        Assert.Equal(["q1", "q2", "q3"], scale.Items.Select(item => item.Item.LinkId));
        Assert.Equal([false, true, false], scale.Items.Select(item => item.Reversed));
        Assert.Equal((0m, 3m), (scale.Items[1].Lowest, scale.Items[1].Highest));
    }

    public static TheoryData<string, string[]> Broken() =>
        new()
        {
            { IssueCodes.MissingElement, [Title, Sum, Q1] },
            { IssueCodes.MissingElement, [Id, Sum, Q1] },
            { IssueCodes.MissingElement, [Id, Title, Q1] },
            { IssueCodes.MissingElement, [Id, Title, Sum] },
            {
                IssueCodes.MissingElement,
                [Id, Title, ScaleForm.Part("combine", "\"valueCode\": \"product\""), Q1]
            },
            {
                IssueCodes.UnknownQuestion,
                [Id, Title, Sum, ScaleForm.Part("item", "\"valueString\": \"q9\"")]
            },
            {
                IssueCodes.UnknownQuestion,
                [Id, Title, Sum, Q1, ScaleForm.Part("reversed", "\"valueString\": \"q2\"")]
            },
            { IssueCodes.DuplicateScaleItem, [Id, Title, Sum, Q1, Q1] },
            { IssueCodes.InvalidElement, [Id, Id, Title, Sum, Q1] },
            {
                IssueCodes.ScaleItemNotScorable,
                [Id, Title, Sum, ScaleForm.Part("item", "\"valueString\": \"text\"")]
            },
            {
                IssueCodes.ScaleItemNotScorable,
                [Id, Title, Sum, ScaleForm.Part("item", "\"valueString\": \"group\"")]
            },
            {
                IssueCodes.ScaleItemNotScorable,
                [Id, Title, Sum, ScaleForm.Part("item", "\"valueString\": \"again\"")]
            },
            {
                IssueCodes.ScaleItemNotScorable,
                [Id, Title, Sum, ScaleForm.Part("item", "\"valueString\": \"within\"")]
            },
            {
                IssueCodes.ScaleItemNotScorable,
                [Id, Title, Sum, ScaleForm.Part("item", "\"valueString\": \"unweighted\"")]
            },
            {
                IssueCodes.ScaleItemNotScorable,
                [
                    Id,
                    Title,
                    Sum,
                    ScaleForm.Part("item", "\"valueString\": \"number\""),
                    ScaleForm.Part("reversed", "\"valueString\": \"number\""),
                ]
            },
            {
                IssueCodes.InvalidElement,
                [Id, Title, Sum, Q1, Q2, ScaleForm.Part("minimum-answered", "\"valueInteger\": 3")]
            },
            {
                IssueCodes.InvalidElement,
                [Id, Title, Sum, Q1, ScaleForm.Part("decimals", "\"valueInteger\": -1")]
            },
            {
                IssueCodes.InvalidElement,
                [Id, Title, Sum, Q1, ScaleForm.Part("decimals", "\"valueInteger\": 11")]
            },
            {
                IssueCodes.ScaleMissingRule,
                [Id, Title, Sum, Q1, Q2, ScaleForm.Part("minimum-answered", "\"valueInteger\": 1")]
            },
            {
                IssueCodes.ScaleMissingRule,
                [
                    Id,
                    Title,
                    Sum,
                    Q1,
                    Q2,
                    ScaleForm.Part("when-missing", "\"valueCode\": \"pro-rate\""),
                ]
            },
            {
                IssueCodes.ScaleMissingRule,
                [
                    Id,
                    Title,
                    Sum,
                    Q1,
                    Q2,
                    ScaleForm.Part("minimum-answered", "\"valueInteger\": 0"),
                    ScaleForm.Part("when-missing", "\"valueCode\": \"pro-rate\""),
                ]
            },
            {
                IssueCodes.ScaleMissingRule,
                [
                    Id,
                    Title,
                    ScaleForm.Part("combine", "\"valueCode\": \"mean\""),
                    Q1,
                    Q2,
                    ScaleForm.Part("minimum-answered", "\"valueInteger\": 1"),
                    ScaleForm.Part("when-missing", "\"valueCode\": \"leave-out\""),
                ]
            },
            {
                IssueCodes.InvalidElement,
                [
                    Id,
                    Title,
                    Sum,
                    Q1,
                    Q2,
                    ScaleForm.Part("minimum-answered", "\"valueInteger\": 1"),
                    ScaleForm.Part("when-missing", "\"valueCode\": \"guess\""),
                ]
            },
            { IssueCodes.ScaleBandOrder, [Id, Title, Sum, Q1, Band(2), Band(2)] },
            {
                IssueCodes.MissingElement,
                [Id, Title, Sum, Q1, """{ "url": "band", "extension": [] }"""]
            },
        };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Load_ScaleThatCannotBeHonoured_IsRefused(string code, string[] parts)
    {
        const string others = """
            , { "linkId": "text", "type": "string", "text": "T" },
            { "linkId": "group", "type": "group", "text": "T", "item": [ { "linkId": "x", "type": "integer", "text": "T" } ] },
            { "linkId": "again", "type": "integer", "repeats": true, "text": "T" },
            { "linkId": "many", "type": "group", "repeats": true, "text": "T", "item": [ { "linkId": "within", "type": "integer", "text": "T" } ] },
            { "linkId": "unweighted", "type": "choice", "text": "T", "answerOption": [ { "valueCoding": { "code": "a", "display": "A" } } ] },
            { "linkId": "number", "type": "integer", "text": "T" }
            """;

        var result = ScaleSet.Load(ScaleForm.Load(2, ScaleForm.ScaleWith(parts), others));

        Assert.Contains(code, Worry.Errors(result).Select(error => error.Code));
        Assert.All(
            result.Issues,
            issue => Assert.StartsWith("extension[0]", issue.Path, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Load_TwoScalesOfOneId_IsRefused() =>
        Assert.Equal(
            [(IssueCodes.DuplicateScale, "extension[1]")],
            Worry.Errors(
                ScaleSet.Load(ScaleForm.Load(2, ScaleForm.Scale(1) + "," + ScaleForm.Scale(2)))
            )
        );

    private static string Band(int from) =>
        $$"""{ "url": "band", "extension": [ { "url": "from", "valueDecimal": {{from}} }, { "url": "label", "valueString": "L" } ] }""";
}
