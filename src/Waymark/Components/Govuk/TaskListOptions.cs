using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>The parts of a long piece of work, each with how far it has come.</summary>
public sealed record TaskListOptions : ComponentOptions
{
    internal override Type Component => typeof(TaskList);

    /// <summary>The parts, in the order to do them; a null entry is left out.</summary>
    public required IReadOnlyList<TaskListItem?> Items { get; init; }

    /// <summary>The start of the ids; <c>task-list</c> when null. Must be set where a page has two lists.</summary>
    public string? IdPrefix { get; init; }
}

/// <summary>One part of the work.</summary>
public sealed record TaskListItem
{
    /// <summary>What is to be done.</summary>
    public TaskListTitle Title { get; init; } = new();

    /// <summary>What helps to do it.</summary>
    public ContentOptions? Hint { get; init; }

    /// <summary>How far it has come.</summary>
    public TaskListStatus Status { get; init; } = new();

    /// <summary>Where to do it; null where it cannot be done yet.</summary>
    public string? Href { get; init; }

    /// <summary>Further CSS classes.</summary>
    public string? Classes { get; init; }
}

/// <summary>What is to be done.</summary>
public sealed record TaskListTitle
{
    /// <summary>Plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>Trusted markup, written as it is.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>Further CSS classes.</summary>
    public string? Classes { get; init; }
}

/// <summary>How far a task has come: a tag for what needs doing, plain words for what is done.</summary>
public sealed record TaskListStatus
{
    /// <summary>A tag; wins over the words.</summary>
    public TagOptions? Tag { get; init; }

    /// <summary>Plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>Trusted markup, written as it is.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>Further CSS classes.</summary>
    public string? Classes { get; init; }
}
