using Microsoft.AspNetCore.Mvc.Rendering;
using Waymark.Components.Govuk;

namespace Waymark.Features.Shared.Forms;

/// <summary>The pieces that every form of Waymark writes the same way.</summary>
public static class FormHtml
{
    /// <summary>The error message component for a message, or null when there is none.</summary>
    public static ErrorMessageOptions? Error(this IHtmlHelper html, string? message)
    {
        ArgumentNullException.ThrowIfNull(html);
        return message is null ? null : new() { Text = message };
    }
}
