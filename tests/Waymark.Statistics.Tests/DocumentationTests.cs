using System.Reflection;
using System.Text.RegularExpressions;
using Waymark.Statistics.Disclosure;

namespace Waymark.Statistics.Tests;

/// <summary><c>docs/statistics.md</c> is the list of methods; it may not fall behind the code, nor run ahead of it.</summary>
public partial class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(
        Path.Combine(Root(), "docs", "statistics.md")
    );

    private static readonly Type[] PublicTypes = typeof(Estimate).Assembly.GetExportedTypes();

    private static readonly Method[] Methods =
    [
        .. typeof(Method)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(p => p.PropertyType == typeof(Method))
            .Select(p => (Method)p.GetValue(null)!),
    ];

    /// <summary>The tables' rows as (printed name, call).</summary>
    private static IEnumerable<(string Name, string Call)> Rows =>
        TableRow().Matches(Page).Select(m => (m.Groups[1].Value.Trim(), m.Groups[2].Value));

    [Fact]
    public void Methods_Printed_AreEachInATableExactlyOnce()
    {
        Assert.True(Methods.Length > 20);
        Assert.Equal(
            Methods.Select(m => m.Name).Order(StringComparer.Ordinal),
            Rows.Select(r => r.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Methods_Names_AreDistinctAndHaveASource()
    {
        Assert.Equal(Methods.Length, Methods.Select(m => m.Name).Distinct().Count());
        Assert.All(Methods, m => Assert.False(string.IsNullOrWhiteSpace(m.Source)));
    }

    [Fact]
    public void Code_NamedOnThePage_Exists()
    {
        var named = Code().Matches(Page).Select(m => m.Groups[1].Value).Distinct().ToArray();
        Assert.True(named.Length > 25);
        Assert.All(named, n => Assert.True(Exists(n), $"{n} is on the page but not in the code."));
    }

    [Fact]
    public void Estimators_Public_AreEachOnThePage()
    {
        var estimators = PublicTypes
            .SelectMany(t =>
                t.GetMethods(
                    BindingFlags.Public
                        | BindingFlags.Static
                        | BindingFlags.Instance
                        | BindingFlags.DeclaredOnly
                )
            )
            .Where(m => !m.IsSpecialName && !m.Name.StartsWith('<') && Gives(m.ReturnType))
            .Select(m => $"{m.DeclaringType!.Name}.{m.Name}")
            .Distinct()
            .ToArray();

        Assert.True(estimators.Length > 20);
        Assert.All(
            estimators,
            e =>
                Assert.True(
                    Page.Contains($"`{e}`", StringComparison.Ordinal),
                    $"{e} is not on the page."
                )
        );
    }

    [Fact]
    public void Files_NamedOnThePage_Exist() =>
        Assert.All(
            RepositoryPath().Matches(Page).Select(m => m.Groups[1].Value),
            path => Assert.True(Path.Exists(Path.Combine(Root(), path)), path)
        );

    [Fact]
    public void Estimate_FromOutsideTheLibrary_CannotBeMade()
    {
        Type[] guarded =
        [
            typeof(Estimate),
            typeof(Interval),
            typeof(Base),
            typeof(Method),
            typeof(SignificanceTest),
            typeof(Coverage),
            typeof(Tally),
            typeof(PairedTally),
            typeof(SurveyWeights),
            typeof(ReleasedTable),
            typeof(ReleaseLedger),
            typeof(SuppressionPolicy),
        ];

        Assert.All(guarded, t => Assert.Empty(t.GetConstructors()));
        Assert.All(
            guarded,
            t => Assert.All(t.GetProperties(), p => Assert.False(p.SetMethod?.IsPublic ?? false))
        );
    }

    /// <summary>Whether a type is, or is a result of, a figure that is shown or a list of such.</summary>
    private static bool Gives(Type type) =>
        type == typeof(Estimate)
        || type == typeof(SignificanceTest)
        || type == typeof(SignedRankTest)
        || type == typeof(ReliableChange)
        || type == typeof(CalibrationBand)
        || (
            type.IsGenericType
            && type.GetGenericTypeDefinition() is var open
            && (open == typeof(Result<>) || open == typeof(IReadOnlyList<>))
            && Gives(type.GetGenericArguments()[0])
        );

    private static bool Exists(string name)
    {
        var parts = name.Split('.');
        var type = PublicTypes.FirstOrDefault(t => t.Name.Split('`')[0] == parts[0]);
        return type is not null && (parts.Length == 1 || type.GetMember(parts[1]).Length > 0);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Waymark.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^\| ([^|`]+) \| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"`([A-Z][A-Za-z]+(?:\.[A-Z][A-Za-z0-9]+)?)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"`((?:src|tests|docs)/[^`]+)`")]
    private static partial Regex RepositoryPath();
}
