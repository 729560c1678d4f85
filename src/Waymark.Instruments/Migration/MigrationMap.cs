namespace Waymark.Instruments;

/// <summary>
/// A reviewed decision about every question of one version of an instrument: where its answers go in another version, or that they are
/// left behind and why. Immutable and safe to share.
/// </summary>
/// <remarks>
/// <para>A response is evaluated for ever against the exact version it was given to; a map makes a new response out of it, and leaves the old
/// one as it was.</para>
/// <para>It is a FHIR R4 <c>ConceptMap</c> with status <c>active</c>, <c>sourceCanonical</c> and <c>targetCanonical</c> (both <c>url|version</c>).
/// The group whose <c>source</c> is the source instrument's url maps linkIds; each further group maps the codes of one code system. An
/// element has exactly one target: <c>equal</c> or <c>equivalent</c> with the target's code, or <c>unmatched</c> with a comment that
/// says why the answer is left behind. Anything else would be a guess, and is refused: a question or a repeating group that the map does not
/// mention, two questions that become one, a target of another type, an option that the target does not offer.</para>
/// </remarks>
public sealed class MigrationMap
{
    private readonly MigrationPlan _plan;

    private MigrationMap(Instrument source, Instrument target, MigrationPlan plan)
    {
        Source = source;
        Target = target;
        _plan = plan;
    }

    /// <summary>The version that answers come from.</summary>
    public Instrument Source { get; }

    /// <summary>The version that they go to.</summary>
    public Instrument Target { get; }

    /// <summary>Reads a map and checks it against both versions. Never throws on bad input.</summary>
    /// <param name="conceptMapJson">The ConceptMap as FHIR JSON.</param>
    /// <param name="source">The version that answers come from.</param>
    /// <param name="target">The version that they go to.</param>
    public static LoadResult<MigrationMap> Load(
        string conceptMapJson,
        Instrument source,
        Instrument target
    )
    {
        ArgumentNullException.ThrowIfNull(conceptMapJson);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        var findings = new Findings(LoadMode.Strict);
        var plan = MigrationMapReader.Read(conceptMapJson, source, target, findings);
        return plan is null || findings.HasErrors
            ? new(null, findings.All)
            : new(new MigrationMap(source, target, plan), findings.All);
    }

    /// <summary>
    /// Proposes a map for people to review: what kept its linkId, type and place is mapped, everything else is <c>unmatched</c> without a
    /// comment. Its status is <c>draft</c>, and <see cref="Load"/> refuses it until somebody has decided and made it <c>active</c>.
    /// </summary>
    /// <returns>A ConceptMap as FHIR JSON.</returns>
    public static string Draft(Instrument source, Instrument target)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        return MigrationDraft.Write(source, target);
    }

    /// <summary>Makes a form on <see cref="Target"/> with the answers of a form on <see cref="Source"/>, which stays as it is.</summary>
    /// <param name="form">A form on <see cref="Source"/>; answers of disabled items go along.</param>
    /// <param name="context">What the new form is to know besides its answers.</param>
    /// <exception cref="ArgumentException">The form is on another instrument or another version.</exception>
    public MigratedForm Migrate(Form form, EvaluationContext context)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(context);
        FormMismatch.ThrowUnlessOn(form, Source);
        return MigrationRun.Run(_plan, form, Target, context);
    }
}

/// <summary>A form made out of one on another version.</summary>
/// <param name="Form">
/// The new form. Its calculations are its own; no initial values were applied, for nobody gave them.
/// </param>
/// <param name="Issues">
/// What was left behind, by decision (information, with the reviewer's reason) or because the new version does not accept it (warning or error).
/// Nothing is left behind without one.
/// </param>
public sealed record MigratedForm(Form Form, IReadOnlyList<InstrumentIssue> Issues);
