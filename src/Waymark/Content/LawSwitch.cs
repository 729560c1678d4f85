namespace Waymark.Content;

/// <summary>A piece of law or statutory guidance that begins on a date, and what is said before and after.</summary>
/// <param name="Id">The name rules point to it by.</param>
/// <param name="Title">What it is.</param>
/// <param name="EnactedOn">When it was passed; <see langword="null"/> when it was not an Act or is not known.</param>
/// <param name="InForceFrom">The first day it applies; <see langword="null"/> until a named person has found the commencement.</param>
/// <param name="Status">Its state in words.</param>
/// <param name="Mark">How well this is established.</param>
/// <param name="NotYet">What is said while it does not apply.</param>
/// <param name="InForce">What is said once it applies.</param>
/// <param name="Gates">The sources whose rules must name this switch, because what they say depends on its date.</param>
/// <param name="Sources">The sources this rests on.</param>
public sealed record LawSwitch(
    string Id,
    string Title,
    DateOnly? EnactedOn,
    DateOnly? InForceFrom,
    string Status,
    SourceMark Mark,
    string NotYet,
    string InForce,
    IReadOnlyList<string> Gates,
    IReadOnlyList<string> Sources
)
{
    /// <summary>Whether it applies on a day. Unknown commencement counts as not yet.</summary>
    /// <param name="today">The day.</param>
    public bool IsInForceOn(DateOnly today) => InForceFrom is { } from && today >= from;

    /// <summary>What to say about it on a day.</summary>
    /// <param name="today">The day.</param>
    public string TextOn(DateOnly today) => IsInForceOn(today) ? InForce : NotYet;
}

/// <summary>The file <c>reference/law.json</c>.</summary>
/// <param name="About">How the dates are kept.</param>
/// <param name="CompiledOn">The day the list was made.</param>
/// <param name="Switches">The switches.</param>
internal sealed record LawFile(
    string About,
    DateOnly CompiledOn,
    IReadOnlyList<LawSwitch> Switches
);
