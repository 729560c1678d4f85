using System.Text.RegularExpressions;
using Xunit;

namespace Waymark.Tests.Docs;

/// <summary>The README and the documents name only what exists, and say nothing about one machine.</summary>
public sealed partial class DocumentationTests
{
    public static TheoryData<string> Documents =>
        [
            .. new[]
            {
                "README.md",
                "CHANGELOG.md",
                "CONTRIBUTING.md",
                "SECURITY.md",
                "bench/README.md",
                "src/Waymark.Instruments/README.md",
            }
                .Concat(
                    Directory
                        .EnumerateFiles(
                            Path.Combine(Repository.Root, "docs"),
                            "*.md",
                            SearchOption.AllDirectories
                        )
                        .Select(file => Path.GetRelativePath(Repository.Root, file))
                )
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_NamesOnlyPathsThatExist(string document)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, document));
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, document))!;
        var links = Link()
            .Matches(text)
            .Select(m => m.Groups[1].Value.Split('#')[0])
            .Where(target =>
                target.Length > 0
                && !target.Contains("://", StringComparison.Ordinal)
                && !target.StartsWith("mailto:", StringComparison.Ordinal)
            )
            .Select(target => Path.Combine(folder, target));
        var paths = InCode()
            .Matches(text)
            .Select(m => m.Groups[1].Value)
            .Where(path =>
                !path.Contains('*', StringComparison.Ordinal)
                && !path.Contains('<', StringComparison.Ordinal)
                && !path.Contains('{', StringComparison.Ordinal)
                && !path.Contains('…', StringComparison.Ordinal)
            )
            .Select(path => Path.Combine(Repository.Root, path));

        Assert.All(
            links.Concat(paths),
            path =>
                Assert.True(
                    File.Exists(path) || Directory.Exists(path),
                    $"{document} names {path}, which does not exist"
                )
        );
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_NamesNoPathOfOneMachine(string document) =>
        Assert.DoesNotMatch(
            @"(?<![\w.])/(work|home|root|Users)/",
            File.ReadAllText(Path.Combine(Repository.Root, document))
        );

    [Fact]
    public void DecisionRecords_HaveNumbersOfTheirOwn()
    {
        var numbers = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "docs/adr"), "*.md")
            .Select(file => Path.GetFileName(file)[..4])
            .ToList();

        Assert.Equal(numbers.Distinct(), numbers);
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`((?:src|tests|content|docs|bench|scripts|\.ci)/[^`\s]*)`")]
    private static partial Regex InCode();
}
