namespace Waymark.Content;

/// <summary>An invented case, put together from many, with what is right and wrong to do. Not confirmed by a panel: nobody is to be scored on it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Number">Its number in the list; 0 for the one without alarm.</param>
/// <param name="Title">Its title.</param>
/// <param name="Marks">What it is: composite, invented, not validated.</param>
/// <param name="Version">Its version.</param>
/// <param name="AgeBand">The child's age band.</param>
/// <param name="Who">The child and who noticed, in a few words.</param>
/// <param name="Narrative">What is known at first, a paragraph each.</param>
/// <param name="SafetyCheck">The answers a practitioner would give to the safety check.</param>
/// <param name="Assessment">The answers a practitioner would give to the assessment.</param>
/// <param name="Essential">What must be done.</param>
/// <param name="Acceptable">What is right in some circumstances.</param>
/// <param name="Unsafe">What must not be done, and must never be suggested.</param>
/// <param name="KeyFactors">The factors it turns on.</param>
/// <param name="Sources">The sources it rests on.</param>
/// <param name="EndsCalmly">Whether it must end without an alarm.</param>
public sealed record CaseStudy(
    string Id,
    int Number,
    string Title,
    IReadOnlyList<string> Marks,
    string Version,
    string AgeBand,
    string Who,
    IReadOnlyList<string> Narrative,
    IReadOnlyList<ExampleAnswer> SafetyCheck,
    IReadOnlyList<ExampleAnswer> Assessment,
    IReadOnlyList<EssentialStep> Essential,
    IReadOnlyList<AcceptableStep> Acceptable,
    IReadOnlyList<UnsafeStep> Unsafe,
    IReadOnlyList<string> KeyFactors,
    IReadOnlyList<string> Sources,
    bool EndsCalmly = false
);

/// <summary>Something that must be done.</summary>
/// <param name="Text">What.</param>
/// <param name="Rules">The rules that say so.</param>
/// <param name="Urgency">How soon.</param>
public sealed record EssentialStep(string Text, IReadOnlyList<string> Rules, Urgency Urgency);

/// <summary>Something that is right in some circumstances.</summary>
/// <param name="Text">What.</param>
/// <param name="Rules">The rules that say so.</param>
public sealed record AcceptableStep(string Text, IReadOnlyList<string> Rules);

/// <summary>Something that must not be done.</summary>
/// <param name="Text">What.</param>
/// <param name="MustNotMatch">Regular expressions that no suggested action's title or reason may match.</param>
/// <param name="SaidAsDoNot">Rules that warn of it.</param>
public sealed record UnsafeStep(
    string Text,
    IReadOnlyList<string> MustNotMatch,
    IReadOnlyList<string> SaidAsDoNot
);
