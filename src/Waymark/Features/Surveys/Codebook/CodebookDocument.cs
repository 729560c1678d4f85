using Waymark.Documents;

namespace Waymark.Features.Surveys.Codebook;

/// <summary>The codebook as a document to read.</summary>
public static class CodebookDocument
{
    /// <summary>Its words and structure.</summary>
    /// <param name="codebook">The codebook.</param>
    /// <param name="now">When it is made.</param>
    /// <param name="notes">What else must be said of the answers, such as how they were coarsened.</param>
    public static Document Compose(
        SurveyCodebook codebook,
        DateTimeOffset now,
        IReadOnlyList<string> notes
    )
    {
        ArgumentNullException.ThrowIfNull(codebook);
        return new()
        {
            Title = "Codebook: " + codebook.Title,
            MadeAt = now,
            PageHeader = "Codebook\t" + codebook.Title,
            PageFooter = $"Made {UkTime.Moment(now)} with Waymark.",
            Blocks =
            [
                .. codebook
                    .Caveats.Concat(notes)
                    .Select(note => Paragraph.Of(note, ParagraphRole.Warning)),
                new Heading(1, "Instruments"),
                BulletList.Of(
                    codebook.Instruments.Select(instrument =>
                        $"{instrument.Title}, {SurveyCodebook.NameOf(instrument)}"
                    )
                ),
                new Heading(1, "Reasons for no answer"),
                Paragraph.Of(
                    "Numbers below zero are never answers. They keep three reasons apart: not asked (the question did not apply, or the wave did not have it), not answered (it was on the page and left open), prefer not to say."
                ),
                new Table(
                    "Numbers that stand for no answer",
                    [new Column("Number", 20), new Column("Reason", 80)],
                    [
                        .. AnswerCoding.Missing.Select(value =>
                            (IReadOnlyList<Cell>)[Cell.Of(Number(value.Code)), Cell.Of(value.Label)]
                        ),
                    ]
                ),
                new Heading(1, "Variables"),
                .. codebook.Variables.SelectMany(Variable),
            ],
        };
    }

    private static IEnumerable<Block> Variable(CodebookVariable variable)
    {
        yield return new Heading(2, variable.Name);
        yield return Paragraph.Of(variable.Wording);
        yield return new KeyValueList([
            .. new (string Key, string? Value)[]
            {
                (
                    "Stands for the answer",
                    variable.Label == variable.Wording ? null : variable.Label
                ),
                (
                    "Asked in",
                    variable.AskedIn.Count == 0 ? null : string.Join("; ", variable.AskedIn)
                ),
                ("Measure", CodebookCsv.Words(variable.Measure)),
                ("Scale", variable.Scale),
                (
                    "Direction",
                    variable.Direction == default ? null : CodebookCsv.Words(variable.Direction)
                ),
                ("Topic", variable.Topic),
                ("Domain", variable.Domain),
                ("Level", variable.Level is { } level ? Number(level) : null),
                ("Take care", variable.Caveat),
            }
                .Where(entry => entry.Value is not null)
                .Select(entry => new KeyValue(entry.Key, entry.Value!)),
        ]);
        if (variable.Values.Count > 0)
        {
            yield return Paragraph.Of(
                string.Join(
                    "\n",
                    variable.Values.Select(value => $"{Number(value.Code)} = {value.Label}")
                )
            );
        }
    }

    private static string Number(int number) =>
        number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
