using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Waymark.Components.Govuk;
using Waymark.Instruments;

namespace Waymark.Components.Questions;

/// <summary>The help of a question: what helps to answer as a hint above the fields, the rest folded away below them.</summary>
/// <param name="Hint">Help of no kind, and how to write the answer; null for none.</param>
/// <param name="Details">Why we ask, what to do if not sure, what a yes starts.</param>
internal sealed record QuestionHelp(HintOptions? Hint, IReadOnlyList<DetailsOptions> Details)
{
    private const string HelpKind = "https://waymark.example/fhir/StructureDefinition/help-kind";
    private const string Source = "https://waymark.example/fhir/StructureDefinition/source";

    private const string Verbatim = "https://waymark.example/fhir/StructureDefinition/verbatim";

    internal static QuestionHelp Of(QuestionsOptions page, QuestionView view)
    {
        var hints = new List<string>();
        var details = new List<DetailsOptions>();
        // The texts of the help items come first and in their order; what is left over is how to write the answer.
        var helpItems = view.Item.Items.Where(IsHelp).ToList();
        foreach (var (index, text) in view.Help.Index())
        {
            var item = index < helpItems.Count ? helpItems[index] : null;
            var kind = item?.ExtensionString(HelpKind);
            if (SummaryOf(kind) is { } summary)
            {
                details.Add(new() { SummaryText = summary, Html = WithSources(page, text, item!) });
            }
            else
            {
                hints.Add(text);
            }
        }

        if (view.Item.ExtensionString(Verbatim) == "true")
        {
            hints.Add("Word for word, as it was said.");
        }

        return new(hints.Count == 0 ? null : new() { Text = string.Join(' ', hints) }, details);
    }

    private static bool IsHelp(ItemDefinition item) =>
        item
            is {
                Type: ItemType.Display,
                ItemControl: "help" or "flyover" or "unit" or "lower" or "upper"
            };

    private static string? SummaryOf(string? kind) =>
        kind switch
        {
            "why" => "Why we ask",
            "not-sure" => "If you are not sure",
            "starts" => "What a yes starts",
            _ => null,
        };

    private static HtmlString WithSources(QuestionsOptions page, string text, ItemDefinition item)
    {
        var sources = item.ExtensionStrings(Source)
            .Select(id => page.SourceTitle?.Invoke(id))
            .OfType<string>()
            .ToList();
        var encode = HtmlEncoder.Default;
        return new(
            $"<p class=\"govuk-body\">{encode.Encode(text)}</p>"
                + (
                    sources.Count == 0
                        ? ""
                        : $"<p class=\"wm-sources\">From: {encode.Encode(string.Join("; ", sources))}</p>"
                )
        );
    }
}
