using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;
using Waymark.Features.Shared.Forms;
using Waymark.Security.FreeText;

namespace Waymark.Security;

/// <summary>
/// Guards every form that is posted to any page: a text with an image in it, a data address or a link to an image host never
/// reaches the page. What can be kept of it is put in its place, so that a page that forgets to ask still stores nothing of
/// it; a page that asks shows why.
/// </summary>
public sealed class GuardedForm : IAsyncPageFilter
{
    private static readonly object s_key = new();

    /// <summary>Fields that hold no free text: tokens and sealed answers of our own, and passwords, which are never stored.</summary>
    private static bool IsOurs(string field) => field.StartsWith('_') || field == "Password";

    /// <summary>The refusals, one for each field; empty when all text was taken.</summary>
    public static IReadOnlyList<FieldError> Refusals(HttpContext context) =>
        context.Items[s_key] as IReadOnlyList<FieldError> ?? [];

    public async Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        var request = context.HttpContext.Request;
        if (!request.HasFormContentType)
        {
            return;
        }
        var form = await request.ReadFormAsync(context.HttpContext.RequestAborted);
        List<FieldError> refusals = [];
        Dictionary<string, StringValues> kept = new(StringComparer.Ordinal);
        foreach (var (field, values) in form)
        {
            kept[field] = IsOurs(field)
                ? values
                : new([.. values.Select(text => Keep(field, text, refusals))]);
        }
        if (refusals.Count > 0)
        {
            request.Form = new FormCollection(kept);
            context.HttpContext.Items[s_key] = refusals;
        }
    }

    public Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    ) => next();

    private static string? Keep(string field, string? text, List<FieldError> refusals)
    {
        // A page that allows less than the guard's own limit says so itself.
        if (FreeTextGuard.Check("field", text) is not { } refusal)
        {
            return text;
        }
        refusals.Add(new(field, refusal.Message, "free-text:" + refusal.Code));
        return refusal.Remainder ?? "";
    }
}
