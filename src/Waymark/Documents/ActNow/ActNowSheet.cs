namespace Waymark.Documents.ActNow;

/// <summary>What stands on an act-now sheet. The page fills it from the safety check's answers and rules; nothing here is looked up.</summary>
public sealed record ActNowSheet
{
    /// <summary>The agency's own reference for the child, or null in the open safety check. Never a name.</summary>
    public required string? Reference { get; init; }

    /// <summary>When the sheet was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The agency the sheet was made in, or null for the open safety check, of which nothing is stored.</summary>
    public required string? Agency { get; init; }

    /// <summary>The rules the steps come from: "Safety check, version 1.0.0".</summary>
    public required string MadeFrom { get; init; }

    /// <summary>What to do, in the order to do it. Steps are grouped by urgency; within one urgency the order is kept.</summary>
    public required IReadOnlyList<ActNowStep> Steps { get; init; }

    /// <summary>What not to do, in this situation: each a sentence beginning "Do not".</summary>
    public required IReadOnlyList<string> DoNot { get; init; }

    /// <summary>Who to call, in the order the steps name them.</summary>
    public required IReadOnlyList<SheetRoute> Routes { get; init; }

    /// <summary>Sentences to say to the child.</summary>
    public required IReadOnlyList<string> Say { get; init; }

    /// <summary>What not to say to the child, or ask of the child.</summary>
    public required IReadOnlyList<string> DoNotSay { get; init; }
}

/// <summary>How soon a step must be done.</summary>
public enum Urgency
{
    /// <summary>Before anything else.</summary>
    Now,

    /// <summary>Before the day ends.</summary>
    Today,

    /// <summary>Within seven days.</summary>
    ThisWeek,

    /// <summary>Worth weighing; no time is set.</summary>
    Consider,
}

/// <summary>One step.</summary>
public sealed record ActNowStep
{
    /// <summary>The step in the imperative: "Ring 999".</summary>
    public required string WhatToDo { get; init; }

    /// <summary>The reason in a sentence.</summary>
    public required string Why { get; init; }

    /// <summary>What the law says of it on the day of the sheet, or null. Said once on the sheet, however many steps have it.</summary>
    public string? Law { get; init; }

    /// <summary>How soon.</summary>
    public required Urgency Urgency { get; init; }

    /// <summary>Who does it: a role ("the designated safeguarding lead"), or null where it is whoever holds the sheet.</summary>
    public string? Who { get; init; }

    /// <summary>By when, in words ("before the child goes home"), or null where the urgency says it all.</summary>
    public string? ByWhen { get; init; }

    /// <summary>What not to do in this step: each a sentence beginning "Do not".</summary>
    public IReadOnlyList<string> DoNot { get; init; } = [];

    /// <summary>The names of the routes that this step uses, as in <see cref="SheetRoute.Name"/>.</summary>
    public IReadOnlyList<string> Routes { get; init; } = [];

    /// <summary>How far the step's advice has been confirmed.</summary>
    public GuidanceStatus Status { get; init; } = GuidanceStatus.GuidanceDerived;
}

/// <summary>Someone to call.</summary>
public sealed record SheetRoute
{
    /// <summary>The service's name, without an acronym that a reader may not know.</summary>
    public required string Name { get; init; }

    /// <summary>Its number, or null.</summary>
    public string? Phone { get; init; }

    /// <summary>Its web address, or null.</summary>
    public string? Url { get; init; }

    /// <summary>When it answers, or null where that is not known.</summary>
    public string? Hours { get; init; }

    /// <summary>What it does, in one sentence or more.</summary>
    public required string Does { get; init; }

    /// <summary>What it does not do, in sentences that stand on their own ("Not for emergencies."), or null.</summary>
    public string? DoesNot { get; init; }

    /// <summary>The day someone last checked number, address and hours, or null if nobody has.</summary>
    public DateOnly? LastChecked { get; init; }

    /// <summary>What is wrong with the entry (past its review date, sources that conflict), or null.</summary>
    public string? Warning { get; init; }
}
