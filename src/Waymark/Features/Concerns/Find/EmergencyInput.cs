using Waymark.Features.Openings;
using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Concerns.Find;

/// <summary>What is asked of someone who opens a record that is not open to them.</summary>
public sealed class EmergencyInput
{
    public string? Reason { get; set; }

    /// <summary>The reason as it is kept.</summary>
    public string Words => (Reason ?? "").ReplaceLineEndings("\n").Trim();

    /// <summary>What is wrong with the reason.</summary>
    public IEnumerable<FieldError> Check()
    {
        if (Words.Length == 0)
        {
            yield return new(
                nameof(Reason),
                "Say why you need to open this record now",
                "reason-required"
            );
        }
        else if (Words.Length < Admission.ReasonLeast)
        {
            yield return new(
                nameof(Reason),
                $"Say a little more: at least {Admission.ReasonLeast} characters",
                "reason-too-short"
            );
        }
        else if (Words.Length > Admission.TextLength)
        {
            yield return new(
                nameof(Reason),
                $"Shorten the reason to {Admission.TextLength} characters or fewer",
                "reason-too-long"
            );
        }
    }
}
