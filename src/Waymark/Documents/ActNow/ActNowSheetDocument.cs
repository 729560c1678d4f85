using System.Globalization;

namespace Waymark.Documents.ActNow;

/// <summary>The act-now sheet as a document: at most two pages, danger first, with room to write who did what and when.</summary>
public static class ActNowSheetDocument
{
    /// <summary>The sheet as a Word file.</summary>
    public static byte[] Build(ActNowSheet sheet) => Word.WordFile.Write(Compose(sheet));

    /// <summary>The sheet's words and structure.</summary>
    public static Document Compose(ActNowSheet sheet) =>
        new()
        {
            Title = "What to do now to keep this child safe",
            MadeAt = sheet.MadeAt,
            PageHeader =
                $"Act-now sheet. Confidential.\tChild’s reference: {sheet.Reference ?? "not given"}",
            PageFooter =
                $"Made {UkTime.Moment(sheet.MadeAt)} with Waymark. If a child is in danger now, ring 999.",
            Layout = PageLayout.Compact,
            Blocks =
            [
                .. Opening(sheet),
                .. Steps(sheet.Steps),
                .. DoNot(sheet),
                .. ToTheChild(sheet),
                .. Calls(sheet.Routes),
                .. Notes(sheet),
            ],
        };

    private static IEnumerable<Block> Opening(ActNowSheet sheet)
    {
        yield return new KeyValueList([
            new KeyValue("Made", UkTime.Moment(sheet.MadeAt)),
            new KeyValue("Child’s reference", sheet.Reference ?? "not given"),
            new KeyValue(
                "By",
                sheet.Agency
                    ?? "someone using the open safety check. Waymark stored nothing: this sheet is the only record, so keep it safe"
            ),
        ]);
        yield return Paragraph.Of(
            "Never look at, copy, print, photograph, send, save or upload a sexual image of a child, and never ask a child to send or show one. "
                + "Do not let the person who may be causing harm find out.",
            ParagraphRole.Warning
        );
    }

    private static IEnumerable<Block> Steps(IReadOnlyList<ActNowStep> steps)
    {
        var number = 0;
        foreach (var group in steps.GroupBy(step => step.Urgency).OrderBy(group => group.Key))
        {
            yield return new Heading(1, HeadingOf(group.Key));
            yield return new Table(
                HeadingOf(group.Key),
                [
                    new Column("Step", 6),
                    new Column("What to do, and why", 54),
                    new Column("Who, and by when", 25),
                    new Column("Done at, by", 15),
                ],
                [.. group.Select(step => RowOf(++number, step))]
            );
        }
    }

    private static string HeadingOf(Urgency urgency) =>
        urgency switch
        {
            Urgency.Now => "Do now, in this order",
            Urgency.Today => "Do today",
            Urgency.ThisWeek => "Do this week",
            Urgency.Consider => "Think about",
        };

    private static IReadOnlyList<Cell> RowOf(int number, ActNowStep step)
    {
        var what = new List<Span>
        {
            new(Sentence(step.WhatToDo), Strong: true),
            new(" " + Sentence(step.Why)),
        };
        what.AddRange(step.DoNot.Select(text => new Span(" " + Sentence(text), Strong: true)));
        if (step.Routes.Count > 0)
        {
            what.Add(new Span(" Who to call: " + Sentence(string.Join("; ", step.Routes))));
        }
        if (step.Status == GuidanceStatus.ToBeChecked)
        {
            what.Add(new Span($" ({GuidanceStatusWords.Mark(step.Status)})"));
        }
        var who = step.Who ?? "You";
        return
        [
            Cell.Of(number.ToString(CultureInfo.InvariantCulture)),
            new Cell([new Paragraph(what)]),
            Cell.Of(Sentence(step.ByWhen is { } byWhen ? $"{who}, {byWhen}" : who)),
            Cell.Blank,
        ];
    }

    private static IEnumerable<Block> DoNot(ActNowSheet sheet) =>
        sheet.DoNot.Count == 0
            ? []
            : [new Heading(1, "Do not"), BulletList.Of(sheet.DoNot.Select(Sentence))];

    private static IEnumerable<Block> ToTheChild(ActNowSheet sheet)
    {
        if (sheet.Say.Count + sheet.DoNotSay.Count == 0)
        {
            yield break;
        }
        yield return new Heading(1, "What to say to the child");
        yield return new Table(
            "What to say to the child, and what not to say",
            [new Column("You can say", 50), new Column("Do not", 50)],
            [
                [Lines(sheet.Say), Lines(sheet.DoNotSay)],
            ]
        );
    }

    private static Cell Lines(IReadOnlyList<string> lines) =>
        new([.. lines.Select(line => Paragraph.Of(Sentence(line)))]);

    private static IEnumerable<Block> Calls(IReadOnlyList<SheetRoute> routes)
    {
        if (routes.Count == 0)
        {
            yield break;
        }
        yield return new Heading(1, "Who to call");
        yield return new Table(
            "Who to call, what they do and when they answer",
            [
                new Column("Who", 27),
                new Column("What they do, and do not do", 41),
                new Column("When, and last checked", 32),
            ],
            [.. routes.Select(RowOf)]
        );
    }

    private static IReadOnlyList<Cell> RowOf(SheetRoute route)
    {
        var who = new List<Span> { new(route.Name, Strong: true) };
        if (route.Phone is { } phone)
        {
            who.Add(new Span(" " + phone, Strong: true));
        }
        if (route.Url is { } url)
        {
            who.Add(new Span(" " + url));
        }
        var does = Sentence(route.Does);
        var when = new List<Span>
        {
            new(Sentence(route.Hours ?? "Hours not known")),
            new(
                route.LastChecked is { } day ? $" Checked {UkTime.Date(day)}." : " Not checked yet."
            ),
        };
        if (route.Warning is { } warning)
        {
            when.Add(new Span(" " + Sentence(warning), Strong: true));
        }
        return
        [
            new Cell([new Paragraph(who)]),
            Cell.Of(route.DoesNot is { } not ? $"{does} Does not: {Sentence(not)}" : does),
            new Cell([new Paragraph(when)]),
        ];
    }

    private static IEnumerable<Block> Notes(ActNowSheet sheet) =>
        [
            new Heading(1, "Write down now, in ink"),
            new WriteIn("Who told you or noticed, and when"),
            new WriteIn("The child’s exact words (do not ask for more than the child offers)", 2),
            new WriteIn("Who you told: name, job, time"),
            new WriteIn("Reference numbers from police and children’s social care"),
            Paragraph.Of(
                $"The steps come from {sheet.MadeFrom}. {GuidanceStatusWords.Sentence(GuidanceStatus.GuidanceDerived)} "
                    + "Steps marked “To be checked” have not been seen in a source. Your own organisation’s procedures and your judgement come first.",
                ParagraphRole.Note
            ),
        ];

    /// <summary>The words with a full stop where they end in nothing.</summary>
    private static string Sentence(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length == 0 || trimmed[^1] is '.' or '!' or '?' or '”' or ':'
            ? trimmed
            : trimmed + ".";
    }
}
