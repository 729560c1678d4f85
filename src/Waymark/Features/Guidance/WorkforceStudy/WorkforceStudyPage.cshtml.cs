using Microsoft.AspNetCore.Mvc.RazorPages;
using Waymark.Content;
using Waymark.Content.Reference;

namespace Waymark.Features.Guidance.WorkforceStudy;

/// <summary>The study of 2014 with everything that is known of it, and what is not.</summary>
public sealed class WorkforceStudyPage(ContentLibrary content) : PageModel
{
    /// <summary>The study.</summary>
    public ReferenceStudy Study { get; } =
        content.Studies.First(study => study.Figures.Count > 0 && study.Sectors.Count > 0);

    /// <summary>The evaluations that followed it.</summary>
    public IReadOnlyList<ReferenceStudy> FollowUps { get; } =
    [.. content.Studies.Where(study => study.Figures.Count == 0)];

    /// <summary>The bars of its figures, in their order.</summary>
    public IReadOnlyList<FigureBar> Bars =>
        [
            .. Study
                .Figures.Where(figure => figure is { Percent: not null, Derived: not null })
                .Select(figure => new FigureBar(
                    figure.Label,
                    figure.Percent!.Value,
                    figure.Derived!.LowerPercent,
                    figure.Derived.UpperPercent
                )),
        ];

    /// <summary>A source by its id.</summary>
    public Source Source(string id) => content.Sources[id];

    /// <summary>Who printed a figure, in a few words.</summary>
    public string PrintedBy(IEnumerable<string> sources) =>
        string.Join("; ", sources.Select(id => Printed(Source(id))));

    private static string Printed(Source source) =>
        source.Date is { } date ? $"{source.Publisher}, {date}" : source.Publisher;
}
