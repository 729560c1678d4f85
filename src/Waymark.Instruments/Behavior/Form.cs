using Waymark.Instruments.Behavior;

namespace Waymark.Instruments;

/// <summary>
/// One response, open against one exact version of an instrument: what is enabled, what is calculated, what is still missing. Cheap to
/// open, mutable, and for one thread at a time.
/// </summary>
/// <remarks>
/// An answer that a person gave is never overwritten by a calculation, and never lost because its item is disabled for a moment: it stays
/// in the draft, out of the completed response, and is listed in <see cref="KeptButDisabled"/>.
/// </remarks>
public sealed partial class Form
{
    private readonly ResponseTree _tree;
    private readonly Settling _settling;
    private readonly List<InstrumentIssue> _openingIssues = [];

    private Form(Instrument instrument, EvaluationContext context)
    {
        Instrument = instrument;
        Context = context;
        _tree = new ResponseTree(instrument, context);
        _settling = new Settling(_tree);
    }

    /// <summary>The instrument it answers.</summary>
    public Instrument Instrument { get; }

    /// <summary>What it knows besides its answers.</summary>
    public EvaluationContext Context { get; }

    /// <summary>What went wrong while enablement and calculations were worked out, as things stand now; all of it warnings.</summary>
    public IReadOnlyList<InstrumentIssue> Issues => [.. _openingIssues, .. _settling.Issues];

    internal ResponseTree Tree => _tree;

    internal Settling Settling => _settling;

    /// <summary>Opens an empty response, with its initial values applied.</summary>
    /// <param name="instrument">What to answer.</param>
    /// <param name="context">The moment, and what the application hands in.</param>
    /// <param name="given">Answers known beforehand; they take the place of initial values, and need not be enabled or offered.</param>
    public static Form Start(
        Instrument instrument,
        EvaluationContext context,
        IReadOnlyList<GivenAnswer>? given = null
    )
    {
        ArgumentNullException.ThrowIfNull(instrument);
        ArgumentNullException.ThrowIfNull(context);
        var form = new Form(instrument, context);
        form._settling.Begin();
        new Opening(form._tree, form._settling, form._openingIssues).Begin(given ?? []);
        return form;
    }

    /// <summary>Opens a stored response: a draft of <see cref="ToDraftJson"/>, or a QuestionnaireResponse of any other origin.</summary>
    /// <param name="instrument">The exact version it was given against.</param>
    /// <param name="responseJson">FHIR R4 JSON; need not be trusted.</param>
    /// <param name="context">
    /// The moment, and what the application hands in. For a completed response give the moment at which it was completed: it then evaluates
    /// to the same result for ever, also where expressions ask for the date.
    /// </param>
    /// <returns>
    /// The form. Whatever in the response does not fit the instrument is a warning that quotes it and is not in the form; only what is no
    /// response to this instrument at all is an error.
    /// </returns>
    public static LoadResult<Form> Resume(
        Instrument instrument,
        string responseJson,
        EvaluationContext context
    )
    {
        ArgumentNullException.ThrowIfNull(instrument);
        ArgumentNullException.ThrowIfNull(responseJson);
        ArgumentNullException.ThrowIfNull(context);
        var form = new Form(instrument, context);
        form._settling.Begin();
        var reader = new ResponseReader(form._tree, form._settling);
        if (!reader.Read(responseJson))
        {
            return new(null, reader.Issues);
        }

        form._settling.MarkEverything();
        form._settling.Settle();
        new Opening(form._tree, form._settling, form._openingIssues).Recognise(reader.Unmarked);
        return new(form, reader.Issues);
    }

    /// <summary>Whether the item's conditions and those of everything around it hold; <see langword="false"/> also when there is no such item.</summary>
    public bool IsEnabled(ItemPath path) => Paths.Find(_tree, path)?.Enabled ?? false;

    /// <summary>The answers of an item, enabled or not; empty when it has none or there is no such item.</summary>
    public IReadOnlyList<AnswerValue> Answers(ItemPath path) =>
        Paths.Find(_tree, path) is { } instance ? ValuesOf(instance) : [];

    /// <summary>The instances of a repeating group, or the one occurrence of any other item, within the occurrences of <paramref name="path"/>.</summary>
    public IReadOnlyList<ItemPath> Occurrences(ItemPath path) =>
        Instrument.Find(path.LinkId) is { } definition
        && Paths.Owner(_tree, definition, path) is { } owner
            ? [.. owner.Children[definition.ChildIndex].Select(Paths.Of)]
            : [];

    /// <summary>Every occurrence of an item anywhere in the form, in document order.</summary>
    public IReadOnlyList<ItemPath> AllOccurrences(string linkId) =>
        Instrument.Find(linkId) is { } definition
            ? [.. _tree.InstancesOf(definition).Select(Paths.Of)]
            : [];

    /// <summary>
    /// Answers an item, in place of its present answers; none takes them away. On a repeating group one beyond the present instances, the
    /// instance is added first.
    /// </summary>
    /// <param name="path">The item.</param>
    /// <param name="values">Its answers; several only where it repeats.</param>
    /// <returns>What changed, or why nothing did.</returns>
    public ChangeResult Set(ItemPath path, IReadOnlyList<AnswerValue> values) =>
        Set(path, values, byPerson: true);

    /// <summary>As <see cref="Set(ItemPath, IReadOnlyList{AnswerValue})"/>, for answers the application gives: read-only and hidden items may be set.</summary>
    public ChangeResult SetByApplication(ItemPath path, IReadOnlyList<AnswerValue> values) =>
        Set(path, values, byPerson: false);

    private ChangeResult Set(ItemPath path, IReadOnlyList<AnswerValue> values, bool byPerson)
    {
        ArgumentNullException.ThrowIfNull(values);
        _settling.Begin();
        var (instance, issue, added) = Reach(path);
        if (added is not null)
        {
            _settling.Run();
        }

        List<InstrumentIssue> issues = instance is null
            ? [issue!]
            : new AnswerChecks(this, instance).BeforeSetting(values, byPerson);
        if (instance is null || issues.Count > 0)
        {
            if (added is not null)
            {
                Remove(added);
                _settling.Settle();
            }

            return new(issues, []);
        }

        var stored = values.Select(value => AsStored(instance.Definition, value)).ToArray();
        if (
            instance.Definition.IsCalculated
            && !instance.ByPerson
            && stored.Length > 0
            && ValuesOf(instance).Select(AsPosted).SequenceEqual(stored.Select(AsPosted))
        )
        {
            // A page posts a calculated value back as it was shown; nobody has entered anything.
            return Settle();
        }

        // Taking one's own answer away from a calculated item hands it back to the calculation.
        instance.ByPerson = values.Count > 0;
        _settling.MarkCalculation(instance);
        _settling.SetAnswers(instance, stored);

        return Settle();
    }

    /// <summary>A value as a page gives it back: texts lose the white space at their ends.</summary>
    private static AnswerValue AsPosted(AnswerValue value) =>
        value is StringAnswer text
            ? new StringAnswer(text.Value.ReplaceLineEndings("\n").Trim())
            : value;

    /// <summary>A value in the item's own type; a coding as its option has it.</summary>
    private static AnswerValue AsStored(ItemDefinition item, AnswerValue value)
    {
        var fitting = CalculatedValues.Fit(item, value) ?? value;
        return fitting is CodingAnswer
            ? item.Options.FirstOrDefault(option => option.Value.Equals(fitting))?.Value ?? fitting
            : fitting;
    }

    /// <summary>Adds an instance to a repeating group; the new instance is among what changed.</summary>
    /// <param name="group">The group, within the occurrences meant.</param>
    public ChangeResult AddInstance(ItemPath group)
    {
        _settling.Begin();
        if (Instrument.Find(group.LinkId) is not { } definition)
        {
            return Refused(NoSuchItem(group));
        }

        if (
            definition is not { Type: ItemType.Group, Repeats: true }
            || Paths.Owner(_tree, definition, group) is not { } owner
        )
        {
            return Refused(
                new(
                    IssueCodes.UnknownOccurrence,
                    IssueSeverity.Error,
                    group.LinkId,
                    group.ToString(),
                    $"\"{group}\" is not a repeating group of this form."
                )
            );
        }

        if (definition.MaxOccurs is { } most && owner.Children[definition.ChildIndex].Count >= most)
        {
            return Refused(
                new(
                    IssueCodes.TooManyOccurrences,
                    IssueSeverity.Error,
                    group.LinkId,
                    group.ToString(),
                    $"There can be at most {most} of these."
                )
            );
        }

        var added = Append(owner, definition);
        var result = Settle();
        var path = Paths.Of(added);
        return result.Changed.Contains(path)
            ? result
            : result with
            {
                Changed = [path, .. result.Changed],
            };
    }

    /// <summary>Takes an instance of a repeating group away, with everything in it; the last one is only emptied.</summary>
    /// <param name="instance">The instance, such as <c>meds[1]</c>.</param>
    public ChangeResult RemoveInstance(ItemPath instance)
    {
        _settling.Begin();
        if (
            Paths.Find(_tree, instance)
            is not { Definition: { Type: ItemType.Group, Repeats: true } } found
        )
        {
            return Refused(
                new(
                    IssueCodes.UnknownOccurrence,
                    IssueSeverity.Error,
                    instance.LinkId,
                    instance.ToString(),
                    $"\"{instance}\" is not an instance of a repeating group of this form."
                )
            );
        }

        Remove(found);
        return Settle();
    }

    /// <summary>The items that hold an answer and are disabled: kept in the draft, not part of the completed response.</summary>
    public IReadOnlyList<ItemPath> KeptButDisabled =>
        [
            .. Instrument
                .All.Where(item => item.IsQuestion)
                .SelectMany(item => _tree.InstancesOf(item))
                .Where(item => !item.Enabled && item.HasAnswer)
                .Select(Paths.Of),
        ];

    internal static IReadOnlyList<AnswerValue> ValuesOf(ItemInstance instance)
    {
        if (instance.Answers.Count == 0)
        {
            return [];
        }

        var values = new List<AnswerValue>(instance.Answers.Count);
        foreach (var answer in instance.Answers)
        {
            if (answer.Given is { } given)
            {
                values.Add(given);
            }
        }

        return values;
    }

    private void Remove(ItemInstance found)
    {
        var list = found.Owner!.Children[found.Definition.ChildIndex];
        AnswerLists.MarkLeaving(_settling, found);
        list.Remove(found);
        _tree.Forget(found);
        _settling.ForgetIssues(instance => instance.IsGone);
        if (list.Count == 0)
        {
            Append(found.Owner, found.Definition);
        }

        for (var i = 0; i < list.Count; i++)
        {
            list[i].Occurrence = i;
        }
    }

    internal ItemInstance Append(Container owner, ItemDefinition definition)
    {
        var list = owner.Children[definition.ChildIndex];
        var instance = _tree.Create(definition, owner);
        instance.Occurrence = list.Count;
        list.Add(instance);
        _tree.Reindex();
        _settling.MarkNew(instance);
        return instance;
    }

    /// <summary>The occurrence at a path, made where it is the next one of a repeating group.</summary>
    private (ItemInstance? Instance, InstrumentIssue? Issue, ItemInstance? Added) Reach(
        ItemPath path
    )
    {
        ItemInstance? added = null;
        if (Paths.Find(_tree, path) is { } found)
        {
            return (found, null, null);
        }

        if (Instrument.Find(path.LinkId) is not { } definition)
        {
            return (null, NoSuchItem(path), null);
        }

        for (var i = 0; i < path.Within.Count; i++)
        {
            var step = path.Within[i];
            var group = new ItemPath(step.LinkId, [.. path.Within.Take(i)], step.Occurrence);
            if (
                Paths.Find(_tree, group) is not null
                || Instrument.Find(step.LinkId)
                    is not { Type: ItemType.Group, Repeats: true } repeating
            )
            {
                continue;
            }

            if (
                Paths.Owner(_tree, repeating, group) is not { } owner
                || owner.Children[repeating.ChildIndex].Count != step.Occurrence
                || (repeating.MaxOccurs is { } most && step.Occurrence >= most)
            )
            {
                break;
            }

            var instance = Append(owner, repeating);
            added ??= instance;
        }

        return Paths.Find(_tree, path) is { } made
            ? (made, null, added)
            : (
                null,
                new(
                    IssueCodes.UnknownOccurrence,
                    IssueSeverity.Error,
                    path.LinkId,
                    path.ToString(),
                    $"There is no \"{path}\" in this form."
                ),
                added
            );
    }

    private ChangeResult Settle() =>
        new(
            [],
            [
                .. _settling
                    .Settle()
                    .Where(instance => !instance.IsGone)
                    .OrderBy(instance => instance.Definition.Index)
                    .ThenBy(_tree.PlaceOf)
                    .Select(Paths.Of),
            ]
        );

    private static ChangeResult Refused(InstrumentIssue issue) => new([issue], []);

    private static InstrumentIssue NoSuchItem(ItemPath path) =>
        new(
            IssueCodes.UnknownItem,
            IssueSeverity.Error,
            path.LinkId,
            path.ToString(),
            $"This instrument has no item \"{path.LinkId}\"."
        );
}
