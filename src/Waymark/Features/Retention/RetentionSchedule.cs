using Microsoft.Extensions.Options;

namespace Waymark.Features.Retention;

/// <summary>How long each class of record is kept here, and who says so.</summary>
public sealed class RetentionSchedule
{
    private const string Unverified = "Not verified: check it against the text in force.";

    private readonly RetentionOptions _options;

    /// <exception cref="OptionsValidationException">A number of years is below 1 or above 200.</exception>
    public RetentionSchedule(IOptions<RetentionOptions> options)
    {
        _options = options.Value;
        if (_options.Years.FirstOrDefault(y => y.Value is < 1 or > 200) is { Value: not 0 } wrong)
        {
            throw new OptionsValidationException(
                RetentionOptions.Section,
                typeof(RetentionOptions),
                [$"{RetentionOptions.Section}:Years:{wrong.Key} must be from 1 to 200."]
            );
        }
        Rules = [.. Built.Select(Own)];
    }

    /// <summary>
    /// What Waymark brings. No statute was found that makes one period mandatory for every record about child sexual abuse;
    /// data protection law sets no fixed limits and asks to justify and document (ICO).
    /// </summary>
    public static IReadOnlyList<RetentionRule> Built { get; } =
    [
        new(
            RetentionClass.AbuseRecord,
            "Record about child sexual abuse",
            75,
            CountedFrom.LastEntry,
            "The Independent Inquiry into Child Sexual Abuse held that such records be kept up to 75 years, with reviews; an addendum of the Education Data Hub (2025) cites it.",
            "Not verified: the exact wording, and from when it counts. No statute was found that makes it mandatory."
        ),
        new(
            RetentionClass.LookedAfterRecord,
            "Case record of a looked-after child",
            75,
            CountedFrom.Birth,
            "Care Planning Regulations 2010, regulation 50: to the 75th birthday, or 15 years after death before 18.",
            Unverified + " Waymark does not know of a death: look at the date yourself."
        ),
        new(
            RetentionClass.SchoolFile,
            "School’s child protection file",
            25,
            CountedFrom.Birth,
            "Common practice of schools (KCSIE, IRMS): 25 years from the date of birth. When the child moves, the file goes to the new school promptly.",
            Unverified
        ),
        new(
            RetentionClass.HealthRecord,
            "Health record",
            26,
            CountedFrom.Birth,
            "NHS Records Management Code: to the 25th (26th) birthday, longer for child sexual abuse. Waymark counts to the later one.",
            Unverified
        ),
    ];

    /// <summary>The rules here, with the agency's own years in place.</summary>
    public IReadOnlyList<RetentionRule> Rules { get; }

    /// <summary>After how many years someone looks whether a record must still be kept.</summary>
    public int ReviewEveryYears => _options.ReviewEveryYears;

    /// <summary>The rule of a class, or of the default class where none was chosen.</summary>
    public RetentionRule For(RetentionClass? chosen) =>
        Rules.Single(r => r.Class == (chosen ?? _options.DefaultClass));

    private RetentionRule Own(RetentionRule built) =>
        _options.Years.TryGetValue(built.Class, out var years) && years != built.Years
            ? built with
            {
                Years = years,
                Source = "Your agency’s own schedule (set in the configuration).",
                Standing = $"Waymark would have taken {built.Years} years: {built.Source}",
            }
            : built;
}
