using Waymark.Content;
using Waymark.Features.Children;
using Waymark.Features.Shared.Reading;
using Waymark.Instruments;

namespace Waymark.Browser.Tests.Journeys;

/// <summary>A practitioner's way through one case study, by keyboard, from sign-in to the formulation.</summary>
internal sealed class CaseWalk(Visit visit, CaseStudy study, ContentLibrary content)
{
    private Keyboard Keyboard => visit.Keyboard;

    /// <summary>Everything that any page suggested doing.</summary>
    public List<Suggestion> Suggested { get; } = [];

    /// <summary>The path of the record, such as <c>/concerns/…</c>.</summary>
    public string Record { get; private set; } = "";

    /// <summary>From the first page to a new record's first question.</summary>
    public async Task StartAsync(string personsButton)
    {
        await visit.OpenAsync("/");
        await Keyboard.FollowAsync("Sign in");
        await Keyboard.SendAsync(personsButton);
        await Keyboard.FollowAsync("Start with a new worry");
        await Keyboard.TypeAsync("In one line, what worries you?", study.Title);
        await Keyboard.TypeAsync(
            "Your agency’s reference for the child",
            $"K{study.Number}-{Guid.NewGuid():N}"[..12].ToUpperInvariant()
        );
        await Keyboard.ChooseAsync(
            "Or choose the nearest",
            AgeBands.FromCode(study.AgeBand)!.Value.Words()
        );
        await Keyboard.SendAsync("Start the safety check");
        Record = string.Join('/', visit.Path.Split('/').Take(3));
    }

    /// <summary>All questions of the safety check, to the act-now sheet.</summary>
    public async Task CheckSafetyAsync()
    {
        var instrument = content.Newest("safety", "safety-check")!.Instrument;
        var pages = InstrumentPages.Of(instrument);
        foreach (var (index, page) in pages.Index())
        {
            await AnswerAsync(instrument, page, study.SafetyCheck);
            await Keyboard.SendAsync(
                index == pages.Count - 1 ? "See what to do" : "Save and continue"
            );
        }
        await ReadSheetAsync();
    }

    /// <summary>The whole assessment, from the act-now sheet to the task list with everything answered.</summary>
    public async Task AssessAsync()
    {
        var instrument = content.Newest("assessments", "online-harm")!.Instrument;
        await Keyboard.FollowAsync("Go on to the assessment");
        await Keyboard.SendAsync("Start the assessment");
        foreach (var page in InstrumentPages.Of(instrument))
        {
            var address = $"{Record}/assessment/{page.LinkId}";
            if (visit.Path != address)
            {
                await Keyboard.FocusAsync(
                    f => f.Kind == "link" && f.Name == page.Text,
                    $"the task “{page.Text}”"
                );
                await Keyboard.EnterAsync();
            }
            await AnswerAsync(instrument, page, study.Assessment);
            await Keyboard.SendAsync("Save and continue");
        }
    }

    /// <summary>Reads what the act-now sheet suggests.</summary>
    public async Task<IReadOnlyList<Suggestion>> ReadSheetAsync()
    {
        var steps = await visit.Page.ReadAsync<Suggestion[]>(Suggestion.OnSheet);
        Suggested.AddRange(steps);
        return steps;
    }

    /// <summary>Reads what the formulation suggests.</summary>
    public async Task<IReadOnlyList<Suggestion>> ReadFormulationAsync()
    {
        var steps = await visit.Page.ReadAsync<Suggestion[]>(Suggestion.OnFormulation);
        Suggested.AddRange(steps);
        return steps;
    }

    private async Task AnswerAsync(
        Instrument instrument,
        ItemDefinition page,
        IReadOnlyList<ExampleAnswer> answers
    )
    {
        foreach (var question in InstrumentPages.Questions(page))
        {
            if (answers.FirstOrDefault(a => a.LinkId == question.LinkId) is not { } answer)
            {
                continue;
            }
            var options = answer
                .Typed.OfType<CodingAnswer>()
                .Select(coding =>
                    instrument
                        .Find(question.LinkId)!
                        .Options.Single(o =>
                            o.Value is CodingAnswer offered && offered.Code == coding.Code
                        )
                        .Text
                );
            if (question.Repeats)
            {
                await Keyboard.TickAsync(question.Text!, options);
            }
            else
            {
                await Keyboard.ChooseAsync(question.Text!, options.Single());
            }
        }
    }
}
