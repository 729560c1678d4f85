namespace Waymark.Features.Shared.Versions;

/// <summary>Which of several written versions stands.</summary>
public static class WrittenVersions
{
    /// <summary>
    /// The versions nobody has built on or settled: one when all is well, two or more when people wrote at the same time,
    /// none before anything was written. In order of number.
    /// </summary>
    public static IReadOnlyList<T> Standing<T>(IReadOnlyCollection<T> versions)
        where T : IWrittenVersion
    {
        var superseded = versions
            .Select(v => v.BasedOn)
            .Concat(versions.SelectMany(v => SettledBy(v)))
            .ToHashSet();
        return [.. versions.Where(v => !superseded.Contains(v.Number)).OrderBy(v => v.Number)];
    }

    /// <summary>The version that stands alone, or null when there is none or people must choose first.</summary>
    public static T? Current<T>(IReadOnlyCollection<T> versions)
        where T : class, IWrittenVersion => Standing(versions) is [var only] ? only : null;

    /// <summary>The number the next version gets.</summary>
    public static int NextNumber<T>(IReadOnlyCollection<T> versions)
        where T : IWrittenVersion => versions.Count == 0 ? 1 : versions.Max(v => v.Number) + 1;

    private static IEnumerable<int> SettledBy<T>(T version)
        where T : IWrittenVersion =>
        version
            .Settles.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture));
}
