using Waymark.Features.Assessments.Formulate;
using Xunit;

namespace Waymark.Tests.Features.Assessments;

public sealed class FormulationInputTests
{
    private static string[] Codes(FormulationInput input) =>
        [.. input.Check().Select(e => $"{e.Field}: {e.Code}")];

    [Fact]
    public void Check_NothingWritten_MayBeSaved() => Assert.Empty(Codes(new()));

    [Fact]
    public void Check_LevelWithoutReasons_AsksForReasonsAndSureness() =>
        Assert.Equal(
            ["Reasons: reasons-required", "Sureness: sureness-required"],
            Codes(new() { LevelOfConcern = nameof(LevelOfConcern.EarlyHelp) })
        );

    [Fact]
    public void Check_LevelWithReasonsAndSureness_IsTaken() =>
        Assert.Empty(
            Codes(
                new()
                {
                    LevelOfConcern = nameof(LevelOfConcern.SignificantHarm),
                    Reasons = "A meeting is planned.",
                    Sureness = nameof(Sureness.High),
                }
            )
        );

    [Theory]
    [InlineData("3")]
    [InlineData("significantharm")]
    [InlineData("Severe")]
    public void Check_LevelThatIsNotOffered_IsRefused(string level) =>
        Assert.Contains(
            "LevelOfConcern: level-not-offered",
            Codes(new() { LevelOfConcern = level })
        );

    [Fact]
    public void Check_TextOverTheLimit_SaysHowLongItIs()
    {
        var errors = new FormulationInput
        {
            WhatProtects = new string('a', Formulation.TextLength + 1),
        }.Check();

        Assert.Equal(
            "Shorten what protects the child to 8000 characters or fewer; you wrote 8001",
            Assert.Single(errors).Message
        );
    }
}
