using System.Text.Json;
using FsCheck.Xunit;
using Xunit;

namespace Waymark.Instruments.Tests.Properties;

/// <summary>What must hold for any questionnaire and any edits.</summary>
public sealed class FormProperties
{
    private static readonly EvaluationContext Context = new(
        new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero)
    );

    [Property(MaxTest = 200)]
    public void Edits_EachSettledOnItsOwn_GiveWhatAFreshEvaluationGives(int seed, int edits)
    {
        var instrument = RandomInstrument.Make(seed);
        var form = Form.Start(instrument, Context);
        var random = new RandomEdits(instrument, edits);
        for (var i = 0; i < 25; i++)
        {
            random.Apply(form);
            var fresh = Form.Resume(instrument, form.ToDraftJson(), Context).Value!;
            Assert.Equal(Picture(fresh), Picture(form));
        }
    }

    [Property(MaxTest = 200)]
    public void Draft_SavedAndReopened_IsEqual(int seed, int edits)
    {
        var (instrument, form) = Edited(seed, edits);
        var draft = form.ToDraftJson();
        var reopened = Form.Resume(instrument, draft, Context);
        Assert.Empty(reopened.Issues);
        Assert.Equal(draft, reopened.Value!.ToDraftJson());
    }

    [Property(MaxTest = 200)]
    public void Completed_NeverHoldsADisabledItem(int seed, int edits)
    {
        var (instrument, form) = Edited(seed, edits);
        var completed = Form.Resume(instrument, form.ToCompletedJson(Context.Now), Context);
        Assert.Empty(completed.Issues);
        using var document = JsonDocument.Parse(form.ToCompletedJson(Context.Now));
        foreach (var linkId in LinkIds(document.RootElement))
        {
            Assert.Contains(form.AllOccurrences(linkId), form.IsEnabled);
        }

        Assert.All(form.KeptButDisabled, path => Assert.False(form.IsEnabled(path)));
    }

    [Property(MaxTest = 200)]
    public void Answers_InAnyOrder_GiveTheSameForm(int seed, int order)
    {
        var instrument = RandomInstrument.Make(seed);
        var random = new RandomEdits(instrument, seed);
        var answers = instrument
            .All.Where(item => item.IsQuestion && !item.IsCalculated)
            .Select(item => new GivenAnswer(item.LinkId, random.Values(item)))
            .ToArray();
        var shuffled = answers.ToArray();
        new Random(order).Shuffle(shuffled);
        Assert.Equal(
            Picture(Form.Start(instrument, Context, answers)),
            Picture(Form.Start(instrument, Context, shuffled))
        );
    }

    [Property(MaxTest = 100)]
    public void Engine_SameEditsTwice_GivesTheSameText(int seed, int edits)
    {
        var (_, one) = Edited(seed, edits);
        var (_, other) = Edited(seed, edits);
        Assert.Equal(one.ToDraftJson(), other.ToDraftJson());
        Assert.Equal(one.ToCompletedJson(Context.Now), other.ToCompletedJson(Context.Now));
        Assert.Equal(one.Validate(), other.Validate());
    }

    [Property(MaxTest = 200)]
    public void Change_ReportsExactlyWhatIsDifferent(int seed, int edits)
    {
        var (instrument, form) = Edited(seed, edits);
        var question = instrument.All.FirstOrDefault(item =>
            item.IsQuestion
            && !item.IsCalculated
            && !item.Repeats
            && item.Items.Count == 0
            && form.IsEnabled(item.LinkId)
        );
        if (question is null)
        {
            return;
        }

        var before = State(form);
        var result = form.Set(
            question.LinkId,
            new RandomEdits(instrument, edits + 1).Values(question)
        );
        var after = State(form);
        Assert.Empty(result.Issues);
        Assert.Equal(
            after
                .Where(pair => before.GetValueOrDefault(pair.Key) != pair.Value)
                .Select(pair => pair.Key)
                .Order(),
            result.Changed.Select(path => path.ToString()).Order()
        );
    }

    private static (Instrument Instrument, Form Form) Edited(int seed, int edits)
    {
        var instrument = RandomInstrument.Make(seed);
        var form = Form.Start(instrument, Context);
        new RandomEdits(instrument, edits).Apply(form, 30);
        return (instrument, form);
    }

    private static string Picture(Form form) =>
        string.Join("\n", State(form).Select(pair => pair.Key + " " + pair.Value))
        + "\n"
        + string.Join("\n", form.Issues);

    private static Dictionary<string, string> State(Form form) =>
        form
            .Instrument.All.SelectMany(item => form.AllOccurrences(item.LinkId))
            .ToDictionary(
                path => path.ToString(),
                path => $"{form.IsEnabled(path)} {string.Join(", ", form.Answers(path))}"
            );

    private static IEnumerable<string> LinkIds(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => (
                element.TryGetProperty("linkId", out var linkId)
                    ? [linkId.GetString()!]
                    : (IEnumerable<string>)[]
            ).Concat(element.EnumerateObject().SelectMany(property => LinkIds(property.Value))),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(LinkIds),
            _ => [],
        };
}
