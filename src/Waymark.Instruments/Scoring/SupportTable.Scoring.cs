namespace Waymark.Instruments;

public static partial class SupportTable
{
    private static SupportEntry[] OurScoring =>
        [
            Honoured(
                ScaleSet.ExtensionUrl,
                "Scoring: a scale, with what is done about missing items."
            ),
            Honoured(AnswerKey.ExtensionUrl, "Scoring: a right answer."),
            Honoured(AnswerKey.WorthExtensionUrl, "Scoring: what a right answer earns."),
            Honoured(
                AnswerKey.PartlyExtensionUrl,
                "Scoring: whether some of the right answers earn some of that."
            ),
        ];
}
