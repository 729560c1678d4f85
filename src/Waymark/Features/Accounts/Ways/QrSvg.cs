using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Waymark.Features.Accounts.Ways;

/// <summary>A QR code drawn as SVG in the page itself: nothing is fetched, and no image file is made.</summary>
public static class QrSvg
{
    private const string Title = "QR code for your code app. The key below does the same.";

    /// <summary>Draws a text; black on white whatever the page's colours are, or no camera reads it.</summary>
    public static IHtmlContent Draw(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count;
        var path = new StringBuilder();
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                if (code.ModuleMatrix[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }
        return new HtmlString(
            $"<svg class=\"wm-qr\" role=\"img\" aria-label=\"{Title}\" viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\">"
                + $"<rect width=\"{size}\" height=\"{size}\" fill=\"#fff\"/><path fill=\"#000\" d=\"{path}\"/></svg>"
        );
    }
}
