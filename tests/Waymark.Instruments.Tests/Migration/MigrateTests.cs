using System.Text.Json.Nodes;
using FsCheck.Xunit;
using Waymark.Instruments.Tests.Apply;
using Xunit;

namespace Waymark.Instruments.Tests.Migration;

public sealed class MigrateTests
{
    private static string[] Usable(string[] texts) =>
        [
            .. texts
                .OfType<string>()
                .Select(text => new string([.. text.Where(char.IsAsciiLetterOrDigit)]))
                .Where(text => text.Length > 0)
                .Distinct()
                .Take(5),
        ];

    private static AnswerValue[] Text(params string[] texts) =>
        [.. texts.Select(text => new StringAnswer(text))];

    [Fact]
    public void Migrate_EverythingMapped_ArrivesWhereTheMapSays()
    {
        var form = Versions.Open(
            ("who", [Versions.Who("friend")]),
            ("who.note", Text("She is frightened.")),
            ("apps[0]/app.name", Text("one")),
            ("apps[1]/app.name", Text("two")),
            ("apps[1]/app.hours", [new IntegerAnswer(3)]),
            ("words", Text("first", "second")),
            ("consent", [new BooleanAnswer(false)]),
            ("consent.why", Text("not yet"))
        );

        var migrated = Versions.LoadMap(Versions.Map()).Migrate(form, Versions.Context);

        Assert.Empty(migrated.Issues);
        Assert.Same(Versions.Two, migrated.Form.Instrument);
        Assert.Equal([Versions.Who("peer")], migrated.Form.Answers("source"));
        Assert.Equal(
            "Someone of the same age",
            Assert.IsType<CodingAnswer>(migrated.Form.Answers("source")[0]).Display
        );
        Assert.Equal(Text("She is frightened."), migrated.Form.Answers("source.note"));
        Assert.Equal(Text("one"), migrated.Form.Answers(ItemPath.Parse("apps[0]/app.name")));
        Assert.Equal(Text("two"), migrated.Form.Answers(ItemPath.Parse("apps[1]/app.name")));
        Assert.Empty(migrated.Form.Answers(ItemPath.Parse("apps[0]/app.hours")));
        Assert.Equal(
            [new IntegerAnswer(3)],
            migrated.Form.Answers(ItemPath.Parse("apps[1]/app.hours"))
        );
        Assert.Equal(Text("first", "second"), migrated.Form.Answers("words"));
        Assert.Equal([new BooleanAnswer(false)], migrated.Form.Answers("consent"));
        Assert.Equal(Text("not yet"), migrated.Form.Answers("consent.why"));
    }

    [Fact]
    public void Migrate_InitialValueOfANewQuestion_IsNotTakenForAnAnswer() =>
        Assert.Empty(
            Versions
                .LoadMap(Versions.Map())
                .Migrate(Versions.Open(), Versions.Context)
                .Form.Answers("new")
        );

    [Fact]
    public void Migrate_AnswerLeftBehindByDecision_IsSaidWithTheReviewersReason()
    {
        var migrated = Versions
            .LoadMap(Versions.Map())
            .Migrate(Versions.Open(("fax", Text("020"))), Versions.Context);

        var issue = Assert.Single(migrated.Issues);
        Assert.Equal(
            (IssueCodes.MigrationLeftBehind, IssueSeverity.Information, "fax"),
            (issue.Code, issue.Severity, issue.LinkId)
        );
        Assert.Contains("Nobody faxes.", issue.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Migrate_OptionLeftBehindByDecision_IsSaid()
    {
        var migrated = Versions
            .LoadMap(Versions.Map())
            .Migrate(Versions.Open(("who", [Versions.Who("fax")])), Versions.Context);

        Assert.Empty(migrated.Form.Answers("source"));
        Assert.Equal(
            [(IssueCodes.MigrationLeftBehind, "who")],
            migrated.Issues.Select(issue => (issue.Code, issue.LinkId))
        );
    }

    [Fact]
    public void Migrate_AnswerOfADisabledItem_GoesAlongAndStaysDisabled()
    {
        var form = Versions.Open(("who", [Versions.Who("friend")]), ("who.note", Text("kept")));
        Assert.Empty(form.Set("who", [Versions.Who("child")]).Issues);

        var migrated = Versions.LoadMap(Versions.Map()).Migrate(form, Versions.Context);

        Assert.Equal(Text("kept"), migrated.Form.Answers("source.note"));
        Assert.False(migrated.Form.IsEnabled("source.note"));
        Assert.DoesNotContain(
            "kept",
            migrated.Form.ToCompletedJson(Versions.Context.Now),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Migrate_Form_StaysAsItIs()
    {
        var form = Versions.Open(("who", [Versions.Who("friend")]), ("fax", Text("020")));
        var before = form.ToDraftJson();

        Versions.LoadMap(Versions.Map()).Migrate(form, Versions.Context);

        Assert.Equal(before, form.ToDraftJson());
    }

    [Fact]
    public void Migrate_FormOfTheTarget_IsABug() =>
        Assert.Throws<ArgumentException>(() =>
            Versions
                .LoadMap(Versions.Map())
                .Migrate(Form.Start(Versions.Two, Versions.Context), Versions.Context)
        );

    [Fact]
    public void Migrate_MappedQuestionWithinAnUnmappedOne_IsSaidWhenItCannotArrive()
    {
        // consent itself stays behind, so there is no answer for consent.why to stand within.
        var items = Versions
            .Items.Select(item => item.From == "consent" ? ("consent", null) : item)
            .ToArray();
        var form = Versions.Open(
            ("consent", [new BooleanAnswer(true)]),
            ("consent.why", Text("because"))
        );

        var migrated = Versions
            .LoadMap(Versions.Map(items, Versions.Codes))
            .Migrate(form, Versions.Context);

        Assert.Equal(
            [IssueCodes.MigrationLeftBehind, IssueCodes.MigrationNotCarried],
            migrated.Issues.Select(issue => issue.Code).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Migrate_ItemsWithinEachAnswerOfARepeatingQuestion_StayWithTheirAnswer()
    {
        const string items = """
            { "linkId": "said", "text": "What was said?", "type": "string", "repeats": true, "item": [
              { "linkId": "said.when", "text": "When?", "type": "string" } ] }
            """;
        var one = Versions.Load("1.0.0", items);
        var two = Versions.Load(
            "2.0.0",
            items.Replace("\"said.when\"", "\"said.at\"", StringComparison.Ordinal)
        );
        var map = JsonNode.Parse(MigrationMap.Draft(one, two))!;
        map["status"] = "active";
        map["group"]![0]!["element"]![1] = Versions.Element("said.when", "said.at");
        var form = Form.Start(one, Versions.Context);
        Assert.Empty(form.Set("said", Text("first", "second")).Issues);
        Assert.Empty(form.Set(ItemPath.Parse("said[0]/said.when"), Text("in May")).Issues);
        Assert.Empty(form.Set(ItemPath.Parse("said[1]/said.when"), Text("in June")).Issues);

        var migrated = Worry
            .Loaded(MigrationMap.Load(map.ToJsonString(), one, two))
            .Migrate(form, Versions.Context);

        Assert.Empty(migrated.Issues);
        Assert.Equal(Text("in May"), migrated.Form.Answers(ItemPath.Parse("said[0]/said.at")));
        Assert.Equal(Text("in June"), migrated.Form.Answers(ItemPath.Parse("said[1]/said.at")));
    }

    [Property]
    public void Migrate_AnyAnswers_EveryOneArrivesOrIsSaid(
        byte who,
        string[] apps,
        string[] words,
        bool fax
    )
    {
        var codes = (string[])["child", "friend", "fax"];
        var answers = new List<(string, AnswerValue[])> { ("who", [Versions.Who(codes[who % 3])]) };
        var names = Usable(apps);
        answers.AddRange(names.Select((name, i) => ($"apps[{i}]/app.name", Text(name))));
        var said = Usable(words);
        answers.Add(("words", Text(said)));
        if (fax)
        {
            answers.Add(("fax", Text("020")));
        }

        var migrated = Versions
            .LoadMap(Versions.Map())
            .Migrate(Versions.Open([.. answers]), Versions.Context);

        Assert.Equal(Text(said), migrated.Form.Answers("words"));
        Assert.Equal(
            names,
            names.Select(
                (_, i) =>
                    (
                        (StringAnswer)
                            migrated.Form.Answers(ItemPath.Parse($"apps[{i}]/app.name")).Single()
                    ).Value
            )
        );
        Assert.Equal(
            (who % 3 == 2 ? 1 : 0) + (fax ? 1 : 0),
            migrated.Issues.Count(issue => issue.Code == IssueCodes.MigrationLeftBehind)
        );
    }

    [Fact]
    public void Draft_BetweenVersions_ProposesWhatIsSureAndLeavesTheRestUndecided()
    {
        var draft = JsonNode.Parse(MigrationMap.Draft(Versions.One, Versions.Two))!;

        var decided = draft["group"]![0]!["element"]!
            .AsArray()
            .ToDictionary(
                element => element!["code"]!.GetValue<string>(),
                element => element!["target"]![0]!["equivalence"]!.GetValue<string>()
            );
        Assert.Equal("equivalent", decided["apps"]);
        Assert.Equal("equal", decided["words"]);
        Assert.Equal("equal", decided["app.hours"]);
        Assert.Equal("unmatched", decided["who"]);
        Assert.Equal("unmatched", decided["fax"]);
        Assert.Equal(Versions.Items.Length, decided.Count);
    }

    [Fact]
    public void Load_Draft_IsRefusedUntilSomebodyDecided()
    {
        var draft = MigrationMap.Draft(Versions.One, Versions.Two);

        var codes = Worry
            .Errors(MigrationMap.Load(draft, Versions.One, Versions.Two))
            .Select(error => error.Code)
            .ToList();

        Assert.Contains(IssueCodes.MigrationNotReviewed, codes);
        Assert.Contains(IssueCodes.MigrationUndecided, codes);
    }

    [Fact]
    public void Load_DraftBetweenEqualVersionsMadeActive_MovesEverything()
    {
        var copy = Versions.Load("1.0.1", Versions.TwoItems());
        var map = JsonNode.Parse(MigrationMap.Draft(Versions.Two, copy))!;
        map["status"] = "active";
        var form = Form.Start(Versions.Two, Versions.Context);
        form.Set("source", [Versions.Who("peer")]);
        form.Set("source.note", Text("note"));
        form.Set(ItemPath.Parse("apps[1]/app.name"), Text("two"));

        var migrated = Worry
            .Loaded(MigrationMap.Load(map.ToJsonString(), Versions.Two, copy))
            .Migrate(form, Versions.Context);

        Assert.Empty(migrated.Issues);
        Assert.Equal(
            form.ToDraftJson().Replace("|2.0.0", "|1.0.1", StringComparison.Ordinal),
            migrated.Form.ToDraftJson()
        );
    }
}
