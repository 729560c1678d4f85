using Waymark.Instruments;

namespace Waymark.Content;

/// <summary>Fills a form with the answers of an example or case study and asks the rules.</summary>
internal static class FormFilling
{
    /// <summary>Rules of the content may not depend on the day, so that any day will do.</summary>
    private static readonly EvaluationContext AnyDay = new(
        new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero)
    );

    /// <summary>Gives the answers in their order.</summary>
    /// <returns>The form, and for each answer that was not accepted the linkId and why.</returns>
    internal static (Form Form, IReadOnlyList<(string LinkId, string Why)> Refused) Fill(
        Instrument instrument,
        IReadOnlyList<ExampleAnswer> answers
    )
    {
        var form = Form.Start(instrument, AnyDay);
        var refused = new List<(string, string)>();
        foreach (var answer in answers)
        {
            var typed = answer.Typed;
            if (typed.Count == 0)
            {
                refused.Add((answer.LinkId, "No value is given."));
                continue;
            }

            var result = form.Set(answer.LinkId, typed);
            refused.AddRange(result.Issues.Select(issue => (answer.LinkId, issue.Text)));
        }

        return (form, refused);
    }
}
