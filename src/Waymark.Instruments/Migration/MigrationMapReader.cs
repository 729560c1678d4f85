namespace Waymark.Instruments;

/// <summary>Reads a ConceptMap as a migration map, and checks it against both versions.</summary>
internal sealed class MigrationMapReader
{
    private static readonly ElementTable MapElements = new(
        Read("resourceType", "status", "sourceCanonical", "targetCanonical", "group"),
        Read(
                "id",
                "meta",
                "language",
                "text",
                "extension",
                "url",
                "identifier",
                "version",
                "name",
                "title"
            )
            .Concat(
                Read("experimental", "date", "publisher", "contact", "description", "useContext")
            )
            .Concat(Read("jurisdiction", "purpose", "copyright"))
            .ToHashSet(),
        Refuse("modifierExtension", "implicitRules", "contained", "sourceUri", "targetUri")
    );

    private static readonly ElementTable GroupElements = new(
        Read("source", "sourceVersion", "target", "targetVersion", "element"),
        Read("id", "extension"),
        Refuse("modifierExtension", "unmapped")
    );

    private static readonly ElementTable ElementElements = new(
        Read("code", "target"),
        Read("id", "extension", "display"),
        Refuse("modifierExtension")
    );

    private static readonly ElementTable TargetElements = new(
        Read("code", "equivalence", "comment"),
        Read("id", "extension", "display"),
        Refuse("modifierExtension", "dependsOn", "product")
    );

    private readonly Instrument _source;
    private readonly Instrument _target;
    private readonly Dictionary<string, ItemDefinition> _sourceOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _leftBehind = new(StringComparer.Ordinal);
    private readonly Dictionary<(string System, string Code), MappedCoding> _codings = [];

    private MigrationMapReader(Instrument source, Instrument target)
    {
        _source = source;
        _target = target;
    }

    internal static MigrationPlan? Read(
        string json,
        Instrument source,
        Instrument target,
        Findings findings
    )
    {
        if (FhirElement.Resource(json, "ConceptMap", findings) is not { } map)
        {
            return null;
        }

        var reader = new MigrationMapReader(source, target);
        reader.ReadMap(map);
        var plan = new MigrationPlan(reader._sourceOf, reader._leftBehind, reader._codings);
        MigrationChecks.Check(plan, source, target, map);
        return plan;
    }

    private void ReadMap(FhirElement map)
    {
        MapElements.Check(map);
        if (map.Text("status") is not "active")
        {
            map.Error(
                IssueCodes.MigrationNotReviewed,
                "status",
                "Only a map that was reviewed and made active is used. Decide about each element, then set status to active."
            );
        }

        CheckCanonical(map, "sourceCanonical", _source);
        CheckCanonical(map, "targetCanonical", _target);
        foreach (var group in map.Children("group"))
        {
            GroupElements.Check(group);
            if (group.Text("source") == _source.Url)
            {
                ReadItems(group);
            }
            else
            {
                ReadCodes(group);
            }
        }
    }

    private static void CheckCanonical(FhirElement map, string name, Instrument instrument)
    {
        var canonical = $"{instrument.Url}|{instrument.Version}";
        if (map.Text(name) != canonical)
        {
            map.Error(
                IssueCodes.MigrationWrongVersion,
                name,
                $"The map must be for exactly {canonical}."
            );
        }
    }

    private void ReadItems(FhirElement group)
    {
        if (group.Text("target") != _target.Url)
        {
            group.Error(
                IssueCodes.MigrationWrongVersion,
                "target",
                $"The target must be {_target.Url}."
            );
        }

        foreach (var element in group.Children("element"))
        {
            if (
                ReadElement(element) is not var (code, to, comment)
                || Known(element, _source, code) is not { } source
            )
            {
                continue;
            }

            if (_leftBehind.ContainsKey(code) || _sourceOf.ContainsValue(source))
            {
                element.Error(
                    IssueCodes.MigrationNotOneToOne,
                    null,
                    $"The map decides about {code} twice.",
                    code
                );
            }
            else if (to is null)
            {
                _leftBehind[code] = comment!;
            }
            else if (Known(element, _target, to) is not null && !_sourceOf.TryAdd(to, source))
            {
                element.Error(
                    IssueCodes.MigrationNotOneToOne,
                    null,
                    $"The map sends both {_sourceOf[to].LinkId} and {code} to {to}.",
                    code
                );
            }
        }
    }

    private void ReadCodes(FhirElement group)
    {
        var system = group.Needed("source", "A group of codes needs its code system.");
        var targetSystem = group.Text("target") ?? system;
        foreach (var element in group.Children("element"))
        {
            if (ReadElement(element) is not var (code, to, comment) || system is null)
            {
                continue;
            }

            var coding = to is null ? null : new CodingAnswer(targetSystem, to, null);
            if (!_codings.TryAdd((system, code), new MappedCoding(coding, comment)))
            {
                element.Error(
                    IssueCodes.MigrationNotOneToOne,
                    null,
                    $"The map decides about the code {code} twice."
                );
            }
        }
    }

    private static ItemDefinition? Known(FhirElement element, Instrument instrument, string linkId)
    {
        var item = instrument.Find(linkId);
        if (item is null)
        {
            element.Error(
                IssueCodes.MigrationUnknownCode,
                null,
                $"Version {instrument.Version} has no item {linkId}.",
                linkId
            );
        }

        return item;
    }

    private static (string Code, string? To, string? Comment)? ReadElement(FhirElement element)
    {
        ElementElements.Check(element);
        var code = element.Needed("code", "An element needs a code: what the decision is about.");
        var targets = element.Children("target");
        if (targets.Count != 1)
        {
            element.Error(
                IssueCodes.MigrationNotOneToOne,
                "target",
                $"There must be exactly one decision about {code}.",
                code
            );
            return null;
        }

        var target = targets[0];
        TargetElements.Check(target);
        var comment = target.Text("comment");
        switch (target.Text("equivalence"))
        {
            case "equal" or "equivalent":
                var to = target.Needed("code", $"The decision about {code} needs a code to go to.");
                return code is null || to is null ? null : (code, to, comment);
            case "unmatched" when comment is not null && !target.Has("code"):
                return code is null ? null : (code, null, comment);
            case "unmatched":
                target.Error(
                    IssueCodes.MigrationUndecided,
                    "comment",
                    $"Leaving {code} behind needs a comment that says why, and no code to go to.",
                    code
                );
                return null;
            default:
                target.Error(
                    IssueCodes.MigrationNotExact,
                    "equivalence",
                    $"What becomes of {code} must be equal, equivalent or unmatched: anything between would change what a person said.",
                    code
                );
                return null;
        }
    }

    private static HashSet<string> Read(params string[] names) => [.. names];

    private static Dictionary<string, string> Refuse(params string[] names) =>
        names.ToDictionary(
            name => name,
            _ => "a migration follows nothing but its own decisions, one by one",
            StringComparer.Ordinal
        );
}
