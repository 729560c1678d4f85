using System.Text.Json.Nodes;
using Waymark.Instruments.Tests.Apply;
using Xunit;

namespace Waymark.Instruments.Tests.Migration;

public sealed class MigrationMapLoadTests
{
    private static string[] Refused(JsonObject map) =>
        [
            .. Worry
                .Errors(MigrationMap.Load(map.ToJsonString(), Versions.One, Versions.Two))
                .Select(error => error.Code),
        ];

    private static JsonObject Changed(Action<JsonObject> change)
    {
        var map = Versions.Map();
        change(map);
        return map;
    }

    private static JsonArray Elements(JsonObject map, int group = 0) =>
        map["group"]![group]!["element"]!.AsArray();

    private static JsonObject Target(JsonObject map, string code) =>
        Elements(map).Single(element => element!["code"]!.GetValue<string>() == code)!["target"]![
            0
        ]!.AsObject();

    [Fact]
    public void Load_ReviewedMap_IsRead() =>
        Assert.Empty(
            MigrationMap.Load(Versions.Map().ToJsonString(), Versions.One, Versions.Two).Issues
        );

    [Theory]
    [InlineData("{", IssueCodes.NotJson)]
    [InlineData("""{ "resourceType": "StructureMap" }""", IssueCodes.WrongResource)]
    public void Load_NoConceptMap_IsSaid(string text, string code) =>
        Assert.Equal(
            [code],
            Worry
                .Errors(MigrationMap.Load(text, Versions.One, Versions.Two))
                .Select(error => error.Code)
        );

    [Theory]
    [InlineData("draft")]
    [InlineData("retired")]
    public void Load_MapThatIsNotActive_IsRefused(string status) =>
        Assert.Equal(
            [IssueCodes.MigrationNotReviewed],
            Refused(Changed(map => map["status"] = status))
        );

    [Theory]
    [InlineData("sourceCanonical", "https://waymark.example/fhir/Questionnaire/story|1.0.1")]
    [InlineData("targetCanonical", "https://waymark.example/fhir/Questionnaire/story")]
    public void Load_MapOfOtherVersions_IsRefused(string name, string canonical) =>
        Assert.Equal(
            [IssueCodes.MigrationWrongVersion],
            Refused(Changed(map => map[name] = canonical))
        );

    [Theory]
    [InlineData("words")]
    [InlineData("fax")]
    public void Load_QuestionNotMentioned_IsRefused(string linkId)
    {
        var map = Versions.Map(
            [.. Versions.Items.Where(item => item.From != linkId)],
            Versions.Codes
        );

        Assert.Equal([IssueCodes.MigrationUndecided], Refused(map));
    }

    [Fact]
    public void Load_RepeatingGroupNotMentioned_IsRefused()
    {
        var map = Versions.Map(
            [.. Versions.Items.Where(item => item.From != "apps")],
            Versions.Codes
        );

        Assert.Contains(IssueCodes.MigrationUndecided, Refused(map));
    }

    [Fact]
    public void Load_OptionThatTheTargetDoesNotOffer_IsRefusedUntilDecided() =>
        Assert.Equal(
            [IssueCodes.MigrationUndecided],
            Refused(Versions.Map(Versions.Items, [("fax", null)]))
        );

    [Fact]
    public void Load_OptionMappedToOneNotOffered_IsRefused() =>
        Assert.Equal(
            [IssueCodes.MigrationUndecided],
            Refused(Versions.Map(Versions.Items, [("friend", "foe"), ("fax", null)]))
        );

    [Theory]
    [InlineData("wider")]
    [InlineData("narrower")]
    [InlineData("inexact")]
    [InlineData("relatedto")]
    public void Load_DecisionThatIsAGuess_IsRefused(string equivalence) =>
        Assert.Contains(
            IssueCodes.MigrationNotExact,
            Refused(Changed(map => Target(map, "words")["equivalence"] = equivalence))
        );

    [Fact]
    public void Load_LeftBehindWithoutAReason_IsRefused() =>
        Assert.Contains(
            IssueCodes.MigrationUndecided,
            Refused(Changed(map => Target(map, "fax").Remove("comment")))
        );

    [Fact]
    public void Load_TwoQuestionsIntoOne_IsRefused() =>
        Assert.Contains(
            IssueCodes.MigrationNotOneToOne,
            Refused(
                Versions.Map(
                    [.. Versions.Items.Where(item => item.From != "fax"), ("fax", "consent.why")],
                    Versions.Codes
                )
            )
        );

    [Fact]
    public void Load_OneQuestionIntoTwo_IsRefused() =>
        Assert.Contains(
            IssueCodes.MigrationNotOneToOne,
            Refused(
                Changed(map =>
                    Elements(map)
                        .Single(element => element!["code"]!.GetValue<string>() == "words")![
                        "target"
                    ]!
                        .AsArray()
                        .Add(new JsonObject { ["code"] = "new", ["equivalence"] = "equal" })
                )
            )
        );

    [Fact]
    public void Load_QuestionDecidedTwice_IsRefused() =>
        Assert.Contains(
            IssueCodes.MigrationNotOneToOne,
            Refused(Changed(map => Elements(map).Add(Versions.Element("words", "new"))))
        );

    [Fact]
    public void Load_CodeDecidedTwice_IsRefused() =>
        Assert.Contains(
            IssueCodes.MigrationNotOneToOne,
            Refused(Changed(map => Elements(map, 1).Add(Versions.Element("fax", "peer"))))
        );

    [Theory]
    [InlineData("nobody", "words")]
    [InlineData("words", "nobody")]
    public void Load_UnknownItem_IsRefused(string from, string to) =>
        Assert.Contains(
            IssueCodes.MigrationUnknownCode,
            Refused(
                Versions.Map(
                    [.. Versions.Items.Where(item => item.From != "words"), (from, to)],
                    Versions.Codes
                )
            )
        );

    [Theory]
    [InlineData("consent", "new")] // boolean to string
    [InlineData("words", "new")] // repeats to once
    [InlineData("app.name", "new")] // out of its repeating group
    public void Load_TargetThatDoesNotFit_IsRefused(string from, string to) =>
        Assert.Contains(
            IssueCodes.MigrationMismatch,
            Refused(
                Versions.Map(
                    [.. Versions.Items.Where(item => item.From != from), (from, to)],
                    Versions.Codes
                )
            )
        );

    [Theory]
    [InlineData("unmapped")]
    [InlineData("modifierExtension")]
    public void Load_GroupFeatureThatWouldDecideOnItsOwn_IsRefused(string name) =>
        Assert.Equal(
            [IssueCodes.NotSupported],
            Refused(Changed(map => map["group"]![0]![name] = new JsonObject()))
        );

    [Fact]
    public void Load_DependsOn_IsRefused() =>
        Assert.Equal(
            [IssueCodes.NotSupported],
            Refused(Changed(map => Target(map, "words")["dependsOn"] = new JsonArray()))
        );
}
