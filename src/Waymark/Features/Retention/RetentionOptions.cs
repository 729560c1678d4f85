using System.ComponentModel.DataAnnotations;

namespace Waymark.Features.Retention;

/// <summary>The agency's own schedule, under <c>Waymark:Retention</c> in the configuration.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Waymark:Retention";

    /// <summary>The class of a record for which nobody chose one.</summary>
    public RetentionClass DefaultClass { get; set; } = RetentionClass.AbuseRecord;

    /// <summary>Years by class, where the agency's own schedule differs from <see cref="RetentionSchedule.Built"/>.</summary>
    public Dictionary<RetentionClass, int> Years { get; } = [];

    /// <summary>After how many years someone looks whether a record must still be kept. No source gives a number: it is our suggestion.</summary>
    [Range(1, 75)]
    public int ReviewEveryYears { get; set; } = 5;
}
