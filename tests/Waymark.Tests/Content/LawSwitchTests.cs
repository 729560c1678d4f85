using Waymark.Content;
using Xunit;

namespace Waymark.Tests.Content;

public sealed class LawSwitchTests
{
    private static readonly LawSwitch Duty = ContentFolders.Library.Law["duty-to-report-csa"];

    [Fact]
    public void DutyToReport_CommencementNotKnown_IsNotInForce()
    {
        Assert.Null(Duty.InForceFrom);
        Assert.Equal(Duty.NotYet, Duty.TextOn(new DateOnly(2099, 1, 1)));
    }

    [Theory]
    [InlineData("2027-03-31", false)]
    [InlineData("2027-04-01", true)]
    [InlineData("2027-04-02", true)]
    public void TextOn_CommencementKnown_ChangesOnThatDay(string day, bool inForce)
    {
        var known = Duty with { InForceFrom = new DateOnly(2027, 4, 1) };

        Assert.Equal(
            inForce ? Duty.InForce : Duty.NotYet,
            known.TextOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))
        );
    }
}
