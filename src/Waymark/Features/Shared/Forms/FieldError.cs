namespace Waymark.Features.Shared.Forms;

/// <summary>What is wrong with one field of a form, and what to do.</summary>
/// <param name="Field">The field's name, which is also its element's id.</param>
/// <param name="Message">Says what to do next.</param>
/// <param name="Code">A stable code for tests and logs, for instance <c>required</c>.</param>
public sealed record FieldError(string Field, string Message, string Code)
{
    /// <summary>The question of an instrument that the field belongs to, or null for a field of the page's own.</summary>
    public string? LinkId { get; init; }
}
