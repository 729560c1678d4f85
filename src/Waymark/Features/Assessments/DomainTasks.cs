using Waymark.Content;
using Waymark.Features.Shared.Reading;
using Waymark.Instruments;

namespace Waymark.Features.Assessments;

/// <summary>One domain of the assessment and how far its pages are answered.</summary>
/// <param name="Domain">The domain's group.</param>
/// <param name="Pages">Its pages in order.</param>
public sealed record DomainTasks(ItemDefinition Domain, IReadOnlyList<PageTask> Pages)
{
    /// <summary>The domains of an assessment, in order.</summary>
    public static IReadOnlyList<DomainTasks> Of(Form form)
    {
        var factors = Factor.Of(form.Instrument);
        return
        [
            .. InstrumentPages
                .Of(form.Instrument)
                .GroupBy(page => page.Parent!)
                .Select(domain => new DomainTasks(
                    domain.Key,
                    [.. domain.Select(page => PageTask.Of(form, page, factors))]
                )),
        ];
    }
}

/// <summary>One page and how far it is answered.</summary>
/// <param name="Page">The page's group.</param>
/// <param name="Asked">How many questions count: the factors, or every question where the page has none.</param>
/// <param name="Answered">How many of them have an answer.</param>
public sealed record PageTask(ItemDefinition Page, int Asked, int Answered)
{
    /// <summary>"Not started", "3 of 4 answered" or "Answered".</summary>
    public string Words =>
        Answered == 0 ? "Not started"
        : Answered < Asked ? $"{Answered} of {Asked} answered"
        : "Answered";

    /// <summary>Everything that counts is answered.</summary>
    public bool IsDone => Answered >= Asked;

    internal static PageTask Of(Form form, ItemDefinition page, IReadOnlyList<Factor> factors)
    {
        var own = factors
            .Where(f => InstrumentPages.PageOf(f.Group) == page)
            .Select(f => f.Id)
            .ToList();
        var counted =
            own.Count > 0 ? own : [.. InstrumentPages.Questions(page).Select(q => q.LinkId)];
        return new(page, counted.Count, counted.Count(id => form.Answers(id).Count > 0));
    }
}
