using System.Text.Json;
using Waymark.Content;
using Waymark.Instruments;

namespace Waymark.Features.Surveys.Codebook;

/// <summary>What must be said beside every figure of an instrument.</summary>
public static class InstrumentCaveat
{
    /// <summary>The caveat on the instrument itself; null when it has none.</summary>
    public static string? Of(Instrument instrument)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        using var document = JsonDocument.Parse(
            instrument.Json,
            new JsonDocumentOptions { MaxDepth = 200 }
        );
        return document.RootElement.TryGetProperty("extension", out var extensions)
            ? extensions
                .EnumerateArray()
                .Where(extension =>
                    extension.GetProperty("url").GetString() == ContentUrls.Caveat
                    && extension.TryGetProperty("valueString", out _)
                )
                .Select(extension => extension.GetProperty("valueString").GetString())
                .FirstOrDefault()
            : null;
    }
}
