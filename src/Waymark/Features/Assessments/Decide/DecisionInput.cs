using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Assessments.Decide;

/// <summary>What the decision page asks, and what each kind of decision requires.</summary>
public sealed class DecisionInput
{
    /// <summary>The furthest a look-again date may lie ahead, in days: a decision not to refer is not for ever.</summary>
    public const int LookAgainWithinDays = 366;

    public string? Kind { get; set; }
    public string? Reasons { get; set; }
    public string? SentTo { get; set; }
    public string? ConsultWith { get; set; }
    public string? LawfulBasis { get; set; }
    public string? Consent { get; set; }
    public string? ConsentReasons { get; set; }
    public string? WhatIsShared { get; set; }
    public string? Requests { get; set; }
    public string? Question { get; set; }
    public string? SafeContact { get; set; }
    public string? WhoWasAsked { get; set; }
    public DayInput LookAgain { get; set; } = new();
    public DayInput ConsultBy { get; set; } = new();

    /// <summary>The number of the version the writer had in front of them; 0 for none.</summary>
    public int BasedOn { get; set; }

    /// <summary>The kind chosen, or null.</summary>
    public DecisionKind? ChosenKind => Codes.Parse<DecisionKind>(Kind);

    /// <summary>What is wrong on the given day; empty when it can be saved.</summary>
    public IReadOnlyList<FieldError> Check(DateOnly today)
    {
        List<FieldError> errors = [];
        if (ChosenKind is not { } kind)
        {
            errors.Add(new(nameof(Kind), "Choose what you have decided", "kind-required"));
            return errors;
        }
        switch (kind)
        {
            case DecisionKind.Refer:
                Require(
                    errors,
                    nameof(SentTo),
                    SentTo,
                    "Say where the referral goes, for instance children's social care"
                );
                Require(errors, nameof(Requests), Requests, "Say what you ask them to do");
                CheckLawfulBasis(errors);
                Require(
                    errors,
                    nameof(WhatIsShared),
                    WhatIsShared,
                    "Say what you share, and what you hold back and why"
                );
                break;
            case DecisionKind.DoNotRefer:
                Require(
                    errors,
                    nameof(WhoWasAsked),
                    WhoWasAsked,
                    "Say who you asked for a second view"
                );
                CheckDay(
                    errors,
                    nameof(LookAgain),
                    LookAgain,
                    today,
                    "the date when you will look again"
                );
                break;
            case DecisionKind.Consult:
                Require(errors, nameof(ConsultWith), ConsultWith, "Say who you are asking");
                Require(errors, nameof(Question), Question, "Say what you want to ask them");
                CheckDay(
                    errors,
                    nameof(ConsultBy),
                    ConsultBy,
                    today,
                    "the date by when you need their answer"
                );
                break;
        }
        Require(errors, nameof(Reasons), Reasons, "Give the reasons for your decision");
        CheckLength(errors, nameof(SafeContact), SafeContact);
        return errors;
    }

    /// <summary>The decision these words make.</summary>
    public Decision ToDecision(
        Guid id,
        Guid agencyId,
        Guid concernId,
        int number,
        string settles,
        DateTimeOffset now,
        Guid byId,
        string byName
    )
    {
        var kind = ChosenKind ?? throw new InvalidOperationException("Check the input first.");
        var refer = kind == DecisionKind.Refer;
        return new()
        {
            Id = id,
            AgencyId = agencyId,
            ConcernId = concernId,
            Number = number,
            BasedOn = BasedOn,
            Settles = settles,
            Kind = kind,
            Reasons = Text(Reasons),
            SentTo = kind switch
            {
                DecisionKind.Refer => Text(SentTo),
                DecisionKind.Consult => Text(ConsultWith),
                DecisionKind.DoNotRefer => "",
            },
            LawfulBasis = refer ? Codes.Parse<LawfulBasis>(LawfulBasis) : null,
            Consent = refer ? Codes.Parse<Consent>(Consent) : null,
            ConsentReasons = refer ? Text(ConsentReasons) : "",
            WhatIsShared = refer ? Text(WhatIsShared) : "",
            Requests = kind switch
            {
                DecisionKind.Refer => Text(Requests),
                DecisionKind.Consult => Text(Question),
                DecisionKind.DoNotRefer => "",
            },
            SafeContact = refer ? Text(SafeContact) : "",
            WhoWasAsked = kind == DecisionKind.DoNotRefer ? Text(WhoWasAsked) : "",
            LookAgainOn = kind switch
            {
                DecisionKind.DoNotRefer => LookAgain.Day,
                DecisionKind.Consult => ConsultBy.Day,
                DecisionKind.Refer => null,
            },
            WrittenAt = now,
            WrittenById = byId,
            WrittenByName = byName,
        };
    }

    /// <summary>The words of a version, to go on from.</summary>
    public static DecisionInput From(Decision? current) =>
        current is null
            ? new()
            : new()
            {
                Kind = Codes.Of<DecisionKind>(current.Kind),
                Reasons = current.Reasons,
                SentTo = current.Kind == DecisionKind.Refer ? current.SentTo : "",
                ConsultWith = current.Kind == DecisionKind.Consult ? current.SentTo : "",
                LawfulBasis = Codes.Of(current.LawfulBasis),
                Consent = Codes.Of(current.Consent),
                ConsentReasons = current.ConsentReasons,
                WhatIsShared = current.WhatIsShared,
                Requests = current.Kind == DecisionKind.Refer ? current.Requests : "",
                Question = current.Kind == DecisionKind.Consult ? current.Requests : "",
                SafeContact = current.SafeContact,
                WhoWasAsked = current.WhoWasAsked,
                LookAgain = DayInput.From(
                    current.Kind == DecisionKind.DoNotRefer ? current.LookAgainOn : null
                ),
                ConsultBy = DayInput.From(
                    current.Kind == DecisionKind.Consult ? current.LookAgainOn : null
                ),
                BasedOn = current.Number,
            };

    private void CheckLawfulBasis(List<FieldError> errors)
    {
        if (Codes.Parse<LawfulBasis>(LawfulBasis) is null)
        {
            errors.Add(
                new(
                    nameof(LawfulBasis),
                    "Choose the lawful basis for sharing",
                    "lawful-basis-required"
                )
            );
        }
        var consent = Codes.Parse<Consent>(Consent);
        if (consent is null)
        {
            errors.Add(
                new(
                    nameof(Consent),
                    "Say whether the family or child were asked",
                    "consent-required"
                )
            );
        }
        else if (consent != Decide.Consent.Given)
        {
            Require(
                errors,
                nameof(ConsentReasons),
                ConsentReasons,
                "Say why they were not asked, or what they said"
            );
        }
        CheckLength(errors, nameof(ConsentReasons), ConsentReasons);
    }

    private static void Require(List<FieldError> errors, string field, string? text, string message)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            errors.Add(new(field, message, "required"));
        }
        else
        {
            CheckLength(errors, field, text);
        }
    }

    private static void CheckLength(List<FieldError> errors, string field, string? text)
    {
        if ((text?.Length ?? 0) > Decision.TextLength && !errors.Exists(e => e.Field == field))
        {
            errors.Add(
                new(
                    field,
                    $"Shorten this to {Decision.TextLength} characters or fewer; you wrote {text!.Length}",
                    "text-too-long"
                )
            );
        }
    }

    private static void CheckDay(
        List<FieldError> errors,
        string field,
        DayInput input,
        DateOnly today,
        string what
    )
    {
        if (input.IsEmpty)
        {
            errors.Add(new(field, $"Enter {what}", "date-required"));
        }
        else if (input.Day is not { } day)
        {
            errors.Add(
                new(field, $"Enter {what} as day, month and year, like 27 3 2027", "date-not-real")
            );
        }
        else if (day < today)
        {
            errors.Add(new(field, $"Enter {what}: it must be today or later", "date-in-past"));
        }
        else if (day > today.AddDays(LookAgainWithinDays))
        {
            errors.Add(new(field, $"Enter {what}: it must be within a year", "date-too-far"));
        }
    }

    private static string Text(string? typed) => (typed ?? "").Trim();
}
