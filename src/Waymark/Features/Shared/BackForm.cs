namespace Waymark.Features.Shared;

/// <summary>The way back in questions that carry their answers along from page to page: a form, since a link carries nothing.</summary>
/// <param name="Action">Where the questions are asked: a path of this site.</param>
/// <param name="Carried">The hidden fields: name and value.</param>
public sealed record BackForm(string Action, IReadOnlyList<(string Name, string? Value)> Carried)
{
    /// <summary>The name of the field that asks for the question before.</summary>
    public const string Field = "_back";
}
