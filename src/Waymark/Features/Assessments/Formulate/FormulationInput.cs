using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Assessments.Formulate;

/// <summary>What the formulation page asks. Everything may be saved half-written; a level needs its reasons.</summary>
public sealed class FormulationInput
{
    public string? WhatIsHappening { get; set; }
    public string? WhatKeepsItGoing { get; set; }
    public string? WhatProtects { get; set; }
    public string? WhatWouldChangeOurMind { get; set; }
    public string? LevelOfConcern { get; set; }
    public string? Reasons { get; set; }
    public string? Sureness { get; set; }

    /// <summary>The number of the version the writer had in front of them; 0 for none.</summary>
    public int BasedOn { get; set; }

    /// <summary>What is wrong; empty when it can be saved.</summary>
    public IReadOnlyList<FieldError> Check()
    {
        List<FieldError> errors = [];
        CheckLength(errors, nameof(WhatIsHappening), WhatIsHappening, "what is happening");
        CheckLength(errors, nameof(WhatKeepsItGoing), WhatKeepsItGoing, "what keeps it going");
        CheckLength(errors, nameof(WhatProtects), WhatProtects, "what protects the child");
        CheckLength(
            errors,
            nameof(WhatWouldChangeOurMind),
            WhatWouldChangeOurMind,
            "what would change your mind"
        );
        CheckLength(errors, nameof(Reasons), Reasons, "your reasons");
        if (!string.IsNullOrEmpty(LevelOfConcern) && Level is null)
        {
            errors.Add(
                new(
                    nameof(LevelOfConcern),
                    "Choose one of the levels of concern on the list",
                    "level-not-offered"
                )
            );
        }
        if (!string.IsNullOrEmpty(Sureness) && Sure is null)
        {
            errors.Add(
                new(
                    nameof(Sureness),
                    "Choose how sure you are from the list",
                    "sureness-not-offered"
                )
            );
        }
        if (Level is not null && string.IsNullOrWhiteSpace(Reasons))
        {
            errors.Add(
                new(
                    nameof(Reasons),
                    "Give your reasons for the level of concern you chose",
                    "reasons-required"
                )
            );
        }
        if (Level is not null && Sure is null && string.IsNullOrEmpty(Sureness))
        {
            errors.Add(
                new(nameof(Sureness), "Say how sure you are of your judgement", "sureness-required")
            );
        }
        return errors;
    }

    /// <summary>The level chosen, or null.</summary>
    public LevelOfConcern? Level => Codes.Parse<LevelOfConcern>(LevelOfConcern);

    /// <summary>The sureness chosen, or null.</summary>
    public Sureness? Sure => Codes.Parse<Sureness>(Sureness);

    private static void CheckLength(
        List<FieldError> errors,
        string field,
        string? text,
        string what
    )
    {
        if ((text?.Length ?? 0) > Formulation.TextLength)
        {
            errors.Add(
                new(
                    field,
                    $"Shorten {what} to {Formulation.TextLength} characters or fewer; you wrote {text!.Length}",
                    "text-too-long"
                )
            );
        }
    }

    /// <summary>The words of a version, to go on from.</summary>
    public static FormulationInput From(Formulation? current) =>
        current is null
            ? new()
            : new()
            {
                WhatIsHappening = current.WhatIsHappening,
                WhatKeepsItGoing = current.WhatKeepsItGoing,
                WhatProtects = current.WhatProtects,
                WhatWouldChangeOurMind = current.WhatWouldChangeOurMind,
                LevelOfConcern = Codes.Of(current.LevelOfConcern),
                Reasons = current.Reasons,
                Sureness = Codes.Of(current.Sureness),
                BasedOn = current.Number,
            };
}
