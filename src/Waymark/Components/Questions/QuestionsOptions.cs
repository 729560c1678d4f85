using System.Globalization;
using Waymark.Instruments;

namespace Waymark.Components.Questions;

/// <summary>Which questions of an open form a page shows, and how.</summary>
public sealed record QuestionsOptions
{
    /// <summary>The form; only read.</summary>
    public required Form Form { get; init; }

    /// <summary>The items to show, each with all it holds: usually the children of the group that is the page.</summary>
    public required IReadOnlyList<ItemPath> Items { get; init; }

    /// <summary>What is wrong with an item's answer, and what to do.</summary>
    public IReadOnlyDictionary<ItemPath, string> Errors { get; init; } =
        new Dictionary<ItemPath, string>();

    /// <summary>What was typed, where the page is shown again because something is wrong; else the form's answers are shown.</summary>
    public IReadOnlyDictionary<ItemPath, PostedFields> Posted { get; init; } =
        new Dictionary<ItemPath, PostedFields>();

    /// <summary>Whether the first question is the page's heading. Otherwise the page writes its own.</summary>
    public bool FirstQuestionIsHeading { get; init; }

    /// <summary>The level of a group's heading, 2 to 6; groups within it go one deeper.</summary>
    public int HeadingLevel { get; init; } = 2;

    /// <summary>How the page writes numbers and dates.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>
    /// What a source is called, by the id that a help text names in its <c>source</c> extension; null for one that is
    /// not to be shown. Without it no sources are shown.
    /// </summary>
    public Func<string, string?>? SourceTitle { get; init; }
}
