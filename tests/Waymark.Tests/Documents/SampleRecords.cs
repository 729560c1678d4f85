using Waymark.Documents;
using Waymark.Documents.Chronologies;
using Waymark.Documents.Decisions;
using Waymark.Documents.Records;
using Waymark.Documents.Referrals;

namespace Waymark.Tests.Documents;

/// <summary>A referral, a chronology and two decisions about invented children.</summary>
internal static class SampleRecords
{
    private static readonly PersonInRole Lead = new(
        "Sam Field",
        "designated safeguarding lead",
        "Northbridge School"
    );
    private static readonly PersonInRole Teacher = new(
        "Jo Marsh",
        "class teacher",
        "Northbridge School"
    );
    private static readonly PersonInRole Nurse = new(
        "Ruth Bell",
        "named nurse for safeguarding",
        "Northbridge Health Trust"
    );

    private static readonly RecordedConcern Images = new()
    {
        Kind = FactorKind.HarmSign,
        Sentence = "Images of the child may exist and may have been shared",
        Reason =
            "Images can last and spread, and not knowing how far they went is a strain of its own.",
        RestsOn =
        [
            new RecordedAnswer(
                "Do images or videos exist, or are they believed to?",
                "Suspected. A friend says pictures are on a website; nobody has looked.",
                "Another child",
                PartialDate.Parse("2026-11")
            ),
            new RecordedAnswer("How far may they have spread?", "Not known", null, null),
        ],
        Guidance =
        [
            "Sharing nudes and semi-nudes: advice for education settings, UK Council for Internet Safety, March 2024.",
        ],
        SpeaksAgainst = ["No one has seen such an image, and no one should look."],
        NotKnown = ["Whether an adult took or asked for them."],
        Status = GuidanceStatus.GuidanceDerived,
    };

    private static readonly RecordedConcern Coercion = new()
    {
        Kind = FactorKind.Risk,
        Sentence = "Someone may have forced or pressed the child",
        Reason =
            "Pressure by an unknown person calls for the police and children’s social care at once.",
        RestsOn =
        [
            new RecordedAnswer(
                "Has anyone pressed, tricked or threatened the child?",
                "Yes. “Made to do things on camera.”",
                "Another child",
                PartialDate.Parse("2026-11-24")
            ),
        ],
        Guidance = [],
        SpeaksAgainst = [],
        NotKnown = [],
        Status = GuidanceStatus.ToBeChecked,
    };

    private static readonly RecordedFormulation Formulation = new()
    {
        WhatIsHappening =
            "A 13-year-old has probably been coerced by someone unknown into acts on camera.\nShe is silent and afraid that people will be told.",
        WhatKeepsItGoing =
            "Fear of others seeing the images; the person can still reach her account.",
        WhatProtects = "A friend who spoke up. A teacher she trusts.",
        WhatWouldChangeOurMind = "A clear account from the police that no such contact took place.",
        WrittenBy = Lead,
        WrittenAt = new DateTimeOffset(2026, 11, 24, 17, 20, 0, TimeSpan.Zero),
    };

    private static readonly RecordedLevelOfConcern Level = new()
    {
        Level = "High: act today",
        Reasons = "Pressure by an unknown person, possible images, a child who has withdrawn.",
        Sureness = "Fairly sure; the account comes from one friend",
        ChosenBy = Lead,
        ChosenAt = new DateTimeOffset(2026, 11, 24, 17, 25, 0, TimeSpan.Zero),
    };

    private static readonly SecondView Second = new()
    {
        By = Nurse,
        At = new DateTimeOffset(2026, 11, 24, 17, 40, 0, TimeSpan.Zero),
        View = "I agree that this goes to the police today.",
        Disagreement =
            "I would tell the mother this evening; the referrer would wait for the police.",
    };

    public static Referral Full { get; } =
        new()
        {
            Reference = "YP-2041",
            MadeAt = new DateTimeOffset(2026, 11, 24, 17, 50, 0, TimeSpan.Zero),
            From = new Referrer(
                Lead,
                "020 7946 0123",
                "Duty manager, 020 7946 0456",
                "safeguarding@northbridge.example"
            ),
            To = new ReferralRecipient(
                "Multi-agency safeguarding hub (the front door of children’s social care)",
                "Northbridge Council",
                "Duty social worker, 24 November 2026 at 17:10"
            ),
            Child = new ReferredChild(
                "13",
                [
                    "Speaks Somali at home; an interpreter who is not family.",
                    "May say little at first; needs time and one steady person.",
                ],
                "by telephone on 24 November 2026 at 17:10"
            ),
            Reasons = "Someone unknown has pressed the child, and images may exist.",
            Requests =
            [
                "Hold a strategy discussion today.",
                "Advise who tells the child’s parents, how and when.",
            ],
            Danger = new ImmediateDanger(
                DangerAnswer.Suspected,
                "The person may still be able to reach the child’s account tonight."
            ),
            SafeContact = new SafeContact(
                ["Jo Marsh, class teacher, through the school office"],
                [
                    new DoNotContact(
                        "the child’s mother before the police have advised",
                        "we do not know yet who else in the family is involved."
                    ),
                ]
            ),
            ActionsDone =
            [
                new ActionDone(
                    "Told children’s social care by telephone.",
                    Lead,
                    new DateTimeOffset(2026, 11, 24, 17, 10, 0, TimeSpan.Zero),
                    "NC-88213"
                ),
                new ActionDone(
                    "Stopped pupils from showing anything; looked at nothing.",
                    Teacher,
                    new DateTimeOffset(2026, 11, 24, 15, 5, 0, TimeSpan.Zero)
                ),
            ],
            ActionsToDo =
            [
                new ActionToDo(
                    "Stay with the child until she is collected.",
                    "Jo Marsh",
                    "until 18:30 today"
                ),
            ],
            ChildsWords =
            [
                new ChildsWords(
                    "Don’t tell my mum. I didn’t want to, he said he’d show everyone.",
                    "Jo Marsh, class teacher",
                    PartialDate.Parse("2026-11-24"),
                    "unprompted, after the lesson"
                ),
            ],
            ChildWants = "It to stop, and nobody at school to know.",
            ChildFears = "That her mother will be told.",
            Statements =
            [
                new Statement(
                    StatementKind.Fact,
                    "Attendance fell from 97% to 71% since October.",
                    "School register",
                    PartialDate.Parse("2026-11")
                ),
                new Statement(
                    StatementKind.Report,
                    "“She was made to do things on camera and it’s on a site.”",
                    "Another pupil, to Jo Marsh",
                    PartialDate.Parse("2026-11-24")
                ),
                new Statement(
                    StatementKind.Observation,
                    "She was silent and cried when her phone buzzed.",
                    "Jo Marsh, class teacher",
                    PartialDate.Parse("2026-11-24")
                ),
            ],
            Concerns = [Coercion, Images],
            NotKnown =
            [
                new NotKnown("Who the person is.", "the police"),
                new NotKnown("Whether other pupils are in touch with the same person."),
            ],
            Formulation = Formulation,
            LevelOfConcern = Level,
            SecondView = Second,
            Sharing = new SharingBasis
            {
                LawfulBasis = "Public task: protecting a child from harm.",
                Consent = Consent.NotSafeToAsk,
                ConsentExplained = "The child is told what is shared and why.",
                Shared = ["This document.", "The school register for October and November."],
                Withheld =
                [
                    new Withheld(
                        "The friend’s name.",
                        "She asked for it, and it is not needed yet."
                    ),
                ],
            },
            Chronology =
            [
                new ChronologyEntry
                {
                    HappenedOn = PartialDate.Parse("2026-11-24"),
                    What = "A friend told the class teacher.",
                    Source = "Jo Marsh, class teacher",
                    RecordedAt = new DateTimeOffset(2026, 11, 24, 16, 52, 0, TimeSpan.Zero),
                },
                new ChronologyEntry
                {
                    HappenedOn = null,
                    What = "A first message from the unknown person.",
                    Source = "Another pupil",
                    RecordedAt = new DateTimeOffset(2026, 11, 24, 16, 55, 0, TimeSpan.Zero),
                },
                new ChronologyEntry
                {
                    HappenedOn = PartialDate.Parse("2026-10"),
                    What = "Attendance began to fall.",
                    Source = "School register",
                    RecordedAt = new DateTimeOffset(2026, 11, 24, 17, 0, 0, TimeSpan.Zero),
                },
            ],
            MadeFrom = ["Safety check, version 1.0.0", "Online harm assessment, version 1.0.0"],
        };

    /// <summary>A referral made in a hurry: only what must be there.</summary>
    public static Referral Bare { get; } =
        Full with
        {
            From = new Referrer(Lead, null, null, null),
            To = Full.To with { SpokenTo = null },
            Child = Full.Child with { Needs = [] },
            Requests = [],
            Danger = new ImmediateDanger(DangerAnswer.NotKnown, null),
            SafeContact = new SafeContact([], []),
            ActionsDone = [],
            ActionsToDo = [],
            ChildsWords = [],
            ChildWants = null,
            ChildFears = null,
            Statements = [],
            Concerns = [],
            NotKnown = [],
            Formulation = Formulation with
            {
                AnswersChangedAt = new DateTimeOffset(2026, 11, 24, 17, 45, 0, TimeSpan.Zero),
            },
            LevelOfConcern = null,
            SecondView = null,
            Sharing = Full.Sharing with { Consent = Consent.Refused, Shared = [], Withheld = [] },
            Chronology = [],
            MadeFrom = [],
        };

    public static Chronology Chronology { get; } =
        new()
        {
            Reference = Full.Reference,
            Agency = "Northbridge School",
            MadeAt = Full.MadeAt,
            Entries = Full.Chronology,
        };

    public static DecisionRecord DoNotRefer { get; } =
        new()
        {
            Kind = DecisionKind.DoNotRefer,
            Reference = "YP-2050",
            MadeAt = new DateTimeOffset(2026, 11, 24, 17, 50, 0, TimeSpan.Zero),
            DecidedBy = Lead,
            DecidedAt = new DateTimeOffset(2026, 11, 24, 17, 45, 0, TimeSpan.Zero),
            Reasons =
                "A parent misread a holiday photograph. No sign of harm, pressure or unknown contact.",
            Asked =
            [
                new PersonAsked(
                    Nurse,
                    "Whether anything in the health record points the other way.",
                    new DateTimeOffset(2026, 11, 24, 17, 0, 0, TimeSpan.Zero),
                    "Nothing does."
                ),
            ],
            LookAgainOn = new DateOnly(2026, 12, 8),
            LooksAgain = Lead,
            Meanwhile = ["Form tutor keeps an eye and an open door."],
            Concerns = [],
            NotKnown = [],
            Formulation = null,
            LevelOfConcern = null,
            SecondView = null,
            MadeFrom = ["Online harm assessment, version 1.0.0"],
        };

    public static DecisionRecord Consultation { get; } =
        DoNotRefer with
        {
            Kind = DecisionKind.AskForConsultation,
            Reasons = "We cannot tell whether the new friend is a child or an adult.",
            Asked =
            [
                new PersonAsked(
                    Nurse,
                    "How to ask the child without leading.",
                    new DateTimeOffset(2026, 11, 24, 17, 0, 0, TimeSpan.Zero),
                    null
                ),
            ],
            Concerns = [Images],
            NotKnown = [new NotKnown("Whether the new friend is a child.")],
            Formulation = Formulation,
            LevelOfConcern = Level,
            SecondView = Second,
        };
}
