using Waymark.Documents.ActNow;
using Xunit;

namespace Waymark.Tests.Documents;

public class ActNowSheetTests
{
    [Fact]
    public void Build_OpenSafetyCheck_SaysThatNothingWasStored()
    {
        var text = WordReading.PlainText(ActNowSheetDocument.Build(SampleSheets.Fullest));

        Assert.Contains(
            "Waymark stored nothing: this sheet is the only record",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("Child’s reference: not given", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_FullestSheet_FitsTwoPages() =>
        Assert.Equal(
            2,
            await Office.CountPagesAsync(
                ActNowSheetDocument.Build(SampleSheets.Fullest),
                TestContext.Current.CancellationToken
            )
        );

    [Fact]
    public async Task Build_LongestSheetInTheLargerType_FitsTwoPages() =>
        Assert.Equal(
            2,
            await Office.CountPagesAsync(
                ActNowSheetDocument.Build(SampleSheets.LongestInLargerType),
                TestContext.Current.CancellationToken
            )
        );

    [Fact]
    public void Build_ManyServicesWithOneWarning_SaysItOnce()
    {
        var text = WordReading.PlainText(ActNowSheetDocument.Build(SampleSheets.Fullest));

        Assert.Single(
            text.Split('\n'),
            line => line.Contains("Sources disagree about the hours", StringComparison.Ordinal)
        );
        Assert.Contains("See note 1.", text, StringComparison.Ordinal);
    }
}
