using Waymark.Components.Govuk;
using Xunit;

namespace Waymark.Tests.Components;

public sealed class FixtureTests
{
    /// <summary>The components that are proved, the record each takes, and how many official fixtures it has.</summary>
    public static TheoryData<string, Type, int> Components =>
        new()
        {
            { "accordion", typeof(AccordionOptions), 13 },
            { "back-link", typeof(BackLinkOptions), 7 },
            { "breadcrumbs", typeof(BreadcrumbsOptions), 12 },
            { "button", typeof(ButtonOptions), 38 },
            { "character-count", typeof(CharacterCountOptions), 34 },
            { "checkboxes", typeof(CheckboxesOptions), 42 },
            { "date-input", typeof(DateInputOptions), 50 },
            { "details", typeof(DetailsOptions), 10 },
            { "error-message", typeof(ErrorMessageOptions), 9 },
            { "error-summary", typeof(ErrorSummaryOptions), 19 },
            { "exit-this-page", typeof(ExitThisPageOptions), 4 },
            { "fieldset", typeof(FieldsetOptions), 18 },
            { "generic-header", typeof(GenericHeaderOptions), 7 },
            { "hint", typeof(HintOptions), 6 },
            { "input", typeof(InputOptions), 45 },
            { "inset-text", typeof(InsetTextOptions), 6 },
            { "label", typeof(LabelOptions), 17 },
            { "notification-banner", typeof(NotificationBannerOptions), 21 },
            { "pagination", typeof(PaginationOptions), 15 },
            { "panel", typeof(PanelOptions), 19 },
            { "password-input", typeof(PasswordInputOptions), 12 },
            { "phase-banner", typeof(PhaseBannerOptions), 7 },
            { "radios", typeof(RadiosOptions), 43 },
            { "select", typeof(SelectOptions), 19 },
            { "service-navigation", typeof(ServiceNavigationOptions), 33 },
            { "skip-link", typeof(SkipLinkOptions), 9 },
            { "summary-list", typeof(SummaryListOptions), 30 },
            { "table", typeof(TableOptions), 21 },
            { "tabs", typeof(TabsOptions), 14 },
            { "tag", typeof(TagOptions), 12 },
            { "task-list", typeof(TaskListOptions), 11 },
            { "textarea", typeof(TextareaOptions), 18 },
            { "warning-text", typeof(WarningTextOptions), 8 },
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
