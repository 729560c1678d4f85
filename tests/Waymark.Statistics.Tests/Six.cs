namespace Waymark.Statistics.Tests;

/// <summary>Comparison with published figures to six digits after the point.</summary>
internal static class Six
{
    public static void Digits(double expected, double actual) =>
        Assert.Equal(expected, actual, 5e-7);

    public static void Digits(double value, double lower, double upper, Estimate actual)
    {
        Digits(value, actual.Value);
        Digits(lower, actual.Interval.Lower);
        Digits(upper, actual.Interval.Upper);
    }

    public static T Ok<T>(Result<T> result)
        where T : class
    {
        Assert.True(result.IsOk, result.Issue?.ToString());
        return result.Value;
    }

    public static void Refused<T>(InputIssueCode code, string place, Result<T> result)
        where T : class
    {
        Assert.False(result.IsOk);
        Assert.Equal((code, place), (result.Issue.Code, result.Issue.Place));
        Assert.False(string.IsNullOrWhiteSpace(result.Issue.Text));
    }
}
