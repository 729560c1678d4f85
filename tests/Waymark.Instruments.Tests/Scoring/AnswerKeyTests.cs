using FsCheck.Xunit;
using Waymark.Instruments.Tests.Apply;
using Xunit;

namespace Waymark.Instruments.Tests.Scoring;

public sealed class AnswerKeyTests
{
    private const string Options = """
        "answerOption": [ { "valueCoding": { "code": "a", "display": "A" } }, { "valueCoding": { "code": "b", "display": "B" } },
          { "valueCoding": { "code": "c", "display": "C" } }, { "valueCoding": { "code": "d", "display": "D" } } ]
        """;

    private static string Key(string value) =>
        $$"""{ "url": "{{AnswerKey.ExtensionUrl}}", {{value}} }""";

    private static string KeyOf(string code) =>
        Key($$""" "valueCoding": { "code": "{{code}}" } """);

    private static string Worth(string value) =>
        $$"""{ "url": "{{AnswerKey.WorthExtensionUrl}}", {{value}} }""";

    private static string Partly(string value = "true") =>
        $$"""{ "url": "{{AnswerKey.PartlyExtensionUrl}}", "valueBoolean": {{value}} }""";

    private static Instrument Load(params string[] items) =>
        Worry.Loaded(
            Instrument.Load(
                $$"""{ "resourceType": "Questionnaire", "url": "https://waymark.example/fhir/Questionnaire/key", "version": "1.0.0", "title": "Key", "status": "active", "item": [ {{string.Join(',', items)}} ] }"""
            )
        );

    private static string Item(string linkId, string type, string extensions, string more = "") =>
        $$"""{ "linkId": "{{linkId}}", "text": "Question", "type": "{{type}}", "extension": [ {{extensions}} ] {{(more.Length > 0 ? "," + more : "")}} }""";

    private static MarkSheet Mark(
        Instrument instrument,
        params (string LinkId, string[] Codes)[] answers
    )
    {
        var form = Form.Start(instrument, new EvaluationContext(DateTimeOffset.UnixEpoch));
        foreach (var (linkId, codes) in answers)
        {
            Assert.Empty(
                form.Set(
                    linkId,
                    [.. codes.Select(code => new CodingAnswer(null, code, null))]
                ).Issues
            );
        }

        return Worry.Loaded(AnswerKey.Load(instrument)).Mark(form);
    }

    [Theory]
    [InlineData("b", MarkVerdict.Right, 2)]
    [InlineData("c", MarkVerdict.Right, 2)]
    [InlineData("a", MarkVerdict.Wrong, 0)]
    public void Mark_OneAnswer_IsRightWhenItIsAnyOfTheKeys(
        string code,
        MarkVerdict verdict,
        int awarded
    )
    {
        var instrument = Load(
            Item(
                "q",
                "choice",
                $"{KeyOf("b")}, {KeyOf("c")}, {Worth("\"valueInteger\": 2")}",
                Options
            )
        );

        var sheet = Mark(instrument, ("q", [code]));

        var marked = Assert.Single(sheet.Answers);
        Assert.Equal((verdict, awarded), (marked.Verdict, marked.Awarded));
        Assert.Equal((awarded, 2m), (sheet.Awarded, sheet.Possible));
    }

    [Theory]
    [InlineData("ab", MarkVerdict.Right, 1)]
    [InlineData("ba", MarkVerdict.Right, 1)]
    [InlineData("a", MarkVerdict.Wrong, 0)]
    [InlineData("abc", MarkVerdict.Wrong, 0)]
    public void Mark_SeveralAnswers_AreRightOnlyWhenTheyAreAllTheKeysAndNoOther(
        string codes,
        MarkVerdict verdict,
        int awarded
    )
    {
        var instrument = Load(
            Item("q", "choice", $"{KeyOf("a")}, {KeyOf("b")}", "\"repeats\": true," + Options)
        );

        var marked = Assert.Single(
            Mark(instrument, ("q", [.. codes.Select(code => $"{code}")])).Answers
        );

        Assert.Equal((verdict, awarded), (marked.Verdict, marked.Awarded));
    }

    [Theory]
    [InlineData("ab", MarkVerdict.Right, 4)]
    [InlineData("a", MarkVerdict.PartlyRight, 2)]
    [InlineData("abc", MarkVerdict.PartlyRight, 2)]
    [InlineData("ac", MarkVerdict.Wrong, 0)]
    [InlineData("cd", MarkVerdict.Wrong, 0)]
    public void Mark_SeveralAnswersWithPartMarks_EarnRightOnesLessWrongOnes(
        string codes,
        MarkVerdict verdict,
        int awarded
    )
    {
        var instrument = Load(
            Item(
                "q",
                "choice",
                $"{KeyOf("a")}, {KeyOf("b")}, {Partly()}, {Worth("\"valueDecimal\": 4")}",
                "\"repeats\": true," + Options
            )
        );

        var marked = Assert.Single(
            Mark(instrument, ("q", [.. codes.Select(code => $"{code}")])).Answers
        );

        Assert.Equal((verdict, awarded), (marked.Verdict, marked.Awarded));
    }

    [Fact]
    public void Mark_NotAnswered_IsSaidAndStillPossible()
    {
        var sheet = Mark(Load(Item("q", "choice", KeyOf("a"), Options)));

        Assert.Equal(MarkVerdict.NotAnswered, Assert.Single(sheet.Answers).Verdict);
        Assert.Equal((0m, 1m), (sheet.Awarded, sheet.Possible));
    }

    [Fact]
    public void Mark_DisabledQuestion_IsNeitherEarnedNorPossible()
    {
        var instrument = Load(
            Item("q", "choice", KeyOf("a"), Options),
            Item(
                "more",
                "choice",
                KeyOf("b"),
                "\"enableWhen\": [ { \"question\": \"q\", \"operator\": \"=\", \"answerCoding\": { \"code\": \"a\" } } ],"
                    + Options
            )
        );

        var sheet = Mark(instrument, ("q", ["d"]));

        Assert.Equal(
            [MarkVerdict.Wrong, MarkVerdict.NotAsked],
            sheet.Answers.Select(answer => answer.Verdict)
        );
        Assert.Equal((0m, 1m), (sheet.Awarded, sheet.Possible));
    }

    [Theory]
    [InlineData("boolean", "\"valueBoolean\": true")]
    [InlineData("integer", "\"valueInteger\": 7")]
    [InlineData("decimal", "\"valueDecimal\": 0.5")]
    [InlineData("date", "\"valueDate\": \"2014-02-11\"")]
    [InlineData("time", "\"valueTime\": \"16:50:00\"")]
    public void Load_KeyOfTheItemsType_IsRead(string type, string value)
    {
        var key = Worry.Loaded(AnswerKey.Load(Load(Item("q", type, Key(value)))));

        var keyed = Assert.Single(key.Items);
        Assert.Equal((1m, false), (keyed.Worth, keyed.Partly));
        var form = Form.Start(key.Instrument, new EvaluationContext(DateTimeOffset.UnixEpoch));
        Assert.Empty(form.Set("q", keyed.Right).Issues);
        Assert.Equal(MarkVerdict.Right, Assert.Single(key.Mark(form).Answers).Verdict);
    }

    public static TheoryData<string, string> Broken() =>
        new()
        {
            { IssueCodes.AnswerKeyMismatch, Item("q", "choice", KeyOf("z"), Options) },
            {
                IssueCodes.AnswerKeyMismatch,
                Item("q", "choice", Key("\"valueString\": \"a\""), Options)
            },
            {
                IssueCodes.AnswerKeyMismatch,
                Item("q", "choice", $"{KeyOf("a")}, {KeyOf("a")}", Options)
            },
            { IssueCodes.AnswerKeyMismatch, Item("q", "integer", Key("\"valueBoolean\": true")) },
            { IssueCodes.AnswerKeyMismatch, Item("q", "string", Key("\"valueString\": \"word\"")) },
            {
                IssueCodes.AnswerKeyMissing,
                Item("q", "choice", Worth("\"valueInteger\": 2"), Options)
            },
            { IssueCodes.AnswerKeyMissing, Item("q", "choice", Partly("false"), Options) },
            {
                IssueCodes.InvalidElement,
                Item("q", "choice", $"{KeyOf("a")}, {Worth("\"valueInteger\": 0")}", Options)
            },
            {
                IssueCodes.InvalidElement,
                Item("q", "choice", $"{KeyOf("a")}, {Worth("\"valueString\": \"much\"")}", Options)
            },
            {
                IssueCodes.InvalidElement,
                Item("q", "choice", $"{KeyOf("a")}, {Partly()}", Options)
            },
            {
                IssueCodes.AnswerKeyMisplaced,
                $$"""{ "linkId": "g", "text": "G", "type": "group", "repeats": true, "item": [ {{Item("q", "choice", KeyOf("a"), Options)}} ] }"""
            },
        };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Load_KeyThatCannotBeHonoured_IsRefusedWithItsItem(string code, string item)
    {
        var result = AnswerKey.Load(Load(item));

        Assert.Equal([code], Worry.Errors(result).Select(error => error.Code));
        Assert.All(result.Issues, issue => Assert.Equal("q", issue.LinkId));
    }

    [Property]
    public void Mark_AnyAnswers_EarnFromNothingUpToWhatIsPossible(byte chosen)
    {
        var instrument = Load(
            Item(
                "q",
                "choice",
                $"{KeyOf("a")}, {KeyOf("c")}, {KeyOf("d")}, {Partly()}, {Worth("\"valueInteger\": 3")}",
                "\"repeats\": true," + Options
            )
        );
        string[] codes =
        [
            .. "abcd".Where((_, i) => (chosen >> i & 1) == 1).Select(code => $"{code}"),
        ];

        var sheet = Mark(instrument, ("q", codes));

        Assert.InRange(sheet.Awarded, 0, sheet.Possible);
        Assert.Equal(codes is ["a", "c", "d"], sheet.Awarded == sheet.Possible);
    }
}
