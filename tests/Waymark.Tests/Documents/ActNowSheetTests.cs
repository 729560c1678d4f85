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
    public async Task Build_FullestSheet_FitsTwoPages()
    {
        var docx = ActNowSheetDocument.Build(SampleSheets.Fullest);

        Assert.Equal(2, await Office.CountPagesAsync(docx, TestContext.Current.CancellationToken));
    }
}
