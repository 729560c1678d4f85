using System.Globalization;

namespace Waymark.Documents.Records;

/// <summary>Concerns and what is not known, as they stand in every document.</summary>
internal static class ConcernBlocks
{
    private static readonly FactorKind[] Order =
    [
        FactorKind.HarmSign,
        FactorKind.Risk,
        FactorKind.Vulnerability,
        FactorKind.Protection,
    ];

    /// <summary>
    /// The concerns under the four kinds, each kind named even where it is empty: an empty section is a finding too. The guidance is
    /// listed once at the end and cited by number, for one source often stands behind many concerns.
    /// </summary>
    public static IEnumerable<Block> Of(IReadOnlyList<RecordedConcern> concerns)
    {
        var ordered = Order
            .SelectMany(kind => concerns.Where(concern => concern.Kind == kind))
            .ToList();
        var guidance = ordered
            .SelectMany(concern => concern.Guidance)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        yield return new Heading(1, "Concerns and protections, and what they rest on");
        yield return Paragraph.Of(
            "The four kinds of fact below are different things. They are not added up, and no number or colour stands for them."
        );
        foreach (var kind in Order)
        {
            yield return new Heading(2, HeadingOf(kind));
            var ofKind = ordered.Where(concern => concern.Kind == kind).ToList();
            if (ofKind.Count == 0)
            {
                yield return Paragraph.Of("None recorded.");
            }
            foreach (var block in ofKind.SelectMany(concern => Of(concern, guidance)))
            {
                yield return block;
            }
        }
        if (guidance.Count > 0)
        {
            yield return new Heading(2, "Guidance that the concerns rest on");
            yield return new NumberedList([.. guidance.Select(source => Paragraph.Of(source))]);
        }
    }

    /// <summary>The list of what to find out.</summary>
    public static IEnumerable<Block> Of(IReadOnlyList<NotKnown> unknowns)
    {
        yield return new Heading(1, "What is not known");
        if (unknowns.Count == 0)
        {
            yield return Paragraph.Of("Nothing is recorded as not known.");
            yield break;
        }
        yield return BulletList.Of(
            unknowns.Select(unknown =>
                unknown.WhoMayKnow is { } who
                    ? $"{unknown.Question} Who may know: {who}."
                    : unknown.Question
            )
        );
    }

    private static string HeadingOf(FactorKind kind) =>
        kind switch
        {
            FactorKind.HarmSign => "Signs that harm has happened or is happening",
            FactorKind.Risk => "Risk that comes from a person",
            FactorKind.Vulnerability => "What makes the child more vulnerable",
            FactorKind.Protection => "What protects the child",
        };

    private static IEnumerable<Block> Of(RecordedConcern concern, List<string> guidance) =>
        [
            new Heading(3, concern.Sentence.TrimEnd('.')),
            Paragraph.Labelled("Why it matters", concern.Reason),
            new BulletList([.. concern.RestsOn.Select(Answer)]),
            new Paragraph([
                new Span("What speaks against it:", Strong: true),
                new Span(" " + Joined(concern.SpeaksAgainst, "nothing is recorded.") + " "),
                new Span("Not known:", Strong: true),
                new Span(" " + Joined(concern.NotKnown, "nothing is recorded as not known here.")),
            ]),
            new Paragraph(
                [
                    new Span("Guidance:", Strong: true),
                    new Span(
                        $" {Numbers(concern.Guidance, guidance)} {GuidanceStatusWords.Sentence(concern.Status)}"
                    ),
                ],
                ParagraphRole.Note
            ),
        ];

    /// <summary>"Is the child in touch with …? <b>Suspected.</b> Who says so: the police. Date: November 2026 (day not known)."</summary>
    private static Paragraph Answer(RecordedAnswer answer) =>
        new([
            new Span(answer.Question + " "),
            new Span(answer.Answer.TrimEnd('.') + ".", Strong: true),
            new Span(
                (answer.Source, answer.Date) is (null, null)
                    ? " Who says so, and when, is not recorded."
                    : $" Who says so: {answer.Source ?? "not recorded"}. Date: {answer.Date?.ToString() ?? "not recorded"}."
            ),
        ]);

    private static string Numbers(IReadOnlyList<string> cited, List<string> guidance) =>
        cited.Count == 0
            ? "none is named."
            : string.Join(
                ", ",
                cited.Select(source =>
                    (guidance.IndexOf(source) + 1).ToString(CultureInfo.InvariantCulture)
                )
            ) + " in the list below.";

    private static string Joined(IReadOnlyList<string> sentences, string none) =>
        sentences.Count == 0 ? none : string.Join(" ", sentences);
}
