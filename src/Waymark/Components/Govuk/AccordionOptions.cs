namespace Waymark.Components.Govuk;

/// <summary>Sections that open and close. Without script all are open.</summary>
public sealed record AccordionOptions : ComponentOptions
{
    internal override Type Component => typeof(Accordion);

    /// <summary>The element's id, unique on the site where script remembers what was open.</summary>
    public required string Id { get; init; }

    /// <summary>The sections; a null entry is left out.</summary>
    public required IReadOnlyList<AccordionItem?> Items { get; init; }

    /// <summary>The level of the sections' headings, 1 to 6; 2 when null.</summary>
    public int? HeadingLevel { get; init; }

    /// <summary>
    /// Whether script remembers in this browser what was open; its own default, yes, when null. Say no on a child's
    /// record: nothing of it should stay behind on a computer that others use.
    /// </summary>
    public bool? RememberExpanded { get; init; }

    /// <summary>The words that close all sections.</summary>
    public string? HideAllSectionsText { get; init; }

    /// <summary>The words that close a section.</summary>
    public string? HideSectionText { get; init; }

    /// <summary>The accessible name of what closes a section.</summary>
    public string? HideSectionAriaLabelText { get; init; }

    /// <summary>The words that open all sections.</summary>
    public string? ShowAllSectionsText { get; init; }

    /// <summary>The words that open a section.</summary>
    public string? ShowSectionText { get; init; }

    /// <summary>The accessible name of what opens a section.</summary>
    public string? ShowSectionAriaLabelText { get; init; }
}

/// <summary>One section.</summary>
public sealed record AccordionItem
{
    /// <summary>The section's heading.</summary>
    public ContentOptions Heading { get; init; } = new();

    /// <summary>A line under the heading.</summary>
    public ContentOptions? Summary { get; init; }

    /// <summary>What the section holds.</summary>
    public ContentOptions Content { get; init; } = new();

    /// <summary>Whether it starts open.</summary>
    public bool Expanded { get; init; }
}
