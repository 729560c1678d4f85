using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Waymark.Data;
using Waymark.Instruments;
using Xunit;

namespace Waymark.Tests;

/// <summary>The few walls of the house that a compiler does not hold.</summary>
public sealed class ArchitectureTests
{
    private static readonly Architecture s_house = new ArchLoader()
        .LoadAssemblies(typeof(Instrument).Assembly, typeof(WaymarkDb).Assembly)
        .Build();

    [Fact]
    public void Engine_KnowsNoFileNetworkDatabasePageOrTask()
    {
        var strangers = s_house
            .Types.Where(type =>
                type.Assembly.Name.StartsWith("Waymark.Instruments", StringComparison.Ordinal)
            )
            .SelectMany(type =>
                type.Dependencies.Select(d => (type.FullName, Target: d.Target.FullName))
            )
            .Where(d =>
                Regex.IsMatch(
                    d.Target,
                    @"^(System\.IO\.(File|Directory|FileStream)\b|System\.Net\.(?!WebUtility)|System\.Threading\.Tasks\.|Microsoft\.(EntityFrameworkCore|AspNetCore)|System\.TimeProvider)"
                )
            )
            .ToList();

        Assert.Empty(strangers);
    }

    [Fact]
    public void Engine_KnowsNoWordOfTheApplication() =>
        Assert.DoesNotContain(
            s_house.Types.Where(t =>
                t.Assembly.Name.StartsWith("Waymark.Instruments", StringComparison.Ordinal)
            ),
            type =>
                Regex.IsMatch(type.Name, "Assessment|Survey|KnowledgeCheck|Safeguard|Child(ren)?$")
        );

    [Fact]
    public void Features_DoNotUseEachOthersPages()
    {
        var pages = s_house
            .Classes.Where(c =>
                c.InheritedClasses.Any(b => b.FullName == typeof(PageModel).FullName)
            )
            .Where(c => c.IsAbstract != true)
            .ToList();
        Assert.True(pages.Count > 15, "The pages were not found.");

        Assert.All(
            pages,
            page =>
                Assert.All(
                    pages.Where(other => FeatureOf(other) != FeatureOf(page)),
                    other =>
                        Assert.False(
                            page.Dependencies.Any(d => d.Target.FullName == other.FullName),
                            $"{page.FullName} uses {other.FullName}"
                        )
                )
        );
    }

    [Fact]
    public void Types_AreNotNamedForNothing() =>
        Assert.DoesNotContain(
            s_house.Types.Where(t =>
                t.Assembly.Name.StartsWith("Waymark", StringComparison.OrdinalIgnoreCase)
            ),
            type => Regex.IsMatch(type.Name, "(Manager|Helper|Utils|Common)$")
        );

    private static string FeatureOf(Class page) =>
        page.FullName.Split('.').ElementAtOrDefault(2) ?? "";
}
