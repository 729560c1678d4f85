using Waymark.Components.Govuk;
using Xunit;

namespace Waymark.Tests.Components;

public sealed class FixtureTests
{
    /// <summary>The components that are proved, the record each takes, and how many official fixtures it has.</summary>
    public static TheoryData<string, Type, int> Components =>
        new()
        {
            { "back-link", typeof(BackLinkOptions), 7 },
            { "button", typeof(ButtonOptions), 38 },
            { "character-count", typeof(CharacterCountOptions), 34 },
            { "details", typeof(DetailsOptions), 10 },
            { "error-message", typeof(ErrorMessageOptions), 9 },
            { "error-summary", typeof(ErrorSummaryOptions), 19 },
            { "fieldset", typeof(FieldsetOptions), 18 },
            { "hint", typeof(HintOptions), 6 },
            { "input", typeof(InputOptions), 45 },
            { "label", typeof(LabelOptions), 17 },
            { "password-input", typeof(PasswordInputOptions), 12 },
            { "radios", typeof(RadiosOptions), 43 },
            { "skip-link", typeof(SkipLinkOptions), 9 },
            { "textarea", typeof(TextareaOptions), 18 },
        };

    [Fact]
    public void Package_IsTheVersionTheComponentsFollow() =>
        Assert.Equal("6.6.0", Fixtures.Version);

    [Theory]
    [MemberData(nameof(Components))]
    public async Task Component_EveryOfficialFixture_GivesTheOfficialHtml(
        string component,
        Type options,
        int count
    )
    {
        var fixtures = Fixtures.Of(component);
        var failures = new List<string>();
        foreach (var fixture in fixtures)
        {
            var html = await Rendered.Html(FixtureJson.Read(fixture.Options, options));
            if (SameHtml.Differences(fixture.Html, html) is { Count: > 0 } differences)
            {
                failures.Add(
                    $"{component}, “{fixture.Name}”:\n{string.Join('\n', differences)}\n{html}"
                );
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
        Assert.Equal(count, fixtures.Count);
    }

    [Fact]
    public void Components_AreEveryOptionsRecord()
    {
        var records = typeof(ComponentOptions)
            .Assembly.GetTypes()
            .Where(t => t.BaseType == typeof(ComponentOptions));
        var proved = Components.Select(row => row.Data.Item2);
        Assert.Equal(records.Select(t => t.Name).Order(), proved.Select(t => t.Name).Order());
    }
}
