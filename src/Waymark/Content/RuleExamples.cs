namespace Waymark.Content;

/// <summary>Examples that show when a rule applies and when it does not.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Passing">Answers for which it applies.</param>
/// <param name="Failing">Answers for which it does not; none for a rule that always applies.</param>
public sealed record RuleExamples(
    string Id,
    IReadOnlyList<Example> Passing,
    IReadOnlyList<Example> Failing
);

/// <summary>Answers to an instrument, with a name.</summary>
/// <param name="Name">What the example shows.</param>
/// <param name="Answers">The answers, each after those that enable it.</param>
public sealed record Example(string Name, IReadOnlyList<ExampleAnswer> Answers);

/// <summary>The file <c>examples.json</c> beside an instrument.</summary>
/// <param name="Instrument">The canonical of the instrument with its version.</param>
/// <param name="Rules">The examples by rule.</param>
internal sealed record ExampleFile(string Instrument, IReadOnlyList<RuleExamples> Rules);
