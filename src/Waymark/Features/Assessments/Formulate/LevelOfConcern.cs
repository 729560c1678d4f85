namespace Waymark.Features.Assessments.Formulate;

/// <summary>A person's judgement in words. It is chosen, never computed, and has no number.</summary>
public enum LevelOfConcern
{
    NoSignOfHarm,
    EarlyHelp,
    ChildInNeed,
    SignificantHarm,
    ImmediateDanger,
}

/// <summary>How sure a practitioner is of their own judgement.</summary>
public enum Sureness
{
    Low,
    Medium,
    High,
}

/// <summary>The judgements as people read them.</summary>
public static class JudgementWords
{
    public static string Words(this LevelOfConcern level) =>
        level switch
        {
            LevelOfConcern.NoSignOfHarm => "No sign of harm found so far",
            LevelOfConcern.EarlyHelp => "Worried: the child and family need early help",
            LevelOfConcern.ChildInNeed => "Concerned: a child in need of help and support",
            LevelOfConcern.SignificantHarm =>
                "Seriously concerned: reason to suspect significant harm",
            LevelOfConcern.ImmediateDanger => "Immediate danger",
        };

    public static string Hint(this LevelOfConcern level) =>
        level switch
        {
            LevelOfConcern.NoSignOfHarm =>
                "What worried you has another explanation, or nothing points to harm. Say when you will look again.",
            LevelOfConcern.EarlyHelp => "Help now could stop things getting worse.",
            LevelOfConcern.ChildInNeed => "Children Act 1989, section 17.",
            LevelOfConcern.SignificantHarm =>
                "Children Act 1989, section 47: children's social care must be told.",
            LevelOfConcern.ImmediateDanger => "Call 999 first if you have not.",
        };

    public static string Words(this Sureness sureness) =>
        sureness switch
        {
            Sureness.Low => "Not very sure",
            Sureness.Medium => "Fairly sure",
            Sureness.High => "Very sure",
        };
}
