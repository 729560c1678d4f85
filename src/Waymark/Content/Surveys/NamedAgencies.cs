using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Waymark.Instruments;

namespace Waymark.Content.Surveys;

/// <summary>
/// A survey that asks "Which agency do you work for?" is published without the names: whoever starts it gives them, and they are its answers
/// from then on, with the codes <c>a1</c>, <c>a2</c> and so on in the order they were given. Pure.
/// </summary>
public static class NamedAgencies
{
    /// <summary>The question's linkId, and the name of its variable.</summary>
    public const string Question = "agency";

    /// <summary>The fewest agencies that can be compared.</summary>
    public const int Least = 2;

    /// <summary>The most that are named. The answer "Another agency" has a higher number.</summary>
    public const int Most = 20;

    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 80;

    private const string System = "https://waymark.example/fhir/CodeSystem/agency";
    private const string Ordinal = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

    private static readonly ConditionalWeakTable<
        Instrument,
        ConcurrentDictionary<string, Instrument>
    > s_filled = [];

    /// <summary>Whether an instrument asks for the agency.</summary>
    public static bool AreAskedBy(Instrument instrument)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        return instrument.Find(Question) is not null;
    }

    /// <summary>The instrument with the names among its answers; the same one where it does not ask for them or there are none.</summary>
    public static Instrument Fill(Instrument published, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names.Count == 0 || !AreAskedBy(published)
            ? published
            : s_filled
                .GetOrCreateValue(published)
                .GetOrAdd(string.Join('\n', names), _ => Filled(published, names));
    }

    private static Instrument Filled(Instrument published, IReadOnlyList<string> names)
    {
        var questionnaire = JsonNode.Parse(published.Json)!;
        var concepts = questionnaire["contained"]!
            .AsArray()
            .SelectMany(set => set!["compose"]!["include"]!.AsArray())
            .Single(include => (string?)include!["system"] == System)!["concept"]!.AsArray();
        for (var i = 0; i < names.Count; i++)
        {
            concepts.Insert(
                i,
                new JsonObject
                {
                    ["extension"] = new JsonArray(
                        new JsonObject { ["url"] = Ordinal, ["valueDecimal"] = i + 1 }
                    ),
                    ["code"] = $"a{i + 1}",
                    ["display"] = names[i],
                }
            );
        }
        var loaded = Instrument.Load(questionnaire.ToJsonString());
        return loaded.Value
            ?? throw new InvalidOperationException(
                $"{published.Url} cannot take names of agencies: {string.Join(" ", loaded.Issues.Select(issue => issue.Text))}"
            );
    }
}
