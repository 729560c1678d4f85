using System.Globalization;
using System.Net;
using Waymark.Components.Questions;
using Waymark.Content;
using Waymark.Features.Shared.Answers;
using Waymark.Features.Shared.Reading;
using Waymark.Instruments;
using Xunit;

namespace Waymark.Tests.Host;

/// <summary>One record as a practitioner walks through it, page by page, over the real host.</summary>
public sealed class RecordWalk(WaymarkHost host, Visitor visitor, string concern)
{
    private static readonly CultureInfo s_culture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The address of the record.</summary>
    public string Address { get; } = concern;

    /// <summary>The id of the record.</summary>
    public Guid ConcernId => Guid.Parse(Address[^36..]);

    public Visitor Visitor => visitor;

    /// <summary>Starts a record.</summary>
    public static async Task<RecordWalk> StartAsync(
        WaymarkHost host,
        Visitor visitor,
        string reference,
        string age = "14",
        string worry = "Someone he met in a game wants to meet him"
    )
    {
        var page = await visitor.GetAsync("/concerns/start");
        var started = await page.SubmitAsync(
            visitor,
            "main form",
            age.Length > 0 && char.IsDigit(age[0]) && !age.Contains('-')
                ? [("Worry", worry), ("ChildReference", reference), ("Age", age)]
                : [("Worry", worry), ("ChildReference", reference), ("AgeBand", age)]
        );
        Assert.Equal(HttpStatusCode.Redirect, started.Status);
        return new(
            host,
            visitor,
            started.RedirectedTo!.Replace("/safety-check", "", StringComparison.Ordinal)
        );
    }

    /// <summary>The same record in another person's browser.</summary>
    public RecordWalk As(Visitor other) => new(host, other, Address);

    /// <summary>A page of the record.</summary>
    public Task<VisitedPage> GetAsync(string path) => visitor.GetAsync(Address + path);

    /// <summary>Opens a page of questions and posts it with the named fields.</summary>
    public async Task<VisitedPage> AnswerAsync(
        string path,
        params IEnumerable<(string Name, string Value)> fields
    ) => await (await GetAsync(path)).SubmitAsync(visitor, "main form", fields);

    /// <summary>Answers the safety check, page by page.</summary>
    public Task AnswerSafetyCheckAsync(IReadOnlyList<ExampleAnswer> answers) =>
        AnswerAllAsync(host.Library().NewestSafetyCheck().Instrument, "/safety-check/", answers);

    /// <summary>Starts the assessment and answers it, page by page.</summary>
    public async Task AnswerAssessmentAsync(IReadOnlyList<ExampleAnswer> answers)
    {
        await StartAssessmentAsync();
        await AnswerAllAsync(host.Library().NewestAssessment().Instrument, "/assessment/", answers);
    }

    /// <summary>Starts the assessment.</summary>
    public async Task StartAssessmentAsync()
    {
        var page = await GetAsync("/assessment");
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await page.SubmitAsync(visitor, "main form")).Status
        );
    }

    private async Task AnswerAllAsync(
        Instrument instrument,
        string path,
        IReadOnlyList<ExampleAnswer> answers
    )
    {
        foreach (var page in InstrumentPages.Of(instrument))
        {
            var fields = InstrumentPages
                .Questions(page)
                .SelectMany(q =>
                    answers.Where(a => a.LinkId == q.LinkId).SelectMany(a => Fields(q, a))
                )
                .ToList();
            if (fields.Count > 0)
            {
                var saved = await AnswerAsync(path + page.LinkId, fields);
                Assert.True(
                    saved.Status == HttpStatusCode.Redirect,
                    $"{page.LinkId}: {saved.Status} {string.Join("; ", saved.Errors)}"
                );
            }
        }
    }

    private static IEnumerable<(string, string)> Fields(
        ItemDefinition question,
        ExampleAnswer answer
    ) =>
        answer.Typed.SelectMany(value =>
            AnswerText
                .ToFields(value, s_culture)
                .Select(field => (QuestionFields.Name(question.LinkId, field.Key), field.Value))
        );
}
