namespace Waymark.Statistics.Tests.Estimates;

public class ResultTests
{
    private static readonly InputIssue Issue = new(InputIssueCode.BaseEmpty, "x", "Nobody.");

    [Fact]
    public void Then_Ok_GoesOn()
    {
        Result<string> one = "a";

        Assert.Equal("ab", one.Then<string>(v => v + "b").Value);
        Assert.Equal("a!", one.Match(v => v + "!", i => i.Text));
    }

    [Fact]
    public void Then_Refused_HandsTheIssueOn()
    {
        Result<string> one = Issue;

        Assert.Same(Issue, one.Then<string>(_ => throw new InvalidOperationException()).Issue);
        Assert.Equal("Nobody.", one.Match(v => v, i => i.Text));
    }

    [Fact]
    public void Library_References_AreArithmeticOnly()
    {
        // No FHIR, no database, no pages: what the statistics know is numbers.
        var references = typeof(Estimate)
            .Assembly.GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(n => !n.StartsWith("System.", StringComparison.Ordinal));

        Assert.Equal(["MathNet.Numerics"], references);
    }
}
