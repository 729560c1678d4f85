using System.Net;
using Waymark.Tests.Documents;
using Xunit;

namespace Waymark.Tests.Features.Insight.Report;

/// <summary>The report for a board opens, says that it is made up where it is, and holds what the pages hold.</summary>
public sealed class BoardReportTests(InsightHost host) : IClassFixture<InsightHost>
{
    [Fact]
    public async Task Word_OfTheDemo_OpensOnAFewPages()
    {
        using var visitor = await host.SignInAsync(InsightHost.Ruth);
        foreach (
            var evaluation in new[]
            {
                await host.WorkforceAsync(),
                await host.SelfEfficacyAsync(),
                await host.OneCaseAsync(),
            }
        )
        {
            var file = await visitor.Client.GetAsync($"/insight/{evaluation}/report?handler=Word");
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            var bytes = await file.Content.ReadAsByteArrayAsync();

            Assert.Empty(WordReading.Faults(bytes));
            Assert.InRange(
                await Office.CountPagesAsync(bytes, TestContext.Current.CancellationToken),
                1,
                12
            );
            Assert.Contains(
                "made up for a demo",
                WordReading.PlainText(bytes),
                StringComparison.OrdinalIgnoreCase
            );
        }
    }
}
