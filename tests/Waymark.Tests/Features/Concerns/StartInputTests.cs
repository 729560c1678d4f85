using Waymark.Features.Children;
using Waymark.Features.Concerns;
using Waymark.Features.Concerns.Start;
using Xunit;

namespace Waymark.Tests.Features.Concerns;

public sealed class StartInputTests
{
    private static StartInput Good() =>
        new()
        {
            Worry = "Someone he met in a game wants to meet him",
            ChildReference = "hb 102-a",
            Age = "14",
        };

    [Fact]
    public void Decide_GoodInput_StartsWithTheReferenceWrittenOneWay()
    {
        var (started, errors) = Good().Decide();

        Assert.Empty(errors);
        Assert.Equal(
            new("Someone he met in a game wants to meet him", "HB102-A", 14, AgeBand.From13To15),
            started
        );
    }

    [Fact]
    public void Decide_WorryOfSeveralLines_BecomesOneLine()
    {
        var input = Good();
        input.Worry = "one\r\ntwo";

        Assert.Equal("one two", input.Decide().Started!.Worry);
    }

    [Theory]
    [InlineData("", "worry-required")]
    [InlineData("   ", "worry-required")]
    public void Decide_NoWorry_IsRefused(string worry, string code)
    {
        var input = Good();
        input.Worry = worry;

        Assert.Equal(code, Assert.Single(input.Decide().Errors).Code);
    }

    [Fact]
    public void Decide_LongWorry_IsRefused()
    {
        var input = Good();
        input.Worry = new string('a', Concern.WorryLength + 1);

        Assert.Equal("worry-too-long", Assert.Single(input.Decide().Errors).Code);
    }

    [Theory]
    [InlineData("", null, "age-required")]
    [InlineData("", "99", "age-required")]
    [InlineData("thirteen", null, "age-not-a-number")]
    [InlineData("-1", null, "age-not-a-number")]
    [InlineData("1.5", null, "age-not-a-number")]
    [InlineData("18", null, "age-not-a-child")]
    [InlineData("99999999999", null, "age-not-a-number")]
    public void Decide_AgeThatIsNone_IsRefused(string age, string? band, string code)
    {
        var input = Good();
        (input.Age, input.AgeBand) = (age, band);

        Assert.Equal(code, Assert.Single(input.Decide().Errors).Code);
    }

    [Theory]
    [InlineData("0", AgeBand.Under13)]
    [InlineData("12", AgeBand.Under13)]
    [InlineData("13", AgeBand.From13To15)]
    [InlineData("15", AgeBand.From13To15)]
    [InlineData("16", AgeBand.From16To17)]
    [InlineData("17", AgeBand.From16To17)]
    public void Decide_Age_GivesItsBand(string age, AgeBand band)
    {
        var input = Good();
        // An age that was typed is more exact than a band that was ticked before.
        (input.Age, input.AgeBand) = (age, "not-known");

        Assert.Equal(band, input.Decide().Started!.AgeBand);
    }

    [Theory]
    [InlineData("not-known", AgeBand.NotKnown)]
    [InlineData("under-13", AgeBand.Under13)]
    public void Decide_NoAge_TakesTheBand(string code, AgeBand band)
    {
        var input = Good();
        (input.Age, input.AgeBand) = ("", code);

        var (started, _) = input.Decide();

        Assert.Equal((null, band), (started!.AgeYears, started.AgeBand));
    }
}
