using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.AccessCopies;
using Waymark.Features.Accounts;
using Waymark.Tests.Documents;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.AccessCopies;

/// <summary>A copy of a record for the child: nothing leaves before a person has looked at it, and what is withheld is withheld everywhere.</summary>
public sealed class AccessCopyTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    private const string Worry = "Her aunt Rosalind told the school";
    private const string Noted = "Neighbour Mr Quill saw it";
    private const string Earlier = "Neighbour Mrs Finch saw it";

    [Fact]
    public async Task Copy_WithUndecidedPassages_DoesNotExistInAnyForm()
    {
        var (child, helen) = await StageAsync("COPY-1");

        foreach (var form in new[] { "", "?handler=word", "?handler=data" })
        {
            var page = await helen.GetAsync($"/children/{child}/access-copy/document{form}");
            Assert.Equal($"/children/{child}/access-copy", page.RedirectedTo);
            Assert.DoesNotContain("Rosalind", page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Review_EveryFreeTextAndName_IsFlagged()
    {
        var (child, helen) = await StageAsync("COPY-2");

        var shown = await ShownAsync(helen, child);

        Assert.Contains(Worry, shown);
        Assert.Contains(Noted, shown);
        Assert.Contains(Earlier, shown);
        Assert.Contains("Priya Nair", shown);
        Assert.Contains("Sam Okafor", shown);
        Assert.Contains("Looking for a child at our door", shown);
    }

    [Fact]
    public async Task Copy_WithheldPassage_IsGoneFromPageWordAndData()
    {
        var (child, helen) = await StageAsync("COPY-3");
        await DecideAsync(
            helen,
            child,
            words =>
                words == Noted || words == Earlier ? nameof(PassageChoice.WithholdAboutAnother)
                : words == "Sam Okafor" ? nameof(PassageChoice.WithholdDanger)
                : nameof(PassageChoice.Keep)
        );

        var address = $"/children/{child}/access-copy/document";
        var page = await helen.GetAsync(address);
        var word = WordReading.PlainText(
            await helen.Client.GetByteArrayAsync(address + "?handler=word")
        );
        var data = await helen.Client.GetStringAsync(address + "?handler=data");

        foreach (var form in new[] { page.Words, word, data })
        {
            Assert.Contains("Rosalind", form, StringComparison.Ordinal);
            Assert.Contains("Priya Nair", form, StringComparison.Ordinal);
            Assert.DoesNotContain("Quill", form, StringComparison.Ordinal);
            Assert.DoesNotContain("Finch", form, StringComparison.Ordinal);
            Assert.DoesNotContain("Okafor", form, StringComparison.Ordinal);
            Assert.Contains("[withheld 1]", form, StringComparison.Ordinal);
            Assert.Contains("about another person", form, StringComparison.Ordinal);
            Assert.Contains("Who has opened the record", form, StringComparison.Ordinal);
        }
        var json = JsonNode.Parse(data)!;
        Assert.Equal("Bundle", json["answers"]!["resourceType"]!.GetValue<string>());
        Assert.Equal(
            "QuestionnaireResponse",
            json["answers"]!["entry"]![0]!["resource"]!["resourceType"]!.GetValue<string>()
        );
        Assert.Contains("\"masked\"", data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_Made_IsInTheLogWithTheIdsOfWhatWasWithheldAndWhoDecided()
    {
        var (child, helen) = await StageAsync("COPY-4");
        await DecideAsync(
            helen,
            child,
            words =>
                words == Noted
                    ? nameof(PassageChoice.WithholdAboutAnother)
                    : nameof(PassageChoice.Keep)
        );
        await helen.Client.GetByteArrayAsync(
            $"/children/{child}/access-copy/document?handler=word"
        );

        var (made, withheld) = await host.ReadAsync(
            AgencyKind.Council,
            async db =>
                (
                    await db.Events.SingleAsync(e =>
                        e.Kind == EventKinds.AccessCopyMade && e.SubjectId == child
                    ),
                    await db.PassageDecisions.SingleAsync(d =>
                        d.ChildId == child && d.Choice != PassageChoice.Keep
                    )
                )
        );
        Assert.Equal(Noted, withheld.Words);
        Assert.Contains(withheld.Id.ToString(), made.After, StringComparison.Ordinal);
        Assert.Contains(withheld.DecidedById.ToString(), made.After, StringComparison.Ordinal);
        Assert.DoesNotContain("Quill", made.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_NewWords_WaitForADecision()
    {
        var (child, helen) = await StageAsync("COPY-5");
        await DecideAsync(helen, child, _ => nameof(PassageChoice.Keep));
        Assert.Equal(
            HttpStatusCode.OK,
            (await helen.GetAsync($"/children/{child}/access-copy/document")).Status
        );
        using var priya = await host.SignInAsync("priya.nair");

        await RecordWalk.StartAsync(host, priya, "COPY-5", worry: "A second worry, newly written");

        Assert.Equal(
            HttpStatusCode.Redirect,
            (await helen.GetAsync($"/children/{child}/access-copy/document")).Status
        );
    }

    [Fact]
    public async Task Review_OtherReasonWithoutNote_IsRefusedAndKeepsWhatWasChosen()
    {
        var (child, helen) = await StageAsync("COPY-6");
        var page = await helen.GetAsync($"/children/{child}/access-copy");
        var radios = Names(page);

        var posted = await page.SubmitAsync(
            helen,
            "main form",
            radios.Select(n => (n, nameof(PassageChoice.WithholdOther)))
        );

        Assert.Equal(HttpStatusCode.BadRequest, posted.Status);
        Assert.All(
            posted.Errors,
            e => Assert.Contains("which other reason", e, StringComparison.Ordinal)
        );
        Assert.Equal(
            radios.Count,
            posted.Document.QuerySelectorAll("[type=radio][checked]").Length
        );
    }

    [Fact]
    public async Task Copy_ByWhoOpenedInAnEmergency_DoesNotExist()
    {
        var (child, _) = await StageAsync("COPY-7");
        await host.AddPersonAsync(
            "looks.in",
            AgencyKind.Council,
            [Roles.Practitioner, Roles.Supervisor],
            "Family help team (demo)"
        );
        using var other = await host.SignInAsync("looks.in");
        await OpenAsync(other, "COPY-7");

        foreach (
            var path in new[]
            {
                $"/children/{child}/access-copy",
                $"/children/{child}/access-copy/document?handler=data",
                $"/children/{child}/team",
                $"/retention/{child}",
            }
        )
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).Status);
        }
    }

    [Fact]
    public void Redaction_TwoPeopleDecidedDifferently_Withholds()
    {
        var passages = Passage.Of([
            new("One", [CopyLine.Flagged("Note", "Words", PassageKind.FreeText)]),
            new("Two", [CopyLine.Flagged("Note", "Words", PassageKind.FreeText)]),
        ]);
        var passage = Assert.Single(passages);

        var redaction = new Redaction(
            passages,
            [Decision(PassageChoice.Keep), Decision(PassageChoice.WithholdDanger)]
        );

        Assert.Equal(["One: Note", "Two: Note"], passage.Places);
        Assert.Equal("[withheld 1]", redaction.Shown(new CopyPart("Words", PassageKind.FreeText)));
        Assert.False(redaction.Keeps("Words"));
        Assert.Equal(
            "[not decided]",
            new Redaction(passages, []).Shown(new CopyPart("Words", PassageKind.FreeText))
        );

        static PassageDecision Decision(PassageChoice choice) =>
            new()
            {
                Id = Guid.NewGuid(),
                AgencyId = Guid.Empty,
                ChildId = Guid.Empty,
                Kind = PassageKind.FreeText,
                Words = "Words",
                Choice = choice,
                DecidedAt = default,
                DecidedById = Guid.Empty,
                DecidedByName = "",
            };
    }

    /// <summary>A record with names in it, one earlier wording, and an emergency opening.</summary>
    private async Task<(Guid Child, Visitor Helen)> StageAsync(string reference)
    {
        using var priya = await host.SignInAsync("priya.nair");
        using var sam = await host.SignInAsync("sam.okafor");
        var walk = await RecordWalk.StartAsync(host, priya, reference, worry: Worry);
        foreach (var words in new[] { Earlier, Noted })
        {
            var saved = await walk.AnswerAsync(
                "/safety-check/page.a1",
                ("value:a1", $"{Waymark.Content.ContentUrls.Presence}|yes"),
                ("value:a1.note", words)
            );
            Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        }
        await OpenAsync(sam, reference);
        var child = await host.ReadAsync(
            AgencyKind.Council,
            db =>
                db.Concerns.Where(c => c.Id == walk.ConcernId).Select(c => c.ChildId).SingleAsync()
        );
        return (child, await host.SignInAsync("helen.marsh"));
    }

    private static async Task OpenAsync(Visitor visitor, string reference)
    {
        var found = await (await visitor.GetAsync("/concerns/find")).SubmitAsync(
            visitor,
            "main form",
            ("Reference", reference)
        );
        var opened = await found.SubmitAsync(
            visitor,
            "main form",
            ("Reason", "Looking for a child at our door")
        );
        Assert.Equal(HttpStatusCode.Redirect, opened.Status);
    }

    private static List<string> Names(VisitedPage page) =>
        [
            .. page
                .Document.QuerySelectorAll("main [type=radio]")
                .Select(r => r.GetAttribute("name")!)
                .Distinct(),
        ];

    private static async Task<List<string>> ShownAsync(Visitor visitor, Guid child)
    {
        List<string> shown = [];
        for (var number = 1; ; number++)
        {
            var page = await visitor.GetAsync($"/children/{child}/access-copy?number={number}");
            shown.AddRange(
                page.Document.QuerySelectorAll("main form section .govuk-inset-text")
                    .Select(e => e.TextContent.Trim())
            );
            if (page.Document.QuerySelector(".govuk-pagination__next") is null)
            {
                return shown;
            }
        }
    }

    private static async Task DecideAsync(Visitor visitor, Guid child, Func<string, string> choose)
    {
        var next = $"/children/{child}/access-copy?number=1";
        do
        {
            var page = await visitor.GetAsync(next);
            var saved = await page.SubmitAsync(
                visitor,
                "main form",
                page.Document.QuerySelectorAll("main form section")
                    .Select(section =>
                        (
                            section.QuerySelector("[type=radio]")!.GetAttribute("name")!,
                            choose(section.QuerySelector(".govuk-inset-text")!.TextContent.Trim())
                        )
                    )
            );
            Assert.Equal(HttpStatusCode.Redirect, saved.Status);
            next = saved.RedirectedTo!;
        } while (!next.EndsWith("number=1", StringComparison.Ordinal));
    }
}
