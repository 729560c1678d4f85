namespace Waymark.Features.Children;

/// <summary>Age bands that change what must be done (under 13; under 16; under 18).</summary>
public enum AgeBand
{
    NotKnown,
    Under13,
    From13To15,
    From16To17,
}

/// <summary>Age bands as codes of the instruments and as words.</summary>
public static class AgeBands
{
    /// <summary>The band of an age in years, or null for 18 and over: Waymark is about children.</summary>
    public static AgeBand? Of(int years) =>
        years switch
        {
            < 0 or >= 18 => null,
            < 13 => AgeBand.Under13,
            < 16 => AgeBand.From13To15,
            _ => AgeBand.From16To17,
        };

    /// <summary>The code of the instruments' hidden item <c>child-age-band</c>.</summary>
    public static string Code(this AgeBand band) =>
        band switch
        {
            AgeBand.NotKnown => "not-known",
            AgeBand.Under13 => "under-13",
            AgeBand.From13To15 => "13-15",
            AgeBand.From16To17 => "16-17",
        };

    /// <summary>The band of a code, or null for a code that is none.</summary>
    public static AgeBand? FromCode(string? code) =>
        code switch
        {
            "not-known" => AgeBand.NotKnown,
            "under-13" => AgeBand.Under13,
            "13-15" => AgeBand.From13To15,
            "16-17" => AgeBand.From16To17,
            _ => null,
        };

    /// <summary>The band as people read it.</summary>
    public static string Words(this AgeBand band) =>
        band switch
        {
            AgeBand.NotKnown => "Age not known",
            AgeBand.Under13 => "Under 13",
            AgeBand.From13To15 => "13 to 15",
            AgeBand.From16To17 => "16 or 17",
        };
}
