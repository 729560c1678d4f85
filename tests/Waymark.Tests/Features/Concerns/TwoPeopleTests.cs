using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Concerns;

public sealed class TwoPeopleTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    private const string First = "/safety-check/page.a1";

    [Fact]
    public async Task Post_AnswerThatSomeoneElseChangedMeanwhile_KeepsBothAndAsks()
    {
        var (first, second) = await TwoAsync("TWO-1");
        using var _ = first.Visitor;
        using var __ = second.Visitor;
        var pageOfSecond = await second.GetAsync(First);
        await first.AnswerAsync(First, ("value:a1", "no"));

        var clash = await pageOfSecond.SubmitAsync(
            second.Visitor,
            "main form",
            ("value:a1", "yes")
        );

        Assert.Equal(second.Address + "/two-answers", clash.RedirectedTo);
        var choice = await second.GetAsync("/two-answers");
        Assert.Contains("Helen Marsh", choice.Words, StringComparison.Ordinal);
        Assert.Contains("Priya Nair", choice.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Two people answered differently",
            (await first.GetAsync("")).Words,
            StringComparison.Ordinal
        );
        Assert.Equal("no", Checked(await first.GetAsync(First)));

        await choice.SubmitAsync(second.Visitor, "form:has([value=second])");

        Assert.Equal("yes", Checked(await first.GetAsync(First)));
        Assert.Contains(
            "nothing to choose",
            (await second.GetAsync("/two-answers")).Words,
            StringComparison.Ordinal
        );
        var history = await second.GetAsync("/history");
        Assert.Contains("differently at the same time", history.Words, StringComparison.Ordinal);
        Assert.Contains("Chose between two answers", history.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_FirstAnswerChosen_Stands()
    {
        var (first, second) = await TwoAsync("TWO-2");
        using var _ = first.Visitor;
        using var __ = second.Visitor;
        var pageOfSecond = await second.GetAsync(First);
        await first.AnswerAsync(First, ("value:a1", "no"));
        await pageOfSecond.SubmitAsync(second.Visitor, "main form", ("value:a1", "yes"));

        await (await first.GetAsync("/two-answers")).SubmitAsync(
            first.Visitor,
            "form:has([value=first])"
        );

        Assert.Equal("no", Checked(await second.GetAsync(First)));
    }

    [Fact]
    public async Task Post_SameAnswerAsSomeoneElse_IsNoCollision()
    {
        var (first, second) = await TwoAsync("TWO-3");
        using var _ = first.Visitor;
        using var __ = second.Visitor;
        var pageOfSecond = await second.GetAsync(First);
        await first.AnswerAsync(First, ("value:a1", "yes"));

        var saved = await pageOfSecond.SubmitAsync(
            second.Visitor,
            "main form",
            ("value:a1", "yes")
        );

        Assert.Equal(second.Address + "/safety-check/page.a2", saved.RedirectedTo);
    }

    [Fact]
    public async Task Post_OtherQuestionsOfThePage_AreSavedBesideACollision()
    {
        var (first, second) = await TwoAsync("TWO-4");
        using var _ = first.Visitor;
        using var __ = second.Visitor;
        await first.StartAssessmentAsync();
        const string page = "/assessment/page.a-now";
        var pageOfSecond = await second.GetAsync(page);
        await first.AnswerAsync(page, ("value:a1", "no"));

        await pageOfSecond.SubmitAsync(
            second.Visitor,
            "main form",
            ("value:a1", "yes"),
            ("value:a2", "suspected")
        );

        var places = await host.ReadAsync(
            AgencyKind.Council,
            db =>
                db.Events.Where(e =>
                        e.ConcernId == first.ConcernId && e.Kind == EventKinds.AnswerChanged
                    )
                    .OrderBy(e => e.Id)
                    .Select(e => e.Place)
                    .ToListAsync()
        );
        Assert.Equal(["a1", "a2"], places);
        Assert.Equal(
            1,
            await host.ReadAsync(
                AgencyKind.Council,
                db => db.Collisions.CountAsync(c => c.ConcernId == first.ConcernId)
            )
        );
    }

    [Fact]
    public async Task Post_UnchangedAnswerThatSomeoneElseChanged_LeavesTheirs()
    {
        var (first, second) = await TwoAsync("TWO-5");
        using var _ = first.Visitor;
        using var __ = second.Visitor;
        await first.AnswerAsync(First, ("value:a1", "not-known"));
        var pageOfSecond = await second.GetAsync(First);
        await first.AnswerAsync(First, ("value:a1", "yes"));

        await pageOfSecond.SubmitAsync(second.Visitor, "main form");

        Assert.Equal("yes", Checked(await second.GetAsync(First)));
    }

    [Fact]
    public async Task Get_PageThatSomeoneElseSavedLately_SaysSo()
    {
        var (first, second) = await TwoAsync("TWO-6");
        using var _ = first.Visitor;
        using var __ = second.Visitor;
        await first.AnswerAsync(First, ("value:a1", "no"));

        Assert.Contains(
            "Priya Nair also has this open",
            (await second.GetAsync(First)).Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "also has this open",
            (await first.GetAsync(First)).Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Post_TwoFormulationsAtOnce_KeepBothUntilOneIsChosen()
    {
        var (first, second) = await TwoAsync("TWO-7");
        using var _ = first.Visitor;
        using var __ = second.Visitor;
        var pageOfSecond = await second.GetAsync("/formulation");
        await first.AnswerAsync("/formulation", ("WhatIsHappening", "Priya’s view"));

        await pageOfSecond.SubmitAsync(
            second.Visitor,
            "main form",
            ("WhatIsHappening", "Sam’s view")
        );

        var choice = await first.GetAsync("/formulation");
        Assert.Contains("Priya’s view", choice.Words, StringComparison.Ordinal);
        Assert.Contains("Sam’s view", choice.Words, StringComparison.Ordinal);
        await choice.SubmitAsync(first.Visitor, "form:has([value='2'])");
        var settled = await second.GetAsync("/formulation");
        Assert.Equal(
            "Sam’s view",
            settled.Document.QuerySelector("#WhatIsHappening")!.TextContent.Trim()
        );
        Assert.Equal(
            3,
            await host.ReadAsync(
                AgencyKind.Council,
                db => db.Formulations.CountAsync(f => f.ConcernId == first.ConcernId)
            )
        );
    }

    private async Task<(RecordWalk First, RecordWalk Second)> TwoAsync(string reference)
    {
        var first = await host.SignInAsync("priya.nair");
        var second = await host.SignInAsync("helen.marsh");
        var walk = await RecordWalk.StartAsync(host, first, reference);
        return (walk, walk.As(second));
    }

    private static string? Checked(VisitedPage page) =>
        page
            .Document.QuerySelector("[name='value:a1'][checked]")
            ?.GetAttribute("value")
            ?.Split('|')[^1];
}
