namespace Waymark.Instruments;

/// <summary>That an item applies while one other question has one of these answers; a page may fold the item by it as people answer.</summary>
/// <param name="LinkId">The question that decides.</param>
/// <param name="Answers">The answers with which the item applies.</param>
public sealed record ShownBy(string LinkId, IReadOnlyList<AnswerValue> Answers);

public sealed partial class ItemDefinition
{
    /// <summary>
    /// Which answers of which one question make this item apply, or <see langword="null"/> when its enablement rests on nothing, on more
    /// than one question, or on more than a plain equality. What contains the item may disable it all the same.
    /// </summary>
    public ShownBy? ShownBy =>
        EnableWhen.Count > 0
        && EnableWhenExpression is null
        && (EnableWhen.Count == 1 || !EnableAll)
        && EnableWhen.All(condition =>
            condition.Operator == EnableOperator.Equal
            && condition.Question == EnableWhen[0].Question
        )
            ? new(EnableWhen[0].Question, [.. EnableWhen.Select(condition => condition.Answer)])
            : null;
}
