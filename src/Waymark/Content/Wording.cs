using System.Text;
using Waymark.Instruments;

namespace Waymark.Content;

/// <summary>Everything people read of an instrument and its rules, as plain text: what is approved, and what the language check looks at.</summary>
internal static class Wording
{
    /// <summary>The text of <c>wording.approved.txt</c>. Deterministic; ends with a line break.</summary>
    internal static string Of(InstrumentFolder folder)
    {
        var text = new StringBuilder();
        text.Append("# ")
            .Append(folder.Instrument.Title)
            .Append(' ')
            .Append(folder.Version)
            .Append('\n');
        foreach (var item in folder.Instrument.All)
        {
            text.Append('\n').Append(item.LinkId).Append(": ").Append(item.Text).Append('\n');
            foreach (var option in item.Options)
            {
                text.Append("  ( ) ").Append(option.Text).Append('\n');
            }
        }

        foreach (var rule in folder.Rules?.Rules ?? [])
        {
            text.Append('\n').Append(rule.Id).Append(": ").Append(rule.Title).Append('\n');
            foreach (var (label, line) in Lines(rule))
            {
                text.Append("  ").Append(label).Append(": ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>Every text of the questions, with the linkId it stands at.</summary>
    internal static IEnumerable<(string LinkId, string Text)> Questions(Instrument instrument) =>
        instrument.All.SelectMany(item =>
            item.Options.Select(option => (item.LinkId, option.Text))
                .Prepend((item.LinkId, item.Text))
        );

    /// <summary>Every text of a rule except what it says not to say.</summary>
    internal static IEnumerable<string> Spoken(Rule rule) =>
        Lines(rule)
            .Where(line => line.Label != "do not say")
            .Select(line => line.Text)
            .Prepend(rule.Title);

    private static IEnumerable<(string Label, string Text)> Lines(Rule rule)
    {
        (string, string?)[] single =
        [
            ("why", rule.Description),
            ("who", rule.ExtensionString(ContentUrls.Who)),
            ("by when", rule.ExtensionString(ContentUrls.ByWhen)),
            ("bear in mind", rule.ExtensionString(ContentUrls.SpeaksAgainstNote)),
        ];
        (string, string)[] several =
        [
            ("do not", ContentUrls.DoNot),
            ("say", ContentUrls.Say),
            ("do not say", ContentUrls.DoNotSay),
        ];
        return single
            .Where(line => line.Item2 is not null)
            .Select(line => (line.Item1, line.Item2!))
            .Concat(
                several.SelectMany(line =>
                    rule.ExtensionStrings(line.Item2).Select(text => (line.Item1, text))
                )
            );
    }
}
