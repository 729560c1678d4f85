namespace Waymark.Documents.Referrals;

/// <summary>Why this may be shared, what is shared, and what is not.</summary>
internal static class SharingBlocks
{
    public static IEnumerable<Block> Of(SharingBasis sharing) =>
        [
            new Heading(1, "Sharing this information"),
            new KeyValueList([
                new KeyValue("Lawful basis", sharing.LawfulBasis),
                new KeyValue("Consent", $"{Words(sharing.Consent)} {sharing.ConsentExplained}"),
            ]),
            new Heading(2, "What is shared"),
            sharing.Shared.Count == 0
                ? Paragraph.Of("Nothing beyond this document.")
                : BulletList.Of(sharing.Shared),
            new Heading(2, "What is held back, and why"),
            sharing.Withheld.Count == 0
                ? Paragraph.Of("Nothing is recorded as held back.")
                : BulletList.Of(sharing.Withheld.Select(held => $"{held.What} Why: {held.Why}")),
        ];

    private static string Words(Consent consent) =>
        consent switch
        {
            Consent.Given => "Asked for and given.",
            Consent.Refused =>
                "Asked for and refused. Consent is not needed where a child may be at risk.",
            Consent.NotSafeToAsk =>
                "Not asked for, because asking would raise the risk to the child.",
            Consent.NotAsked => "Not asked for.",
        };
}
