using Waymark.Documents;
using Waymark.Documents.ActNow;

namespace Waymark.Tests.Documents;

/// <summary>Act-now sheets of invented situations: one as it may be on a school day, and one as full as the safety check can make it.</summary>
internal static class SampleSheets
{
    private static readonly DateTimeOffset MadeAt = new(2026, 11, 24, 16, 52, 0, TimeSpan.Zero);

    private static readonly SheetRoute Police = new()
    {
        Name = "Police, emergency",
        Phone = "999",
        Hours = "Day and night",
        Does = "Comes at once where a child is in danger",
        LastChecked = new DateOnly(2026, 11, 1),
    };

    private static readonly SheetRoute Helpline = new()
    {
        Name = "NSPCC Helpline (National Society for the Prevention of Cruelty to Children)",
        Phone = "0808 800 5000",
        Hours = "Online form at any hour",
        Does = "Advises any adult, professionals among them; you may stay anonymous",
        DoesNot = "Not for emergencies",
        Warning = "Sources disagree about the hours: check them before you rely on them",
    };

    public static ActNowSheet Ordinary { get; } =
        new()
        {
            Reference = "YP-2041",
            MadeAt = MadeAt,
            Agency = "Northbridge School",
            MadeFrom = "Safety check, version 1.0.0",
            Steps =
            [
                new ActNowStep
                {
                    WhatToDo = "Ring the police on 999 now",
                    Why =
                        "The young person has said they will meet this person on Saturday. Nothing has to have happened yet.",
                    Urgency = Urgency.Now,
                    ByWhen = "Before the child leaves",
                    DoNot = ["Do not message or warn the person online"],
                    Routes = ["Police, emergency"],
                },
                new ActNowStep
                {
                    WhatToDo = "Tell your designated safeguarding lead",
                    Why = "They decide with you who else must know.",
                    Urgency = Urgency.Now,
                },
                new ActNowStep
                {
                    WhatToDo = "Find out which other children are in touch with this person",
                    Why = "A person who harms one child online is often in touch with others.",
                    Urgency = Urgency.Today,
                    Who = "The designated safeguarding lead",
                    Status = GuidanceStatus.ToBeChecked,
                },
            ],
            DoNot = ["Do not question the child about details", "Do not promise to keep it secret"],
            Routes = [Police, Helpline],
            Say = ["“I’m glad you told me. It isn’t your fault.”", "Say who must know, and why"],
            DoNotSay = ["Do not ask why they sent it"],
        };

    /// <summary>Nothing stored, no reference, and as much as the page can be asked to hold.</summary>
    public static ActNowSheet Fullest { get; } =
        Ordinary with
        {
            Reference = null,
            Agency = null,
            Steps = [.. Enumerable.Range(1, 18).Select(FullStep)],
            DoNot =
            [
                .. Enumerable
                    .Range(1, 7)
                    .Select(n =>
                        $"Do not do the thing that would make it worse, in about as many words as rule {n} has"
                    ),
            ],
            Routes =
            [
                .. Enumerable
                    .Range(1, 7)
                    .Select(n =>
                        Helpline with
                        {
                            Name = $"Service number {n} with a name of usual length",
                        }
                    ),
            ],
            Say =
            [
                .. Enumerable
                    .Range(1, 4)
                    .Select(n => $"“A sentence {n} to say to the child, in calm and plain words.”"),
            ],
            DoNotSay =
            [
                .. Enumerable
                    .Range(1, 4)
                    .Select(n =>
                        $"Do not ask the child question {n}, for it puts the blame on them"
                    ),
            ],
        };

    /// <summary>The sheet with the most steps that is still set in the larger type.</summary>
    public static ActNowSheet LongestInLargerType { get; } =
        Enumerable
            .Range(1, 18)
            .Select(steps => Fullest with { Steps = [.. Fullest.Steps.Take(steps)] })
            .Last(sheet => ActNowSheetDocument.Compose(sheet).Layout == PageLayout.Compact);

    private static ActNowStep FullStep(int n) =>
        new()
        {
            WhatToDo = $"Do the thing that step {n} asks for, and ring the right service",
            Why =
                "Because there is a reason for it that takes a sentence of about this length to say plainly.",
            Urgency =
                n <= 8 ? Urgency.Now
                : n <= 13 ? Urgency.Today
                : n <= 16 ? Urgency.ThisWeek
                : Urgency.Consider,
            Who = "The designated safeguarding lead",
            ByWhen = "Before the end of the day",
            DoNot = n % 3 == 0 ? ["Do not contact the person who may be causing harm"] : [],
            Routes = n % 2 == 0 ? ["Children’s social care"] : [],
            Status = n % 5 == 0 ? GuidanceStatus.ToBeChecked : GuidanceStatus.GuidanceDerived,
        };
}
