using Waymark.Instruments;

namespace Waymark.Tests.Features.Surveys.Export;

/// <summary>Answers made by chance to a survey, as they are stored.</summary>
internal static class ChanceAnswers
{
    private static readonly EvaluationContext s_moment = new(
        new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero)
    );

    internal static string Give(Instrument survey, Random random)
    {
        var form = Form.Start(survey, s_moment);
        foreach (var item in survey.All.Where(item => item is { IsQuestion: true, Hidden: false }))
        {
            if (random.Next(12) > 0)
            {
                form.Set(item.LinkId, [item.Options[random.Next(item.Options.Count)].Value]);
            }
        }

        return form.ToCompletedJson(s_moment.Now);
    }
}
