using System.Text.Json.Nodes;

namespace Waymark.Instruments;

/// <summary>
/// Makes resources out of a response, as its instrument says: by templates (<c>templateExtract</c>, <c>templateExtractBundle</c>), by the
/// elements that items stand for (<c>definitionExtract</c>), and by observations (<c>observationExtract</c>). Immutable and safe to share.
/// </summary>
public sealed class Extractor
{
    private readonly ExtractionPlan _plan;

    private Extractor(Instrument instrument, ExtractionPlan plan)
    {
        Instrument = instrument;
        _plan = plan;
    }

    /// <summary>The instrument whose responses it reads.</summary>
    public Instrument Instrument { get; }

    /// <summary>Whether the instrument says anything about extraction.</summary>
    public bool HasAnything => !_plan.IsEmpty;

    /// <summary>Reads and checks what an instrument says about extraction. Never throws on bad input.</summary>
    public static LoadResult<Extractor> Load(Instrument instrument)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        var findings = new Findings(LoadMode.Strict);
        var plan = ExtractionReader.Read(instrument, findings);
        return new(findings.HasErrors ? null : new Extractor(instrument, plan), findings.All);
    }

    /// <summary>Extracts from a response as if it were completed now: answers of disabled items are not seen.</summary>
    /// <param name="form">A form on <see cref="Instrument"/>.</param>
    /// <param name="context">What the resources need to know that the form does not.</param>
    /// <exception cref="ArgumentException">The form is on another instrument or another version.</exception>
    public ExtractionResult Extract(Form form, ExtractionContext context)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(context);
        FormMismatch.ThrowUnlessOn(form, Instrument);
        var run = new ExtractionRun(form, context);
        run.Run(_plan);
        return run.Result();
    }
}

/// <summary>What extraction needs to know that the form does not.</summary>
/// <param name="Authored">When the response was given.</param>
/// <param name="NewId">Where new ids come from; <see cref="Guid.NewGuid"/> outside of tests.</param>
public sealed record ExtractionContext(DateTimeOffset Authored, Func<Guid> NewId)
{
    /// <summary>Whom the response is about, such as <c>Patient/7</c>.</summary>
    public ReferenceAnswer? Subject { get; init; }

    /// <summary>Who gave it.</summary>
    public ReferenceAnswer? Author { get; init; }

    /// <summary>Where the response itself is kept, such as <c>QuestionnaireResponse/9</c>.</summary>
    public string? Response { get; init; }
}

/// <summary>What was extracted.</summary>
/// <param name="BundleJson">A FHIR transaction Bundle as JSON; without entries when there was nothing to extract.</param>
/// <param name="Issues">What could not be extracted, and why. A resource that would not be valid is left out with an error.</param>
public sealed record ExtractionResult(string BundleJson, IReadOnlyList<InstrumentIssue> Issues);

/// <summary>What an instrument says about extraction.</summary>
/// <param name="RootIds">The names of ids that are allocated once.</param>
/// <param name="Bundle">The template of the whole bundle, when there is one.</param>
/// <param name="Resources">One for each <c>templateExtract</c>, in document order.</param>
/// <param name="ItemIds">By item: the names of ids that are allocated for each of its occurrences.</param>
/// <param name="Observations">The items whose answers become observations, in document order.</param>
/// <param name="Definitions">What is extracted by the elements that items stand for.</param>
internal sealed record ExtractionPlan(
    IReadOnlyList<string> RootIds,
    TemplateObject? Bundle,
    IReadOnlyList<ResourceTemplate> Resources,
    IReadOnlyDictionary<ItemDefinition, IReadOnlyList<string>> ItemIds,
    IReadOnlyList<ObservedItem> Observations,
    DefinitionExtractionPlan Definitions
)
{
    internal bool IsEmpty =>
        Bundle is null
        && Resources.Count == 0
        && Observations.Count == 0
        && Definitions.Resources.Count == 0;
}

/// <summary>A resource to make for each occurrence of an item, or once for the response.</summary>
internal sealed record ResourceTemplate(
    ItemDefinition? Item,
    string Path,
    TemplateObject Template,
    TemplateExpression? ResourceId,
    BundleEntry Entry
);

/// <summary>An item whose answers become observations.</summary>
/// <param name="Item">The item.</param>
/// <param name="Categories">The observations' categories, each a CodeableConcept.</param>
internal sealed record ObservedItem(ItemDefinition Item, IReadOnlyList<JsonNode> Categories);
