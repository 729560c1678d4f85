using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Retention.Record;

/// <summary>A reason that is asked for before something weighty is done. Pure.</summary>
public static class ReasonText
{
    /// <summary>The typed reason as it is kept.</summary>
    public static string Normalise(string? typed) => (typed ?? "").ReplaceLineEndings("\n").Trim();

    /// <summary>What is wrong with a reason.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="reason">The normalised reason.</param>
    /// <param name="ask">What to do when it is missing, for instance "Say why you place the hold".</param>
    public static IEnumerable<FieldError> Check(string field, string reason, string ask)
    {
        if (reason.Length < LegalHold.ReasonLeast)
        {
            yield return new(
                field,
                $"{ask}, in {LegalHold.ReasonLeast} characters or more",
                "reason-required"
            );
        }
        else if (reason.Length > LegalHold.TextLength)
        {
            yield return new(
                field,
                $"Shorten the reason to {LegalHold.TextLength} characters or fewer",
                "reason-too-long"
            );
        }
    }
}
