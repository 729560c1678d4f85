using System.Text.Json;
using System.Text.Json.Nodes;

namespace Waymark.Instruments;

/// <summary>Writes a proposal for a migration map.</summary>
internal static class MigrationDraft
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static string Write(Instrument source, Instrument target)
    {
        var groups = new JsonArray(
            Group(
                source.Url,
                source.Version,
                target.Url,
                target.Version,
                source.All.Where(MigrationChecks.NeedsDecision).Select(item => Item(item, target))
            )
        );
        foreach (var codes in LostCodes(source, target))
        {
            groups.Add(
                Group(
                    codes.Key,
                    null,
                    codes.Key,
                    null,
                    codes.Select(code => Undecided(code.Code, code.Display))
                )
            );
        }

        return new JsonObject
        {
            ["resourceType"] = "ConceptMap",
            ["status"] = "draft",
            ["sourceCanonical"] = $"{source.Url}|{source.Version}",
            ["targetCanonical"] = $"{target.Url}|{target.Version}",
            ["group"] = groups,
        }.ToJsonString(Indented);
    }

    private static JsonObject Group(
        string source,
        string? sourceVersion,
        string target,
        string? targetVersion,
        IEnumerable<JsonObject> elements
    )
    {
        var group = new JsonObject { ["source"] = source };
        if (sourceVersion is not null)
        {
            group["sourceVersion"] = sourceVersion;
        }

        group["target"] = target;
        if (targetVersion is not null)
        {
            group["targetVersion"] = targetVersion;
        }

        group["element"] = new JsonArray([.. elements]);
        return group;
    }

    private static JsonObject Item(ItemDefinition item, Instrument target) =>
        target.Find(item.LinkId) is { } same && KeptItsPlace(item, same)
            ? new JsonObject
            {
                ["code"] = item.LinkId,
                ["display"] = item.Text,
                ["target"] = new JsonArray(
                    new JsonObject
                    {
                        ["code"] = same.LinkId,
                        ["display"] = same.Text,
                        ["equivalence"] = item.Text == same.Text ? "equal" : "equivalent",
                    }
                ),
            }
            : Undecided(item.LinkId, item.Text);

    // Without the comment that Load asks for: somebody has to decide.
    private static JsonObject Undecided(string code, string? display)
    {
        var element = new JsonObject { ["code"] = code };
        if (!string.IsNullOrEmpty(display))
        {
            element["display"] = display;
        }

        element["target"] = new JsonArray(new JsonObject { ["equivalence"] = "unmatched" });
        return element;
    }

    private static bool KeptItsPlace(ItemDefinition from, ItemDefinition to) =>
        MigrationChecks.TypesFit(from, to)
        && (to.Repeats || !from.Repeats)
        && MigrationChecks
            .RepeatsAround(from)
            .Select(item => item.LinkId)
            .SequenceEqual(MigrationChecks.RepeatsAround(to).Select(item => item.LinkId));

    private static IEnumerable<IGrouping<string, CodingAnswer>> LostCodes(
        Instrument source,
        Instrument target
    ) =>
        source
            .All.Where(item => target.Find(item.LinkId) is { Options.Count: > 0 })
            .SelectMany(item =>
                item.Options.Select(option => option.Value)
                    .Where(value =>
                        target.Find(item.LinkId)!.Options.All(option => option.Value != value)
                    )
            )
            .OfType<CodingAnswer>()
            .Distinct()
            .GroupBy(coding => coding.System ?? "");
}
