namespace Waymark.Features.Problems;

/// <summary>What somebody was doing when the database was away.</summary>
/// <param name="Target">Where they were going: a local address.</param>
/// <param name="Held">What they typed, encrypted, or null where nothing was.</param>
public sealed record AwayVisit(string Target, string? Held);
