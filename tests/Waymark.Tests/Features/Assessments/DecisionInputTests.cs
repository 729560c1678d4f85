using Waymark.Features.Assessments.Decide;
using Waymark.Features.Shared.Forms;
using Xunit;

namespace Waymark.Tests.Features.Assessments;

public sealed class DecisionInputTests
{
    private static readonly DateOnly s_today = new(2026, 11, 24);

    private static DecisionInput NotReferring() =>
        new()
        {
            Kind = nameof(DecisionKind.DoNotRefer),
            Reasons = "The game has no chat and he plays with his cousin.",
            WhoWasAsked = "Megan Hughes, designated safeguarding lead",
            LookAgain = DayInput.From(s_today.AddDays(14)),
        };

    private static DecisionInput Referring() =>
        new()
        {
            Kind = nameof(DecisionKind.Refer),
            Reasons = "A planned meeting with someone nobody knows.",
            SentTo = "Children’s social care and the police",
            Requests = "A strategy discussion today",
            LawfulBasis = nameof(LawfulBasis.PublicTask),
            Consent = nameof(Consent.NotAskedUnsafe),
            ConsentReasons = "He may warn the other person.",
            WhatIsShared = "The whole safety check.",
        };

    private static string[] Codes(DecisionInput input) =>
        [.. input.Check(s_today).Select(e => $"{e.Field}: {e.Code}")];

    [Fact]
    public void Check_NothingChosen_AsksOnlyForThat() =>
        Assert.Equal(["Kind: kind-required"], Codes(new()));

    [Fact]
    public void Check_KindThatIsNotOffered_IsRefused() =>
        Assert.Equal(["Kind: kind-required"], Codes(new() { Kind = "1" }));

    [Fact]
    public void Check_NotReferringWithAllItNeeds_IsTaken() => Assert.Empty(Codes(NotReferring()));

    [Fact]
    public void Check_NotReferringWithoutADate_IsRefused()
    {
        var input = NotReferring();
        input.LookAgain = new();

        Assert.Equal(["LookAgain: date-required"], Codes(input));
    }

    [Theory]
    [InlineData(-1, "date-in-past")]
    [InlineData(DecisionInput.LookAgainWithinDays + 1, "date-too-far")]
    public void Check_NotReferringWithADateOutOfReach_IsRefused(int days, string code)
    {
        var input = NotReferring();
        input.LookAgain = DayInput.From(s_today.AddDays(days));

        Assert.Equal([$"LookAgain: {code}"], Codes(input));
    }

    [Theory]
    [InlineData("31", "2", "2027")]
    [InlineData("1", "13", "2027")]
    [InlineData("1", "2", "27")]
    [InlineData("x", "2", "2027")]
    [InlineData("1", "", "2027")]
    public void Check_NotReferringWithADateThatIsNone_IsRefused(
        string day,
        string month,
        string year
    )
    {
        var input = NotReferring();
        input.LookAgain = new()
        {
            DayOfMonth = day,
            Month = month,
            Year = year,
        };

        Assert.Equal(["LookAgain: date-not-real"], Codes(input));
    }

    [Fact]
    public void Check_NotReferringWithoutASecondView_IsRefused()
    {
        var input = NotReferring();
        input.WhoWasAsked = " ";

        Assert.Equal(["WhoWasAsked: required"], Codes(input));
    }

    [Fact]
    public void Check_ReferringWithAllItNeeds_IsTaken() => Assert.Empty(Codes(Referring()));

    [Fact]
    public void Check_ReferringWithNothingElse_AsksForEverythingItNeeds() =>
        Assert.Equal(
            [
                "SentTo: required",
                "Requests: required",
                "LawfulBasis: lawful-basis-required",
                "Consent: consent-required",
                "WhatIsShared: required",
                "Reasons: required",
            ],
            Codes(new() { Kind = nameof(DecisionKind.Refer) })
        );

    [Fact]
    public void Check_ReferringWithConsent_NeedsNoReasonForIt()
    {
        var input = Referring();
        (input.Consent, input.ConsentReasons) = (nameof(Consent.Given), "");

        Assert.Empty(Codes(input));
    }

    [Fact]
    public void Check_ReferringWithoutConsent_NeedsTheReason()
    {
        var input = Referring();
        input.ConsentReasons = "";

        Assert.Equal(["ConsentReasons: required"], Codes(input));
    }

    [Fact]
    public void Check_ConsultingWithNothingElse_AsksWhoWhatAndByWhen() =>
        Assert.Equal(
            [
                "ConsultWith: required",
                "Question: required",
                "ConsultBy: date-required",
                "Reasons: required",
            ],
            Codes(new() { Kind = nameof(DecisionKind.Consult) })
        );

    [Fact]
    public void ToDecision_AnotherKindChosen_LeavesOutWhatBelongsToTheFirst()
    {
        var input = Referring();
        input.Kind = nameof(DecisionKind.DoNotRefer);
        input.WhoWasAsked = "A colleague";
        input.LookAgain = DayInput.From(s_today);

        var decision = input.ToDecision(
            Guid.Empty,
            Guid.Empty,
            Guid.Empty,
            1,
            "",
            default,
            Guid.Empty,
            ""
        );

        Assert.Equal(
            ("", null, null, ""),
            (decision.SentTo, decision.LawfulBasis, decision.Consent, decision.WhatIsShared)
        );
    }

    [Fact]
    public void From_ADecision_GivesBackItsWords()
    {
        var decision = NotReferring()
            .ToDecision(Guid.Empty, Guid.Empty, Guid.Empty, 3, "", default, Guid.Empty, "");

        var again = DecisionInput.From(decision);

        Assert.Equal(3, again.BasedOn);
        Assert.Equivalent(NotReferring().LookAgain, again.LookAgain);
        Assert.Equal(NotReferring().Reasons, again.Reasons);
    }
}
