using System.Globalization;
using FsCheck.Xunit;
using Xunit;

namespace Waymark.Instruments.Tests.Answers;

/// <summary>What people type, as answers, and back.</summary>
public sealed class AnswerTextTests
{
    private static readonly Instrument Instrument = Instruments
        .Instrument.Load(
            """
            {"resourceType":"Questionnaire","url":"http://example.org/q","version":"1","status":"active","item":[
             {"linkId":"b","type":"boolean"},{"linkId":"i","type":"integer"},{"linkId":"d","type":"decimal"},{"linkId":"date","type":"date"},
             {"linkId":"dt","type":"dateTime"},{"linkId":"t","type":"time"},{"linkId":"s","type":"string"},{"linkId":"u","type":"url"},{"linkId":"g","type":"group"},
             {"linkId":"c","type":"choice","repeats":true,"answerOption":[{"valueCoding":{"system":"s","code":"x","display":"X"}},{"valueCoding":{"system":"s","code":"y","display":"Y"}}]},
             {"linkId":"o","type":"open-choice","answerOption":[{"valueCoding":{"system":"s","code":"x","display":"X"}}]},
             {"linkId":"q2","type":"quantity"},{"linkId":"q","type":"quantity","extension":[
               {"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption","valueCoding":{"system":"http://unitsofmeasure.org","code":"kg","display":"kilograms"}},
               {"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption","valueCoding":{"system":"http://unitsofmeasure.org","code":"[lb_av]","display":"pounds"}}]}]}
            """
        )
        .Value!;

    [Theory]
    [InlineData("i", "1,234", "1234")]
    [InlineData("i", "-5", "-5")]
    [InlineData("d", "1.50", "1.50")]
    [InlineData("t", "9:05", "09:05:00")]
    [InlineData("t", "09:05:30", "09:05:30")]
    [InlineData("b", "true", "true")]
    [InlineData("s", "  two  words ", "two  words")]
    [InlineData("c", "s|y", "s|y")]
    [InlineData("c", "y", "s|y")]
    [InlineData("o", "x", "s|x")]
    [InlineData("o", "my own words", "my own words")]
    [InlineData("date", "2024-02-29", "2024-02-29")]
    public void Parse_WhatIsTyped_IsTheAnswer(string linkId, string typed, string expected)
    {
        var parse = Parse(linkId, "en-GB", ("value", typed));
        Assert.Empty(parse.Issues);
        Assert.Equal(expected, AnswerText.Key(Assert.Single(parse.Values)));
    }

    [Theory]
    [InlineData("i", "12.5")]
    [InlineData("i", "99999999999")]
    [InlineData("d", "a lot")]
    [InlineData("t", "25:00")]
    [InlineData("b", "maybe")]
    [InlineData("date", "2023-02-29")]
    [InlineData("dt", "soon")]
    [InlineData("q", "heavy")]
    [InlineData("c", "z")]
    [InlineData("g", "x")]
    public void Parse_WhatCannotBeRead_SaysWhatToDo(string linkId, string typed)
    {
        var parse = Parse(linkId, "en-GB", ("value", typed));
        Assert.Empty(parse.Values);
        Assert.EndsWith(".", Assert.Single(parse.Issues).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("29", "2", "2024", "2024-02-29")]
    [InlineData("", "March", "2024", "2024-03")]
    [InlineData("", "", "2024", "2024")]
    [InlineData("1", "sept.", "2024", "2024-09-01")]
    [InlineData("30", "2", "2024", null)]
    [InlineData("1", "", "2024", null)]
    [InlineData("1", "2", "", null)]
    [InlineData("1", "2", "24", null)]
    [InlineData("x", "2", "2024", null)]
    public void Parse_DateInThreeFields(string day, string month, string year, string? expected)
    {
        var parse = Parse("date", "en-GB", ("day", day), ("month", month), ("year", year));
        Assert.Equal(
            expected,
            parse.Values.Select(value => AnswerText.Key(value)).SingleOrDefault()
        );
        Assert.Equal(expected is null, parse.Issues.Count > 0);
    }

    [Fact]
    public void Parse_NothingTyped_IsNoAnswer()
    {
        foreach (var item in Instrument.All)
        {
            var parse = Parse(
                item.LinkId,
                "en-GB",
                ("value", " "),
                ("day", ""),
                ("month", ""),
                ("year", ""),
                ("other", "")
            );
            Assert.Empty(parse.Values);
            Assert.Empty(parse.Issues);
        }
    }

    [Fact]
    public void Parse_DecimalsOfAnotherCulture()
    {
        Assert.Equal([new DecimalAnswer(1.5m)], Parse("d", "de-DE", ("value", "1,5")).Values);
        Assert.Equal(
            [new QuantityAnswer(70.5m, "pounds", "http://unitsofmeasure.org", "[lb_av]")],
            Parse("q", "de-DE", ("value", "70,5"), ("unit", "[lb_av]")).Values
        );
        Assert.Equal(
            IssueCodes.UnitNotOffered,
            Assert.Single(Parse("q", "en-GB", ("value", "70"), ("unit", "stone")).Issues).Code
        );
    }

    [Fact]
    public void Parse_SeveralAnswersAndOwnWords()
    {
        var several = AnswerText.Parse(
            Instrument.Find("c")!,
            new Dictionary<string, IReadOnlyList<string>> { ["value"] = ["s|x", "s|y"] },
            CultureInfo.InvariantCulture
        );
        Assert.Equal(2, several.Values.Count);
        Assert.Equal(
            [new StringAnswer("else")],
            Parse("o", "en-GB", ("value", ""), ("other", "else")).Values
        );
    }

    [Property(MaxTest = 500)]
    public void Fields_OfAnAnswer_ReadBackAsTheSameAnswer(int seed)
    {
        var random = new Random(seed);
        var culture = CultureInfo.GetCultureInfo(
            ((string[])["en-GB", "cy-GB", "de-DE", "fr-FR", "sv-SE"])[random.Next(5)]
        );
        AnswerValue answer = random.Next(9) switch
        {
            0 => new IntegerAnswer(random.Next(int.MinValue, int.MaxValue)),
            1 => new DecimalAnswer(
                new decimal(random.Next(), 0, 0, random.Next(2) == 0, (byte)random.Next(6))
            ),
            2 => new DateAnswer(
                random.Next(3) switch
                {
                    0 => new PartialDate(random.Next(1, 10000)),
                    1 => new PartialDate(2024, random.Next(1, 13)),
                    _ => new PartialDate(2024, random.Next(1, 13), random.Next(1, 29)),
                }
            ),
            3 => new TimeAnswer(
                new TimeOnly(random.NextInt64(TimeSpan.TicksPerDay / 10_000) * 10_000)
            ),
            4 => new DateTimeAnswer(
                random.Next(2) == 0 ? "2024-05" : "2024-05-06T07:08:09.5+01:00"
            ),
            5 => Instrument.Find("c")!.Options[random.Next(2)].Value,
            8 => new QuantityAnswer(
                random.Next(1000) / 10m,
                "milligram",
                "http://unitsofmeasure.org",
                "mg"
            ),
            6 => new QuantityAnswer(
                random.Next(1000) / 10m,
                "kilograms",
                "http://unitsofmeasure.org",
                "kg"
            ),
            _ => new BooleanAnswer(random.Next(2) == 0),
        };
        var item = Instrument.Find(
            answer switch
            {
                IntegerAnswer => "i",
                DecimalAnswer => "d",
                DateAnswer => "date",
                TimeAnswer => "t",
                DateTimeAnswer => "dt",
                CodingAnswer => "c",
                QuantityAnswer { Code: "mg" } => "q2",
                QuantityAnswer => "q",
                _ => "b",
            }
        )!;
        var fields = AnswerText
            .ToFields(answer, culture)
            .ToDictionary(field => field.Key, field => (IReadOnlyList<string>)[field.Value]);
        var parse = AnswerText.Parse(item, fields, culture);
        Assert.Empty(parse.Issues);
        Assert.Equal([answer], parse.Values);
    }

    [Theory]
    [InlineData("2024-03-05", "5 March 2024")]
    [InlineData("2024-03", "March 2024")]
    [InlineData("2024", "2024")]
    public void Format_Date_ReadsAsPeopleSayIt(string date, string expected)
    {
        Assert.True(PartialDate.TryParse(date, out var parsed));
        Assert.Equal(
            expected,
            AnswerText.Format(new DateAnswer(parsed), CultureInfo.GetCultureInfo("en-GB"))
        );
    }

    private static AnswerParse Parse(
        string linkId,
        string culture,
        params (string Name, string Text)[] fields
    ) =>
        AnswerText.Parse(
            Instrument.Find(linkId)!,
            fields.ToDictionary(field => field.Name, field => (IReadOnlyList<string>)[field.Text]),
            CultureInfo.GetCultureInfo(culture)
        );
}
