using Hl7.Fhir.Model;

namespace Waymark.Instruments;

/// <summary>What an open form knows besides its answers.</summary>
/// <param name="Now">The moment that <c>now()</c> and <c>today()</c> give, with the offset of the place.</param>
/// <param name="LaunchContext">What the application hands in, by the name expressions know it by: launch contexts and the results of queries.</param>
/// <param name="StepBudget">
/// How many steps one change, one validation or one evaluation may take in all; a step is about one element looked at. Exceeding it is an
/// issue (<see cref="IssueCodes.BudgetExceeded"/>), not an exception.
/// </param>
public sealed record EvaluationContext(
    DateTimeOffset Now,
    IReadOnlyDictionary<string, IReadOnlyList<Base>>? LaunchContext = null,
    long StepBudget = EvaluationContext.DefaultStepBudget
)
{
    /// <summary>Enough for forms of many thousand items, and about a second of work.</summary>
    public const long DefaultStepBudget = 10_000_000;

    /// <summary>The language to give texts in, as a tag such as <c>cy</c>; where there is no translation, the instrument's own.</summary>
    public string? Language { get; init; }
}
