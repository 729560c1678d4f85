using System.Globalization;

namespace Waymark.Documents.ActNow;

/// <summary>The act-now sheet as a document: at most two pages, danger first, with room to write who did what and when.</summary>
public static class ActNowSheetDocument
{
    /// <summary>So many letters still fit two pages in the larger type; measured with the fullest sheets that the safety check gives.</summary>
    private const int MostForCompact = 4_500;

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
            Layout = LengthOf(sheet) > MostForCompact ? PageLayout.Dense : PageLayout.Compact,
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

    private static int LengthOf(ActNowSheet sheet) =>
        sheet.Steps.Sum(step =>
            step.WhatToDo.Length + step.Why.Length + step.DoNot.Sum(text => text.Length)
        )
        + sheet.Routes.Sum(route =>
            route.Name.Length + route.Does.Length + (route.DoesNot?.Length ?? 0)
        )
        + sheet.DoNot.Concat(sheet.Say).Concat(sheet.DoNotSay).Sum(text => text.Length);

    private static IEnumerable<Block> Opening(ActNowSheet sheet)
    {
        yield return new Paragraph([
            new Span("Made:", Strong: true),
            new Span($" {UkTime.Moment(sheet.MadeAt)}. "),
            new Span("Child’s reference:", Strong: true),
            new Span($" {sheet.Reference ?? "not given"}. "),
            new Span("By:", Strong: true),
            new Span(
                " "
                    + Sentence(
                        sheet.Agency
                            ?? "the open safety check; Waymark stored nothing: this sheet is the only record, so keep it safe"
                    )
            ),
        ]);
        yield return Paragraph.Of(
            "Never look at, copy, send or save a sexual image of a child. Do not let the person who may be causing harm find out.",
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
                    new Column("What to do, and why", 62),
                    new Column("Who, and by when", 20),
                    new Column("Done at, by", 12),
                ],
                [.. group.Select(step => RowOf(++number, step))]
            );
        }
        foreach (var law in steps.Select(step => step.Law).OfType<string>().Distinct())
        {
            yield return Paragraph.Labelled("The law", Sentence(law));
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
            what.Add(
                new Span(" Call: " + Sentence(string.Join("; ", step.Routes.Select(ShortName))))
            );
        }
        if (step.Status == GuidanceStatus.ToBeChecked)
        {
            what.Add(new Span($" ({GuidanceStatusWords.Mark(step.Status)})"));
        }
        var who = Sentence(step.Who ?? "You");
        return
        [
            Cell.Of(number.ToString(CultureInfo.InvariantCulture)),
            new Cell([new Paragraph(what)]),
            Cell.Of(step.ByWhen is { } byWhen ? $"{who} {Sentence(byWhen)}" : who),
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
            [new Column("You can say", 66), new Column("Do not", 34)],
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
        // One sentence said of many services is said once, below them.
        var notes = routes
            .Select(route => route.Warning)
            .OfType<string>()
            .GroupBy(warning => warning)
            .Where(same => same.Count() > 2)
            .Select(same => same.Key)
            .ToList();
        yield return new Heading(1, "Who to call");
        yield return new Table(
            "Who to call, what they do and when they answer",
            [
                new Column("Who", 33),
                new Column("What they do, and do not do", 43),
                new Column("When, and last checked", 24),
            ],
            [.. routes.Select(route => RowOf(route, notes))]
        );
        if (notes.Count > 0)
        {
            yield return new Paragraph([
                .. notes
                    .Index()
                    .SelectMany(note =>
                        (Span[])
                            [
                                new Span($"Note {note.Index + 1}:", Strong: true),
                                new Span($" {Sentence(note.Item)} "),
                            ]
                    ),
            ]);
        }
    }

    private static IReadOnlyList<Cell> RowOf(SheetRoute route, List<string> notes)
    {
        var does = new List<Span> { new(Sentence(route.Does)) };
        if (route.DoesNot is { } not)
        {
            does.Add(new Span(" " + Sentence(not)));
        }
        if (IsLong(route, notes))
        {
            does.Add(new Span(" " + Sentence(route.Warning!), Strong: true));
        }
        return
        [
            new Cell([new Paragraph([.. Who(route)])]),
            new Cell([new Paragraph(does)]),
            new Cell([new Paragraph([.. When(route, notes)])]),
        ];
    }

    /// <summary>A warning of some length stands in the wide column, where it takes fewer lines.</summary>
    private static bool IsLong(SheetRoute route, List<string> notes) =>
        route.Warning is { Length: > 60 } warning && !notes.Contains(warning);

    private static IEnumerable<Span> Who(SheetRoute route)
    {
        var phone =
            route.Phone is { } number && !route.Name.Contains(number, StringComparison.Ordinal)
                ? " " + number
                : "";
        yield return new Span(route.Name + phone, Strong: true);
        if (route.Url is { } url)
        {
            yield return new Span(" " + url);
        }
    }

    private static IEnumerable<Span> When(SheetRoute route, List<string> notes)
    {
        if (route.Hours is { } hours)
        {
            yield return new Span(Sentence(hours) + " ");
        }
        if (route.LastChecked is { } day)
        {
            yield return new Span($"Checked {UkTime.Date(day)}. ");
        }
        if (route.Warning is { } warning && !IsLong(route, notes))
        {
            var note = notes.IndexOf(warning);
            yield return new Span(
                note >= 0 ? $"See note {note + 1}." : Sentence(warning),
                Strong: true
            );
        }
        else if (route.LastChecked is null && route.Warning is null)
        {
            yield return new Span("Not checked yet.", Strong: true);
        }
    }

    /// <summary>A service's name without what stands in brackets behind it, which the table of services has.</summary>
    private static string ShortName(string name) => name.Split(" (", 2)[0];

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
