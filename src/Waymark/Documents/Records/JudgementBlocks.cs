namespace Waymark.Documents.Records;

/// <summary>What people made of the facts: formulation, level of concern, second view; each signed, none computed.</summary>
internal static class JudgementBlocks
{
    public static IEnumerable<Block> Of(RecordedFormulation? formulation)
    {
        yield return new Heading(1, "What we think is going on");
        if (formulation is null)
        {
            yield return Paragraph.Of("Nobody has written this yet.");
            yield break;
        }
        yield return Paragraph.Of(
            $"Written by {formulation.WrittenBy.Described}, on {UkTime.Moment(formulation.WrittenAt)}. These are a person’s words; nothing here was computed.",
            ParagraphRole.Note
        );
        if (formulation.AnswersChangedAt is { } changed)
        {
            yield return Paragraph.Of(
                $"Answers have changed since this was written, last on {UkTime.Moment(changed)}. Read it with the answers as they stand now.",
                ParagraphRole.Warning
            );
        }
        yield return new Heading(2, "What is happening");
        yield return Paragraph.Of(formulation.WhatIsHappening);
        yield return new Heading(2, "What keeps it going");
        yield return Paragraph.Of(formulation.WhatKeepsItGoing);
        yield return new Heading(2, "What protects the child");
        yield return Paragraph.Of(formulation.WhatProtects);
        yield return new Heading(2, "What would change our mind");
        yield return Paragraph.Of(formulation.WhatWouldChangeOurMind);
    }

    public static IEnumerable<Block> Of(RecordedLevelOfConcern? level)
    {
        yield return new Heading(1, "Level of concern");
        if (level is null)
        {
            yield return Paragraph.Of("Nobody has chosen a level of concern yet.");
            yield break;
        }
        yield return Paragraph.Of(
            $"Chosen by {level.ChosenBy.Described}, on {UkTime.Moment(level.ChosenAt)}. A person chose it, with reasons; it was not computed.",
            ParagraphRole.Note
        );
        yield return new KeyValueList([
            new KeyValue("Level", level.Level),
            new KeyValue("Reasons", level.Reasons),
            new KeyValue("How sure", level.Sureness),
        ]);
    }

    public static IEnumerable<Block> Of(SecondView? second)
    {
        yield return new Heading(1, "A second view");
        if (second is null)
        {
            yield return Paragraph.Of("No second person’s view is recorded.");
            yield break;
        }
        yield return Paragraph.Of(
            $"{second.By.Described}, on {UkTime.Moment(second.At)}.",
            ParagraphRole.Note
        );
        yield return Paragraph.Of(second.View);
        yield return Paragraph.Labelled(
            "Where the two disagree",
            second.Disagreement ?? "no disagreement is recorded."
        );
    }
}
