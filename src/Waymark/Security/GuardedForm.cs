using Waymark.Features.Shared.Forms;

namespace Waymark.Security;

/// <summary>What the free-text guard refused of the form that was posted.</summary>
public static class GuardedForm
{
    private static readonly object s_key = new();

    /// <summary>The refusals, one for each field; empty when all text was taken.</summary>
    public static IReadOnlyList<FieldError> Refusals(HttpContext context) =>
        context.Items[s_key] as IReadOnlyList<FieldError> ?? [];

    /// <summary>Remembers the refusals for the page that handles the form.</summary>
    internal static void Refuse(HttpContext context, IReadOnlyList<FieldError> refusals) =>
        context.Items[s_key] = refusals;
}
