using Waymark.Features.Assessments.Decide;
using Waymark.Features.Assessments.Formulate;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Browser.Tests.Pages;

/// <summary>A site with records in every state that a page can show.</summary>
public sealed partial class Stage : Site, IAsyncLifetime
{
    protected override bool DemoSurveys => true;

    /// <summary>A record in which nothing is answered.</summary>
    public string Empty { get; private set; } = "";

    /// <summary>A record that went the whole way to a referral.</summary>
    public string Whole { get; private set; } = "";

    /// <summary>A record for states that save something, so that no other state depends on their order.</summary>
    public string Tried { get; private set; } = "";

    /// <summary>A record in which two people answered one question differently.</summary>
    public string TwoAnswers { get; private set; } = "";

    /// <summary>A record of which two people wrote the formulation and the decision at the same time.</summary>
    public string TwoVersions { get; private set; } = "";

    /// <summary>A record whose answers changed after its formulation was written.</summary>
    public string Changed { get; private set; } = "";

    /// <summary>Surveys whose answers can be exported.</summary>
    internal ExportStates Exports { get; private set; } = null!;

    /// <summary>Surveys in every state that their pages can show.</summary>
    internal SurveyStates Surveys { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // The surveys go a round, which closes and decides what is over: before there is anything that must stay open or undecided.
        Surveys = await SurveyStates.PrepareAsync(this);
        Exports = await ExportStates.PrepareAsync(this);
        using var megan = await SignInAsync("megan.hughes");
        using var tom = await SignInAsync("tom.beckett");
        Empty = (await RecordWalk.StartAsync(this, megan, "AX-1")).Address;
        Whole = (await WholeAsync(megan, "AX-2")).Address;
        Tried = (await WholeAsync(megan, "AX-6")).Address;
        TwoAnswers = await TwoAnswersAsync(megan, tom);
        TwoVersions = await TwoVersionsAsync(megan, tom);
        var changed = await RecordWalk.StartAsync(this, megan, "AX-5");
        await FormulateAsync(await changed.GetAsync("/formulation"), megan);
        await changed.AnswerAsync("/safety-check/page.a1", ("value:a1", Presence("suspected")));
        Changed = changed.Address;
        await SetAccessAsync();
        await SetAccountsAsync();
    }

    /// <summary>The value posted for a presence answer.</summary>
    public static string Presence(string code) => $"{Waymark.Content.ContentUrls.Presence}|{code}";

    /// <summary>Writes a formulation on a page that was opened before.</summary>
    public static Task<VisitedPage> FormulateAsync(
        VisitedPage page,
        Visitor visitor,
        string words = "A friend told the head of year."
    ) =>
        page.SubmitAsync(
            visitor,
            "main form:has([name=WhatIsHappening])",
            ("WhatIsHappening", words),
            ("WhatKeepsItGoing", "Secrecy."),
            ("WhatProtects", "A friend who spoke up."),
            ("WhatWouldChangeOurMind", "What the police learn."),
            ("LevelOfConcern", nameof(LevelOfConcern.SignificantHarm)),
            ("Reasons", "What was said and by whom."),
            ("Sureness", nameof(Sureness.Medium))
        );

    /// <summary>Asks for a consultation on a page that was opened before.</summary>
    public static Task<VisitedPage> ConsultAsync(
        VisitedPage page,
        Visitor visitor,
        string reasons
    ) =>
        page.SubmitAsync(
            visitor,
            "main form:has([name=Kind])",
            ("Kind", nameof(DecisionKind.Consult)),
            ("ConsultWith", "The named doctor"),
            ("Question", "What would you do?"),
            ("ConsultBy.DayText", "25"),
            ("Reasons", reasons)
        );

    private async Task<RecordWalk> WholeAsync(Visitor megan, string reference)
    {
        var study = Library().CaseStudies.Single(s => s.Id == "v01");
        var record = await RecordWalk.StartAsync(this, megan, reference, study.AgeBand);
        await record.AnswerSafetyCheckAsync(study.SafetyCheck);
        await record.AnswerAssessmentAsync(study.Assessment);
        await FormulateAsync(await record.GetAsync("/formulation"), megan);
        await (await record.GetAsync("/decision")).SubmitAsync(
            megan,
            "main form:has([name=Kind])",
            ("Kind", nameof(DecisionKind.Refer)),
            ("SentTo", "The front door and the police."),
            ("Requests", "A strategy discussion today."),
            ("LawfulBasis", nameof(LawfulBasis.PublicTask)),
            ("Consent", nameof(Consent.NotAskedUnsafe)),
            ("ConsentReasons", "The person may be alerted."),
            ("WhatIsShared", "What was said today."),
            ("SafeContact", "Call the school office only."),
            ("Reasons", "Someone the child does not know is involved.")
        );
        return record;
    }

    private async Task<string> TwoAnswersAsync(Visitor megan, Visitor tom)
    {
        const string question = "/safety-check/page.a1";
        var first = await RecordWalk.StartAsync(this, megan, "AX-3");
        var seenByTom = await first.As(tom).GetAsync(question);
        await first.AnswerAsync(question, ("value:a1", Presence("no")));
        await seenByTom.SubmitAsync(tom, "main form", ("value:a1", Presence("yes")));
        return first.Address;
    }

    private async Task<string> TwoVersionsAsync(Visitor megan, Visitor tom)
    {
        var first = await RecordWalk.StartAsync(this, megan, "AX-4");
        var seenByTom = await first.As(tom).GetAsync("/formulation");
        await FormulateAsync(await first.GetAsync("/formulation"), megan);
        await FormulateAsync(seenByTom, tom, "Tom heard something else.");
        return first.Address;
    }
}
