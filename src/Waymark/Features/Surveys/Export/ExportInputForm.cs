using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Surveys.Export;

/// <summary>What the export page asks before it makes a file.</summary>
public sealed class ExportInputForm
{
    /// <summary>The longest purpose, in characters.</summary>
    public const int LongestPurpose = 500;

    private const int ShortestPurpose = 10;

    /// <summary>What the rows are needed for.</summary>
    public string? Purpose { get; set; }

    /// <summary>The acknowledgement as it was typed.</summary>
    public string? Acknowledgement { get; set; }

    /// <summary>What is wrong; empty when the export can be made.</summary>
    public IReadOnlyList<FieldError> Check()
    {
        List<FieldError> errors = [];
        var purpose = (Purpose ?? "").Trim();
        if (purpose.Length < ShortestPurpose)
        {
            errors.Add(
                new(
                    nameof(Purpose),
                    "Say what you need the answers for, in a sentence",
                    "purpose-required"
                )
            );
        }
        else if (purpose.Length > LongestPurpose)
        {
            errors.Add(
                new(
                    nameof(Purpose),
                    $"Say it in {LongestPurpose} characters or fewer",
                    "purpose-too-long"
                )
            );
        }

        if (!ExportTerms.IsAcknowledged(Acknowledgement))
        {
            errors.Add(
                new(
                    nameof(Acknowledgement),
                    $"Type “{ExportTerms.Acknowledgement}”",
                    "acknowledgement-required"
                )
            );
        }

        return errors;
    }
}
