using System.Globalization;
using Waymark.Features.Children;
using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Concerns.Start;

/// <summary>What the start page asks: the worry in one line, the child by reference, an age or an age band.</summary>
public sealed class StartInput
{
    public string? Worry { get; set; }
    public string? ChildReference { get; set; }
    public string? Age { get; set; }

    /// <summary>A code of <see cref="AgeBands"/>; used when no age is given.</summary>
    public string? AgeBand { get; set; }

    /// <summary>The start of a concern, or what is wrong with what was typed.</summary>
    public (StartedConcern? Started, IReadOnlyList<FieldError> Errors) Decide()
    {
        List<FieldError> errors = [];
        var worry = (Worry ?? "").ReplaceLineEndings(" ").Trim();
        if (worry.Length == 0)
        {
            errors.Add(new(nameof(Worry), "Say in one line what worries you", "worry-required"));
        }
        else if (worry.Length > Concern.WorryLength)
        {
            errors.Add(
                new(
                    nameof(Worry),
                    $"Shorten the worry to {Concern.WorryLength} characters or fewer",
                    "worry-too-long"
                )
            );
        }
        var reference = Children.ChildReference.Normalise(ChildReference ?? "");
        if (reference.Length == 0)
        {
            errors.Add(
                new(
                    nameof(ChildReference),
                    "Enter your agency's own reference for the child",
                    "reference-required"
                )
            );
        }
        else if (reference.Length > Children.ChildReference.Length)
        {
            errors.Add(
                new(
                    nameof(ChildReference),
                    $"Shorten the reference to {Children.ChildReference.Length} characters or fewer",
                    "reference-too-long"
                )
            );
        }
        var (years, band) = DecideAge(errors);
        return errors.Count == 0
            ? (new(worry, reference, years, band!.Value), errors)
            : (null, errors);
    }

    private (int? Years, AgeBand? Band) DecideAge(List<FieldError> errors)
    {
        var age = (Age ?? "").Trim();
        if (age.Length == 0)
        {
            var band = AgeBands.FromCode(AgeBand);
            if (band is null)
            {
                errors.Add(
                    new(nameof(Age), "Enter the child's age, or choose an age band", "age-required")
                );
            }
            return (null, band);
        }
        if (!int.TryParse(age, NumberStyles.None, CultureInfo.InvariantCulture, out var years))
        {
            errors.Add(
                new(nameof(Age), "Enter the age as a whole number, like 13", "age-not-a-number")
            );
            return (null, null);
        }
        var ofAge = AgeBands.Of(years);
        if (ofAge is null)
        {
            errors.Add(
                new(
                    nameof(Age),
                    "Waymark is for children under 18. For someone who is 18 or over, follow your adult safeguarding procedure",
                    "age-not-a-child"
                )
            );
        }
        return (years, ofAge);
    }
}

/// <summary>A concern ready to be written down.</summary>
public sealed record StartedConcern(
    string Worry,
    string ChildReference,
    int? AgeYears,
    AgeBand AgeBand
);
