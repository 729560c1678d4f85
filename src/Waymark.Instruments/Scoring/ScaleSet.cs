namespace Waymark.Instruments;

/// <summary>The scales that an instrument states in its <see cref="ExtensionUrl"/> extensions. Immutable and safe to share.</summary>
public sealed class ScaleSet
{
    /// <summary>
    /// The extension on the Questionnaire that states one scale. Within it: <c>id</c> and <c>title</c> (valueString), <c>item</c> (valueString,
    /// a linkId, one or more), <c>reversed</c> (valueString, a linkId among them), <c>combine</c> (valueCode <c>sum</c> or <c>mean</c>),
    /// <c>minimum-answered</c> (valueInteger; all, when it is not there), <c>when-missing</c> (valueCode <c>pro-rate</c> or <c>leave-out</c>;
    /// needed when fewer than all will do), <c>decimals</c> (valueInteger) and <c>band</c> (within it <c>from</c> and <c>label</c>).
    /// </summary>
    public const string ExtensionUrl = "https://waymark.example/fhir/StructureDefinition/scale";

    private ScaleSet(Instrument instrument, IReadOnlyList<Scale> scales)
    {
        Instrument = instrument;
        Scales = scales;
    }

    /// <summary>The instrument whose answers are scored.</summary>
    public Instrument Instrument { get; }

    /// <summary>The scales, in document order; perhaps none.</summary>
    public IReadOnlyList<Scale> Scales { get; }

    /// <summary>Reads and checks the scales of an instrument. Never throws on bad input.</summary>
    public static LoadResult<ScaleSet> Load(Instrument instrument)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        var findings = new Findings(LoadMode.Strict);
        var scales = ScaleReader.Read(instrument, findings);
        return new(findings.HasErrors ? null : new ScaleSet(instrument, scales), findings.All);
    }

    /// <summary>Scores every scale, in document order.</summary>
    /// <param name="form">A form on <see cref="Instrument"/>.</param>
    /// <exception cref="ArgumentException">The form is on another instrument or another version.</exception>
    public IReadOnlyList<ScaleScore> Score(Form form)
    {
        ArgumentNullException.ThrowIfNull(form);
        FormMismatch.ThrowUnlessOn(form, Instrument);
        return [.. Scales.Select(scale => ScaleScoring.Score(scale, form))];
    }
}
