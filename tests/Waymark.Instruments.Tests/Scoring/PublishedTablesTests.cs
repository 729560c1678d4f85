using System.Text.Json.Nodes;
using Xunit;

namespace Waymark.Instruments.Tests.Scoring;

/// <summary>Published instruments, with the scores that their authors publish: see the SOURCE.md beside each.</summary>
public sealed class PublishedTablesTests
{
    [Theory]
    [MemberData(nameof(ScoringCase.All), MemberType = typeof(ScoringCase))]
    public void Score_PublishedInstrument_IsWhatItsTableSays(ScoringCase published)
    {
        var instrument = ScoringCase.LoadInstrument(published.Folder);
        var expected = published.Content()["expected"]!;
        var form = published.Open(instrument);

        foreach (var (linkId, values) in expected["calculated"]?.AsObject() ?? [])
        {
            Assert.Equal(
                values!.AsArray().Select(value => ScoringCase.Value(value!.AsObject())),
                form.Answers(linkId)
            );
        }

        var result = ScaleSet.Load(instrument);
        Assert.Empty(result.Issues);
        var scores = result.Value!.Score(form).ToDictionary(score => score.Scale.Id);
        Assert.Equal(expected["scores"]?.AsObject().Count ?? 0, scores.Count);
        foreach (var (id, score) in expected["scores"]?.AsObject() ?? [])
        {
            AssertScore(score!, scores[id]);
        }
    }

    private static void AssertScore(JsonNode expected, ScaleScore actual)
    {
        var status = expected["status"]!.GetValue<string>() switch
        {
            "complete" => ScaleScoreStatus.Complete,
            "pro-rated" => ScaleScoreStatus.ProRated,
            "too-few-answered" => ScaleScoreStatus.TooFewAnswered,
            var other => throw new InvalidOperationException(other),
        };
        Assert.Equal(status, actual.Status);
        Assert.Equal(expected["value"]?.GetValue<decimal>(), actual.Value);
        Assert.Equal(expected["band"]?.GetValue<string>(), actual.Band?.Label);
        Assert.Equal(expected["answered"]!.GetValue<int>(), actual.Answered);
        Assert.Equal(expected["of"]!.GetValue<int>(), actual.Of);
        Assert.Equal(actual.Of, actual.Answered + actual.Unanswered.Count);
    }
}
