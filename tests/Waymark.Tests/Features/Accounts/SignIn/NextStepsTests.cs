using Waymark.Features.Accounts.SignIn;
using Waymark.Features.Accounts.Ways;
using Xunit;

namespace Waymark.Tests.Features.Accounts.SignIn;

public sealed class NextStepsTests
{
    private static readonly WaysOfPerson s_passwordOnly = new(true, null, 0, [], []);
    private static readonly WaysOfPerson s_withApp = s_passwordOnly with
    {
        CodeAppSince = default(DateTimeOffset),
    };

    [Theory]
    [InlineData(Way.Password)]
    [InlineData(Way.Passkey)]
    [InlineData(Way.Provider)]
    [InlineData(Way.Demo)]
    [InlineData(Way.PasswordAndCode)]
    public void After_AnyWayOfASuspendedAccount_NobodyIsIn(Way way) =>
        Assert.Equal(NextStep.Suspended, NextSteps.After(way, s_withApp, true, false));

    [Fact]
    public void After_PasswordOfSomeoneWithACodeApp_ACodeIsAskedForWhetherDemandedOrNot()
    {
        Assert.Equal(
            NextStep.AskForCode,
            NextSteps.After(Way.Password, s_withApp, false, demanded: false)
        );
        Assert.Equal(
            NextStep.AskForCode,
            NextSteps.After(Way.Password, s_withApp, false, demanded: true)
        );
    }

    [Fact]
    public void After_PasswordAloneWhereASecondWayIsDemanded_LeadsToSettingItUp() =>
        Assert.Equal(
            NextStep.SetUpSecondWay,
            NextSteps.After(Way.Password, s_passwordOnly, false, demanded: true)
        );

    [Fact]
    public void After_PasswordAloneWhereNothingIsDemanded_Enters() =>
        Assert.Equal(
            NextStep.Enter,
            NextSteps.After(Way.Password, s_passwordOnly, false, demanded: false)
        );

    [Theory]
    [InlineData(Way.Passkey)]
    [InlineData(Way.Provider)]
    [InlineData(Way.PasswordAndCode)]
    [InlineData(Way.PasswordAndRecoveryCode)]
    public void After_TwoWays_Enters(Way way) =>
        Assert.Equal(NextStep.Enter, NextSteps.After(way, s_withApp, false, demanded: true));
}
