using System.Text;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;
using Waymark.Features.Shared.Forms;
using Waymark.Security.FreeText;

namespace Waymark.Security;

/// <summary>
/// Puts every posted text through <see cref="FreeTextGuard"/> before any page sees the form. What is refused is taken out of the form at
/// once, so that a page that forgets to ask cannot save, log or show it; what may stay of it takes its place, so that she need not type
/// it again. The page finds the refusals in <see cref="GuardedForm"/>.
/// </summary>
/// <remarks>Fields whose names begin with "_" belong to the page's own machinery (tokens, sealed answers) and are never kept as words.</remarks>
public sealed class FreeTextGuardFilter : IAsyncResourceFilter
{
    /// <summary>What the codes of refusals about pictures, videos and files begin with.</summary>
    public const string ImageCodePrefix = "image-";

    /// <inheritdoc/>
    public async Task OnResourceExecutionAsync(
        ResourceExecutingContext context,
        ResourceExecutionDelegate next
    )
    {
        var http = context.HttpContext;
        if (http.Request.HasFormContentType)
        {
            Guard(http, await http.Request.ReadFormAsync(http.RequestAborted));
        }
        await next();
    }

    private static void Guard(HttpContext http, IFormCollection posted)
    {
        var fields = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        var refusals = new List<FieldError>();
        foreach (var (name, values) in posted)
        {
            if (name.StartsWith('_'))
            {
                fields[name] = values;
                continue;
            }
            var kept = new string?[values.Count];
            for (var i = 0; i < values.Count; i++)
            {
                var refusal = FreeTextGuard.Check(name, values[i]);
                kept[i] = refusal is null ? values[i] : refusal.Remainder ?? "";
                if (refusal is not null && !refusals.Exists(known => known.Field == name))
                {
                    refusals.Add(new FieldError(name, refusal.Message, CodeOf(refusal)));
                }
            }
            fields[name] = new StringValues(kept);
        }
        if (refusals.Count > 0)
        {
            http.Request.Form = new FormCollection(fields);
            GuardedForm.Refuse(http, refusals);
        }
    }

    /// <summary>"image-data-uri", "image-host" …, or "too-long".</summary>
    private static string CodeOf(FreeTextRefusal refusal)
    {
        var code = new StringBuilder();
        foreach (var c in refusal.Code.ToString())
        {
            code.Append(char.IsUpper(c) && code.Length > 0 ? "-" : "")
                .Append(char.ToLowerInvariant(c));
        }
        var kebab = code.ToString();
        return !refusal.IsAboutImages || kebab.StartsWith(ImageCodePrefix, StringComparison.Ordinal)
            ? kebab
            : ImageCodePrefix + kebab;
    }
}
