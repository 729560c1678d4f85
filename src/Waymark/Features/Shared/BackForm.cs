namespace Waymark.Features.Shared;

/// <summary>The way back in questions that carry their answers along from page to page: a form, since a link carries nothing.</summary>
/// <param name="Action">Where the questions are asked: a path of this site.</param>
/// <param name="Carried">The hidden fields: name and value. The page reads the field <c>_back</c> beside them.</param>
public sealed record BackForm(string Action, IReadOnlyList<(string Name, string? Value)> Carried);
