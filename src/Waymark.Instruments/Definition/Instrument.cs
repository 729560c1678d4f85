using System.Text.Json;
using Waymark.Instruments.Behavior;
using Waymark.Instruments.Expressions;

namespace Waymark.Instruments;

/// <summary>
/// A FHIR R4 Questionnaire that passed the engine's checks, with everything that can be worked out once worked out. Immutable and safe to
/// use from many threads: load each version once and keep it.
/// </summary>
public sealed class Instrument
{
    private readonly Dictionary<string, ItemDefinition> _byLinkId;
    private readonly Lazy<string> _hash;
    private readonly Lazy<Node> _questionnaire;

    internal Instrument(string json, InstrumentParts parts)
    {
        Json = json;
        Parts = parts;
        Url = parts.Url;
        Version = parts.Version;
        Title = parts.Title;
        Language = parts.Language;
        Items = parts.Items;
        All = parts.All;
        _byLinkId = parts.ByLinkId;
        _hash = new(() => CanonicalJson.Hash(Json));
        _questionnaire = new(() => PocoElement.FromJson(Json));
    }

    /// <summary>The canonical URL, without a version; empty only in tolerant mode.</summary>
    public string Url { get; }

    /// <summary>The version; empty only in tolerant mode.</summary>
    public string Version { get; }

    /// <summary>What people call it.</summary>
    public string Title { get; }

    /// <summary>The language of its texts, as a tag such as <c>en-GB</c>, when it says.</summary>
    public string? Language { get; }

    /// <summary>SHA-256 of the definition in canonical form (keys sorted, no white space), as lower-case hexadecimal.</summary>
    public string Hash => _hash.Value;

    /// <summary>The items of the top level, in order.</summary>
    public IReadOnlyList<ItemDefinition> Items { get; }

    /// <summary>Every item, in document order.</summary>
    public IReadOnlyList<ItemDefinition> All { get; }

    /// <summary>The definition as it was given.</summary>
    public string Json { get; }

    internal InstrumentParts Parts { get; }

    /// <summary>What is calculated from what, worked out at load.</summary>
    internal Plan Plan { get; set; } = null!;

    /// <summary>The definition as FHIRPath sees it (<c>%questionnaire</c>).</summary>
    internal Node QuestionnaireNode => _questionnaire.Value;

    /// <summary>Reads and checks a Questionnaire.</summary>
    /// <param name="questionnaireJson">FHIR R4 JSON; need not be trusted.</param>
    /// <param name="mode">How strictly to judge; strict unless said otherwise.</param>
    /// <returns>The instrument, or the errors that prevented one; never an exception, whatever the input.</returns>
    public static LoadResult<Instrument> Load(
        string questionnaireJson,
        LoadMode mode = LoadMode.Strict
    )
    {
        ArgumentNullException.ThrowIfNull(questionnaireJson);
        var findings = new Findings(mode);
        var parts = DefinitionReader.Read(questionnaireJson, findings);
        if (parts is null)
        {
            return new(null, findings.All);
        }

        DefinitionChecks.Check(parts, findings);
        var instrument = new Instrument(questionnaireJson, parts);
        instrument.Plan = PlanBuilder.Build(instrument, findings);
        return new(findings.HasErrors ? null : instrument, findings.All);
    }

    /// <summary>The definition of an occurrence's item as FHIRPath sees it (<c>%qitem</c>).</summary>
    internal Node[] QuestionnaireItem(ItemInstance instance)
    {
        if (instance.IsRoot)
        {
            return Node.Nothing;
        }

        var chain = new Stack<ItemDefinition>();
        for (var item = instance.Definition; item is not null; item = item.Parent)
        {
            chain.Push(item);
        }

        var node = QuestionnaireNode;
        foreach (var item in chain)
        {
            var children = new List<Node>();
            node.AddChildren("item", children);
            if (item.ChildIndex >= children.Count)
            {
                return Node.Nothing;
            }

            node = children[item.ChildIndex];
        }

        return [node];
    }

    /// <summary>The weight that a contained value set gives a coding, when one does.</summary>
    internal decimal? WeightInValueSets(CodingAnswer coding)
    {
        foreach (var options in Parts.ValueSets.Values)
        {
            foreach (var option in options)
            {
                if (option.Weight is { } weight && option.Value.Equals(coding))
                {
                    return weight;
                }
            }
        }

        return null;
    }

    /// <summary>The item with this linkId, or <see langword="null"/>.</summary>
    public ItemDefinition? Find(string linkId) => _byLinkId.GetValueOrDefault(linkId);
}

/// <summary>What was read from a definition, before anything is worked out.</summary>
internal sealed class InstrumentParts
{
    internal string Url { get; set; } = "";

    internal string Version { get; set; } = "";

    internal string Title { get; set; } = "";

    internal string? Language { get; set; }

    internal IReadOnlyList<ItemDefinition> Items { get; set; } = [];

    internal List<ItemDefinition> All { get; } = [];

    internal Dictionary<string, ItemDefinition> ByLinkId { get; } = new(StringComparer.Ordinal);

    internal IReadOnlyList<ExpressionSource> Variables { get; set; } = [];

    internal IReadOnlyList<ConstraintSource> Constraints { get; set; } = [];

    /// <summary>Names that the application hands in: launch contexts, and variables that are queries.</summary>
    internal HashSet<string> External { get; } = new(StringComparer.Ordinal);

    /// <summary>Options by reference to a contained value set, such as <c>#yes-no</c>.</summary>
    internal Dictionary<string, IReadOnlyList<AnswerOption>> ValueSets { get; } =
        new(StringComparer.Ordinal);
}

/// <summary>A canonical form of JSON: keys sorted, no white space, numbers as written.</summary>
internal static class CanonicalJson
{
    internal static string Hash(string json)
    {
        using var document = JsonDocument.Parse(
            json,
            new JsonDocumentOptions { MaxDepth = DefinitionReader.MaxDepth }
        );
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Write(document.RootElement, writer);
        }

        return Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(
                stream.GetBuffer().AsSpan(0, (int)stream.Length)
            )
        );
    }

    private static void Write(JsonElement element, Utf8JsonWriter writer)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (
                var property in element
                    .EnumerateObject()
                    .OrderBy(property => property.Name, StringComparer.Ordinal)
            )
            {
                writer.WritePropertyName(property.Name);
                Write(property.Value, writer);
            }

            writer.WriteEndObject();
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in element.EnumerateArray())
            {
                Write(item, writer);
            }

            writer.WriteEndArray();
        }
        else if (element.ValueKind == JsonValueKind.Number)
        {
            writer.WriteRawValue(element.GetRawText(), skipInputValidation: true);
        }
        else
        {
            element.WriteTo(writer);
        }
    }
}
