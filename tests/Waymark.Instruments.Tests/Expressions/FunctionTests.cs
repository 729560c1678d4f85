using System.Globalization;
using Waymark.Instruments.Behavior;
using Waymark.Instruments.Expressions;
using Xunit;

namespace Waymark.Instruments.Tests.Expressions;

/// <summary>What each function of FHIRPath gives, by the examples of its specification and the points at which engines differ.</summary>
public sealed class FunctionTests
{
    private static readonly Form Form = MakeForm();

    private static readonly (string Expression, string Expected)[] Examples =
    [
        // existence
        ("{}.empty()", "true"),
        ("1.empty()", "false"),
        ("(1|2).exists()", "true"),
        ("(1|2).exists($this > 2)", "false"),
        ("(1|2|3).all($this > 0)", "true"),
        ("{}.all($this > 0)", "true"),
        ("(true|false).allTrue()", "false"),
        ("(true|false).anyTrue()", "true"),
        ("(true|false).allFalse()", "false"),
        ("(true|false).anyFalse()", "true"),
        ("(1|2).subsetOf(1|2|3)", "true"),
        ("(1|2|3).supersetOf(1|4)", "false"),
        ("(1|2).count()", "2"),
        ("(1.combine(1)).distinct()", "1"),
        ("(1.combine(1)).isDistinct()", "false"),
        ("true.not()", "false"),
        ("{}.not()", ""),
        ("1.hasValue()", "true"),
        ("(1|2).hasValue()", "false"),
        ("1.getValue()", "1"),
        ("(1|2).trace('x')", "1, 2"),
        // filtering, subsetting, combining
        ("(1|2|3).where($this > 1)", "2, 3"),
        ("('a'|'b').select($this & '!')", "'a!', 'b!'"),
        ("('a'|'b'|'c').where($index = 1)", "'b'"),
        ("(1|2).select(iif($this = 1, 'one', 'other'))", "'one', 'other'"),
        ("iif(false, 1)", ""),
        ("iif({}, 1, 2)", "2"),
        ("(1|2|3).aggregate($this + $total, 0)", "6"),
        ("(3|1|2).aggregate(iif($total.empty(), $this, iif($this < $total, $this, $total)))", "1"),
        ("(1|'a'|true).ofType(Integer)", "1"),
        ("1 is Integer", "true"),
        ("1.is(System.Integer)", "true"),
        ("'a' as String", "'a'"),
        ("(1|'a').as(String)", "'a'"),
        ("1.single()", "1"),
        ("(1|2).single()", "fault"),
        ("(1|2|3).first()", "1"),
        ("(1|2|3).last()", "3"),
        ("(1|2|3).tail()", "2, 3"),
        ("(1|2|3).skip(2)", "3"),
        ("(1|2|3).take(2)", "1, 2"),
        ("(1|2|3)[1]", "2"),
        ("(1|2|3)[9]", ""),
        ("(1|2|3).take(-1)", ""),
        ("(1|2|3).intersect(2|3|4)", "2, 3"),
        ("(1|2|3).exclude(2)", "1, 3"),
        ("(1|2).union(2|3)", "1, 2, 3"),
        ("(1|2).combine(2|3)", "1, 2, 2, 3"),
        ("{}.combine(1)", "1"),
        ("1 | 1", "1"),
        ("%resource.repeat(item).linkId", "'s', 'c', 'q', 'n'"),
        ("%resource.children().count()", "4"),
        ("%resource.item.first().children().count()", "2"),
        ("%resource.descendants().where(linkId = 'n').answer.value", "7"),
        ("%resource.item.first().extension('http://x')", ""),
        // conversions
        ("'true'.toBoolean()", "true"),
        ("'maybe'.toBoolean()", ""),
        ("1.toBoolean()", "true"),
        ("'y'.convertsToBoolean()", "true"),
        ("'12'.toInteger()", "12"),
        ("'1.5'.toInteger()", ""),
        ("'x'.convertsToInteger()", "false"),
        ("true.toInteger()", "1"),
        ("'1.5'.toDecimal()", "1.5"),
        ("3.toDecimal()", "3"),
        ("'1.5'.convertsToDecimal()", "true"),
        ("1.5.toString()", "'1.5'"),
        ("true.toString()", "'true'"),
        ("@2024-02.toString()", "'2024-02'"),
        ("(1 'mg').toString()", "'1 \\'mg\\''"),
        ("1.convertsToString()", "true"),
        ("'2024-02-29'.toDate()", "2024-02-29"),
        ("'2023-02-29'.toDate()", ""),
        ("'2024'.convertsToDate()", "true"),
        ("@2024-02-29T10:00:00Z.toDate()", "2024-02-29"),
        ("'2024-02-29T10:00:00Z'.toDateTime()", "2024-02-29T10:00:00Z"),
        ("@2024.toDateTime()", "2024"),
        ("'x'.convertsToDateTime()", "false"),
        ("'10:30'.toTime()", "10:30"),
        ("'25:00'.convertsToTime()", "false"),
        ("'5 \\'mg\\''.toQuantity()", "5 'mg'"),
        ("'3 days'.toQuantity()", "3 day"),
        ("(1 'kg').toQuantity('g')", "1000 'g'"),
        ("'5 apples'.convertsToQuantity()", "false"),
        ("5.convertsToQuantity()", "true"),
        // text
        ("'abc'.length()", "3"),
        ("'abc'.upper()", "'ABC'"),
        ("'ABC'.lower()", "'abc'"),
        ("' a '.trim()", "'a'"),
        ("'ab'.toChars()", "'a', 'b'"),
        ("'abc'.startsWith('ab')", "true"),
        ("'abc'.endsWith('ab')", "false"),
        ("'abc'.contains('b')", "true"),
        ("'abc'.indexOf('c')", "2"),
        ("'abc'.indexOf('x')", "-1"),
        ("'abca'.lastIndexOf('a')", "3"),
        ("'abc'.replace('b', 'xx')", "'axxc'"),
        ("'abc'.replace('', '-')", "'-a-b-c-'"),
        ("'a,b'.split(',')", "'a', 'b'"),
        ("('a'|'b').join('-')", "'a-b'"),
        ("('a'|'b').join()", "'ab'"),
        ("'abc'.substring(1)", "'bc'"),
        ("'abc'.substring(1, 1)", "'b'"),
        ("'abc'.substring(5)", ""),
        ("'abc'.substring(-1)", ""),
        ("'ab'.encode('hex')", "'6162'"),
        ("'6162'.decode('hex')", "'ab'"),
        ("'ab'.encode('base64')", "'YWI='"),
        ("'zz'.decode('hex')", ""),
        ("'<a>'.escape('html')", "'&lt;a&gt;'"),
        ("'&lt;'.unescape('html')", "'<'"),
        ("'abc'.matches('b')", "true"),
        ("'abc'.matchesFull('b')", "false"),
        ("'abc'.matchesFull('a.c')", "true"),
        ("'a1b2'.replaceMatches('[0-9]', '')", "'ab'"),
        ("'abc'.matches('([')", "fault"),
        ("'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.matchesFull('(a+)+')", "false"),
        ("'a' + {}", ""),
        ("'a' & {}", "'a'"),
        ("{} & {}", "''"),
        // numbers
        ("(-5).abs()", "5"),
        ("1.1.ceiling()", "2"),
        ("(-1.1).floor()", "-2"),
        ("1.9.truncate()", "1"),
        ("2.5.round()", "3"),
        ("3.14159.round(3)", "3.142"),
        ("(-2.5).round()", "-3"),
        ("0.exp()", "1"),
        ("1.ln()", "0"),
        ("16.log(2)", "4"),
        ("2.power(3)", "8"),
        ("(-1).power(0.5)", ""),
        ("81.sqrt()", "9"),
        ("(-1).sqrt()", ""),
        ("(1|2|3).sum()", "6"),
        ("{}.sum()", ""),
        ("(1|2|3).min()", "1"),
        ("(1|2|3).max()", "3"),
        ("(1|2).avg()", "1.5"),
        ("('b'|'a').min()", "'a'"),
        ("(0.1|0.2).sum()", "0.3"),
        ("7 div 2", "3"),
        ("7 mod 2", "1"),
        ("7 / 2", "3.5"),
        ("7 / 0", ""),
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("-2 + 3", "1"),
        ("2147483647 + 1", ""),
        ("1 + 'a'", "fault"),
        ("(1|2) + 1", "fault"),
        // equality and order
        ("1 = 1.0", "true"),
        ("1 = {}", ""),
        ("(1|2) = (1|2)", "true"),
        ("(1|2) = (2|1)", "false"),
        ("(1|2) ~ (2|1)", "true"),
        ("'Ab c' ~ 'ab  C'", "true"),
        ("{} ~ {}", "true"),
        ("1 != 2", "true"),
        ("1 !~ 1", "false"),
        ("'a' < 'b'", "true"),
        ("1 < 'a'", "fault"),
        ("1 < {}", ""),
        ("2 in (1|2)", "true"),
        ("(1|2) contains 3", "false"),
        ("{} in (1|2)", ""),
        ("true and {}", ""),
        ("false and {}", "false"),
        ("true or {}", "true"),
        ("true xor true", "false"),
        ("false implies {}", "true"),
        ("{} implies true", "true"),
        ("{} implies false", ""),
        // dates, times and quantities
        ("@2024-01-31 + 1 month", "2024-02-29"),
        ("@2024-03-01 - 1 day", "2024-02-29"),
        ("@T10:30 + 1 month", "fault"),
        ("@2024-01-01 + 1 'kg'", "fault"),
        ("@9999-12-31 + 1 day", ""),
        ("@2024 + 1 year", "2025"),
        ("@2024-01 = @2024-01-01", ""),
        ("@2024-01 < @2024-02-01", "true"),
        ("@2024-01-01T10:00:00Z = @2024-01-01T11:00:00+01:00", "true"),
        ("@T10:30 < @T11:00", "true"),
        ("@2024-01-01T10 = @2024-01-01T10:00", ""),
        ("@2024-06-01 > @2024", ""),
        ("today()", "2026-11-24"),
        ("now() = now()", "true"),
        ("timeOfDay()", "12:00:00"),
        ("1 'kg' = 1000 'g'", "true"),
        ("1 'kg' > 999 'g'", "true"),
        ("1 'kg' > 1 'm'", ""),
        ("1 'kg' + 500 'g'", "1.5 'kg'"),
        ("2 'kg' * 3", "6 'kg'"),
        ("1 day = 24 hours", "true"),
        ("1.type()", "'System.Integer'"),
        // questionnaires
        ("%resource.item.where(linkId='c').answer.weight()", "3"),
        ("%resource.item.where(linkId='c').answer.value.ordinal()", "3"),
        ("%resource.item.where(linkId='c').answers().value.code", "'x'"),
        ("%resource.item.where(linkId='q').answer.value.value", "2.5"),
        ("%resource.item.where(linkId='q').answer.value > 2 'kg'", "true"),
        ("%resource.item.where(linkId='s').answer.valueString", "'text'"),
        ("%ucum", "'http://unitsofmeasure.org'"),
        ("%questionnaire.item.count()", "4"),
        ("QuestionnaireResponse.item.count()", "4"),
        // syntax
        ("'it\\'s'", "'it\\'s'"),
        ("'\\u0041'", "'A'"),
        ("1 // comment", "1"),
        ("/* a */ 2", "2"),
        ("`item`.count()", "4"),
        ("$this.item.count()", "4"),
    ];

    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (expression, expected) in Examples)
            {
                data.Add(expression, expected);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Expression_Gives(string expression, string expected)
    {
        Assert.Equal(expected.Replace("\\'", "'", StringComparison.Ordinal), Evaluate(expression));
    }

    [Fact]
    public void Examples_NameEveryFunction()
    {
        var missing = SupportTable.Functions.Where(name =>
            !Examples.Any(example =>
                example.Expression.Contains(name + "(", StringComparison.Ordinal)
            )
        );
        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("1 +", 4)]
    [InlineData("(1", 3)]
    [InlineData("a..b", 3)]
    [InlineData("'abc", 1)]
    [InlineData("'\\d'", 2)]
    [InlineData("@2024-13-01", 1)]
    [InlineData("1 2", 3)]
    [InlineData("$that", 1)]
    [InlineData("#", 1)]
    [InlineData("", 1)]
    [InlineData("/* open", 1)]
    public void Parse_BrokenText_SaysWhere(string expression, int character)
    {
        var exception = Assert.Throws<FhirPathSyntaxException>(() => Parser.Parse(expression));
        Assert.Equal(character, exception.Position + 1);
    }

    [Theory]
    [InlineData("(", 5000)]
    [InlineData("-", 5000)]
    [InlineData("a.", 5000)]
    [InlineData("1+", 5000)]
    [InlineData("a[", 5000)]
    [InlineData("f(", 5000)]
    public void Parse_VeryDeepText_IsRefusedAndDoesNoHarm(string part, int times)
    {
        Assert.Throws<FhirPathSyntaxException>(() =>
            Parser.Parse(string.Concat(Enumerable.Repeat(part, times)) + "1")
        );
    }

    [Fact]
    public void Evaluate_BeyondItsBudget_IsAnIssue()
    {
        var form = Form.Start(
            Form.Instrument,
            new EvaluationContext(Form.Context.Now, null, StepBudget: 1000)
        );
        var expression = CompiledExpression
            .Compile(
                "(1|2|3|4|5|6|7|8|9).select(('a'|'b'|'c'|'d').select((1|2|3|4|5|6).select((1|2|3|4).count()))).count() > 0",
                Form.Instrument
            )
            .Value!;
        var result = expression.Evaluate(form);
        Assert.Equal(IssueCodes.BudgetExceeded, result.Issue?.Code);
        Assert.Null(result.Truth);
        Assert.Null(expression.Evaluate(Form).Issue);
    }

    [Fact]
    public void Compile_TellsWhatItReads()
    {
        var expression = CompiledExpression
            .Compile(
                "%resource.item.where(linkId='c').answer.value.code = 'x' and %resource.item.answer.exists()",
                Form.Instrument
            )
            .Value!;
        Assert.Equal(["c"], expression.Names);
        Assert.Equal(["s", "c", "q", "n"], expression.DependsOn);
        Assert.True(expression.Evaluate(Form).Truth);
        Assert.Equal(
            ["expression-unknown-link-id"],
            CompiledExpression
                .Compile("%resource.item.where(linkId='zz')", Form.Instrument)
                .Issues.Select(issue => issue.Code)
        );
    }

    private static Form MakeForm()
    {
        var instrument = Instrument
            .Load(
                """
                {"resourceType":"Questionnaire","url":"http://example.org/q","version":"1","status":"active","item":[
                 {"linkId":"s","type":"string"},
                 {"linkId":"c","type":"choice","answerOption":[{"valueCoding":{"system":"s","code":"x","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":3}]}}]},
                 {"linkId":"q","type":"quantity"},{"linkId":"n","type":"integer"}]}
                """
            )
            .Value!;
        return Form.Start(
            instrument,
            new EvaluationContext(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero)),
            [
                new("s", [new StringAnswer("text")]),
                new("c", [instrument.Find("c")!.Options[0].Value]),
                new("q", [new QuantityAnswer(2.5m, "kg", "http://unitsofmeasure.org", "kg")]),
                new("n", [new IntegerAnswer(7)]),
            ]
        );
    }

    private static string Evaluate(string expression)
    {
        var compiler = new Compiler(Form.Instrument, Form.Instrument.Plan.NamesAt(null));
        var evaluate = compiler.Compile(Parser.Parse(expression));
        Assert.Empty(compiler.Problems);
        var code = OnDemandEvaluation.TryEvaluate(
            Form.Settling.Begin(),
            evaluate,
            Form.Tree.Root,
            out var nodes,
            out _
        );
        return code is null ? string.Join(", ", nodes.Select(Describe)) : "fault";
    }

    private static string Describe(Node node) =>
        node.Value switch
        {
            bool truth => truth ? "true" : "false",
            decimal number => (number / 1.0000000000000000000000000000m).ToString(
                CultureInfo.InvariantCulture
            ),
            string text => "'" + text + "'",
            null => node.TypeName,
            { } other => other.ToString()!,
        };
}
