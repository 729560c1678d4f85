using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Primitives;
using Waymark.Instruments;

namespace Waymark.Components.Questions;

/// <summary>What was posted for one item: its texts by the field names of <see cref="AnswerText"/>, such as <c>value</c> or <c>day</c>.</summary>
public sealed class PostedFields : Dictionary<string, IReadOnlyList<string>>;

/// <summary>
/// How an item's fields are named in a form, so that the page that writes them and the handler that reads them cannot
/// drift apart: <c>value:a1</c>, <c>day:a1.date</c>, <c>value:meds[1]/dose</c>.
/// </summary>
public static class QuestionFields
{
    /// <summary>The button that adds an instance to a repeating group; its value is the group's path.</summary>
    public const string AddInstance = "_add";

    /// <summary>The button that takes an instance of a repeating group away; its value is the instance's path.</summary>
    public const string RemoveInstance = "_remove";

    private static readonly string[] Fields =
    [
        "value",
        "day",
        "month",
        "year",
        "time",
        "unit",
        "other",
    ];

    /// <summary>The name of one field of an item.</summary>
    /// <param name="path">The item.</param>
    /// <param name="field">The field's name in <see cref="AnswerText"/>.</param>
    public static string Name(ItemPath path, string field = "value") => $"{field}:{path}";

    /// <summary>The id of an item's set of fields, and of its only field where it has one.</summary>
    public static string Id(ItemPath path) => path.ToString();

    /// <summary>The id of the element that an error about the item links to: its first field.</summary>
    /// <param name="item">The item's definition.</param>
    /// <param name="path">Which occurrence.</param>
    public static string FirstFieldId(ItemDefinition item, ItemPath path)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Type is ItemType.Date or ItemType.DateTime ? $"{Id(path)}-day" : Id(path);
    }

    /// <summary>Reads the name of a field.</summary>
    /// <returns>Whether the name is one that <see cref="Name"/> gives; the page's other fields are not.</returns>
    public static bool TryParse(
        string? name,
        out ItemPath path,
        [NotNullWhen(true)] out string? field
    )
    {
        path = default;
        field = null;
        if (name?.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon))
        {
            return false;
        }

        field = Array.Find(Fields, f => name.AsSpan(0, colon).SequenceEqual(f));
        return field is not null && ItemPath.TryParse(name[(colon + 1)..], out path);
    }

    /// <summary>What was posted for each item, in the order of the post. Fields that are no item's are left out.</summary>
    public static IReadOnlyDictionary<ItemPath, PostedFields> Read(
        IEnumerable<KeyValuePair<string, StringValues>> form
    )
    {
        ArgumentNullException.ThrowIfNull(form);
        var posted = new Dictionary<ItemPath, PostedFields>();
        foreach (var (name, texts) in form)
        {
            if (TryParse(name, out var path, out var field))
            {
                if (!posted.TryGetValue(path, out var fields))
                {
                    posted[path] = fields = [];
                }

                fields[field] = [.. texts.OfType<string>()];
            }
        }

        return posted;
    }
}
