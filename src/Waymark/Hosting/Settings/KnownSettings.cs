using System.Collections;
using System.Reflection;

namespace Waymark.Hosting.Settings;

/// <summary>
/// Every setting there is, found in the options classes: those with a constant <c>Section</c> that begins with "Waymark". A setting that none of them
/// has is a slip of the pen, and a slip must not quietly leave a default in force.
/// </summary>
public static class KnownSettings
{
    /// <summary>The classes of options of a program.</summary>
    public static IReadOnlyList<(string Section, Type Type)> Classes { get; } =
    [
        .. typeof(KnownSettings)
            .Assembly.GetTypes()
            .Where(t =>
                t is { IsClass: true } && t.Name.EndsWith("Options", StringComparison.Ordinal)
            )
            .Select(t =>
                (
                    t.GetField("Section", BindingFlags.Public | BindingFlags.Static)
                        ?.GetRawConstantValue() as string,
                    t
                )
            )
            .Where(found =>
                found.Item1 == WaymarkOptions.Section
                || found.Item1?.StartsWith(WaymarkOptions.Section + ":", StringComparison.Ordinal)
                    == true
            )
            .Select(found => (found.Item1!, found.t))
            .OrderBy(found => found.Item1, StringComparer.Ordinal),
    ];

    /// <summary>The names of all settings, such as "Waymark:Retention:ReviewEveryYears", and whether others may stand below it.</summary>
    public static IReadOnlyDictionary<string, bool> Names { get; } = All();

    /// <summary>What is wrong with the names of what was set; empty when nothing is.</summary>
    public static IReadOnlyList<string> Unknown(IConfiguration configuration) =>
        [
            .. configuration
                .GetSection(WaymarkOptions.Section)
                .AsEnumerable()
                .Where(pair => pair.Value is not null && !IsKnown(pair.Key))
                .Select(pair =>
                    $"'{pair.Key}' is not a setting of Waymark. Did you mean '{Nearest(pair.Key)}'?"
                )
                .Order(StringComparer.Ordinal),
        ];

    private static bool IsKnown(string key) =>
        Names.Any(name =>
            string.Equals(key, name.Key, StringComparison.OrdinalIgnoreCase)
            || (name.Value && key.StartsWith(name.Key + ":", StringComparison.OrdinalIgnoreCase))
        )
        // An empty object or list is itself a value, "", in the configuration.
        || Classes.Any(c => string.Equals(c.Section, key, StringComparison.OrdinalIgnoreCase));

    private static string Nearest(string key) => Names.Keys.MinBy(name => Distance(key, name))!;

    /// <summary>The number of letters to change, add or leave out (Levenshtein), whatever their case.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]);
                (diagonal, row[j]) = (
                    row[j],
                    Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1))
                );
            }
        }
        return row[^1];
    }

    private static Dictionary<string, bool> All()
    {
        Dictionary<string, bool> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (section, type) in Classes)
        {
            Add(names, section, type);
        }
        return names;
    }

    private static void Add(Dictionary<string, bool> names, string section, Type type)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var holdsMany =
                property.PropertyType != typeof(string)
                && typeof(IEnumerable).IsAssignableFrom(property.PropertyType);
            var name = $"{section}:{property.Name}";
            if (
                property.PropertyType is { IsClass: true } part
                && part.Assembly == typeof(KnownSettings).Assembly
                && part.GetConstructor(Type.EmptyTypes) is not null
            )
            {
                Add(names, name, part);
            }
            else if (holdsMany || property.SetMethod is { IsPublic: true })
            {
                names[name] = holdsMany;
            }
        }
    }
}
