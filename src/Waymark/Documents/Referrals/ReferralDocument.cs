using Waymark.Documents.Chronologies;
using Waymark.Documents.Records;

namespace Waymark.Documents.Referrals;

/// <summary>A referral as a document that a front door can act on in its first page and a court can read decades later.</summary>
public static class ReferralDocument
{
    /// <summary>The referral as a Word file.</summary>
    public static byte[] Build(Referral referral) => Word.WordFile.Write(Compose(referral));

    /// <summary>The referral's words and structure: what must be done first, the child’s voice, what people make of it, then all that it rests on.</summary>
    public static Document Compose(Referral referral) =>
        new()
        {
            Title = "Referral: a child who may be at risk of harm online",
            MadeAt = referral.MadeAt,
            PageHeader =
                $"Referral. Confidential: share only with people who have a role.\tChild’s reference: {referral.Reference}",
            PageFooter = $"Made {UkTime.Moment(referral.MadeAt)} with Waymark.",
            Blocks =
            [
                Parties(referral),
                .. Danger(referral.Danger),
                .. SafeContacts(referral.SafeContact),
                new Heading(1, "Why we refer"),
                Paragraph.Of(referral.Reasons),
                .. Requests(referral.Requests),
                .. TheChild(referral),
                .. ChildsWordsBlocks.Of(
                    referral.ChildsWords,
                    referral.ChildWants,
                    referral.ChildFears
                ),
                .. ActionBlocks.Done(referral.ActionsDone),
                .. JudgementBlocks.Of(referral.Formulation),
                .. JudgementBlocks.Of(referral.LevelOfConcern),
                .. JudgementBlocks.Of(referral.SecondView),
                .. StatementBlocks.Of(referral.Statements),
                .. ConcernBlocks.Of(referral.NotKnown),
                .. SharingBlocks.Of(referral.Sharing),
                .. ConcernBlocks.Of(referral.Concerns),
                .. ActionBlocks.ToDo(referral.ActionsToDo),
                new Heading(1, "Chronology of the record"),
                ChronologyDocument.Entries(referral.Chronology),
                .. MadeFromBlocks.Of(referral.MadeFrom, referral.MadeAt),
            ],
        };

    private static KeyValueList Parties(Referral referral) =>
        new([
            new KeyValue("From", referral.From.Person.Described),
            .. Reach(referral.From),
            new KeyValue("To", $"{referral.To.Team}, {referral.To.Organisation}"),
            new KeyValue("Already spoken to", referral.To.SpokenTo ?? "nobody is recorded"),
            new KeyValue("Made", UkTime.Moment(referral.MadeAt)),
        ]);

    private static IEnumerable<KeyValue> Reach(Referrer from)
    {
        if (from is { Phone: null, OutOfHours: null, Email: null })
        {
            yield return new KeyValue(
                "How to reach the referrer",
                "not in the record; ask the organisation"
            );
        }
        if (from.Phone is { } phone)
        {
            yield return new KeyValue("Telephone", phone);
        }
        if (from.OutOfHours is { } outOfHours)
        {
            yield return new KeyValue("Out of hours", outOfHours);
        }
        if (from.Email is { } email)
        {
            yield return new KeyValue("Email", email);
        }
    }

    private static IEnumerable<Block> Danger(ImmediateDanger danger)
    {
        yield return new Heading(1, "Is the child in danger now?");
        var answer = danger.Answer switch
        {
            DangerAnswer.Yes => "Yes.",
            DangerAnswer.Suspected => "It is suspected.",
            DangerAnswer.No => "No, as far as we know.",
            DangerAnswer.NotKnown => "Not known.",
        };
        var words = danger.Explanation is { } explanation ? $"{answer} {explanation}" : answer;
        yield return danger.Answer is DangerAnswer.Yes or DangerAnswer.Suspected
            ? Paragraph.Of(words, ParagraphRole.Warning)
            : Paragraph.Of(words);
    }

    private static IEnumerable<Block> SafeContacts(SafeContact contact)
    {
        yield return new Heading(1, "Who must not be contacted, and who may be");
        foreach (var person in contact.DoNotContact)
        {
            yield return Paragraph.Of(
                $"Do not contact or alert {person.Who}. Why: {person.Why}",
                ParagraphRole.Warning
            );
        }
        if (contact.InWords is { } words)
        {
            yield return Paragraph.Of($"In the referrer’s words: {words}", ParagraphRole.Warning);
        }
        if (contact.Safe.Count > 0)
        {
            yield return new BulletList([
                .. contact.Safe.Select(safe => Paragraph.Labelled("Safe to contact", safe)),
            ]);
        }
        if (contact is { DoNotContact.Count: 0, InWords: null })
        {
            yield return Paragraph.Of(
                "Nothing is recorded about who must not know. Ask the person who refers before you contact anyone in the family.",
                ParagraphRole.Warning
            );
        }
    }

    private static IEnumerable<Block> Requests(IReadOnlyList<string> requests) =>
        [
            new Heading(1, "What we ask you to do"),
            requests.Count == 0
                ? Paragraph.Of("No request is recorded.")
                : new NumberedList([.. requests.Select(request => Paragraph.Of(request))]),
        ];

    private static IEnumerable<Block> TheChild(Referral referral) =>
        [
            new Heading(1, "The child"),
            new KeyValueList([
                new KeyValue("Reference", referral.Reference),
                new KeyValue("Age", referral.Child.Age),
                new KeyValue(
                    "Name, date of birth and address",
                    $"not in this document; given {referral.Child.IdentityGivenBy}"
                ),
            ]),
            new Heading(2, "What the child needs so as to be heard and safe"),
            referral.Child.Needs.Count == 0
                ? Paragraph.Of("Nothing is recorded.")
                : BulletList.Of(referral.Child.Needs),
        ];
}
