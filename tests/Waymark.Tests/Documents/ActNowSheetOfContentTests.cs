using Waymark.Content;
using Waymark.Documents.ActNow;
using Waymark.Documents.Html;
using Waymark.Features.Children;
using Waymark.Features.Concerns.ActNow;
using Waymark.Features.Shared.Answers;
using Waymark.Features.Shared.Reading;
using Waymark.Instruments;
using Waymark.Tests.Content;
using Xunit;

namespace Waymark.Tests.Documents;

/// <summary>The sheets that the published safety check really makes.</summary>
public class ActNowSheetOfContentTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 16, 52, 0, TimeSpan.Zero);
    private static readonly InstrumentFolder SafetyCheck =
        ContentFolders.Library.NewestSafetyCheck();

    private static readonly string[] Presences =
    [
        .. InstrumentPages
            .Of(SafetyCheck.Instrument)
            .SelectMany(InstrumentPages.Questions)
            .Where(Factor.IsPresence)
            .Select(q => q.LinkId),
    ];

    [Fact]
    public async Task Build_LongestSheetThatAnyAnswersMake_FitsTwoPages()
    {
        Assert.Equal(8, Presences.Length);
        // Each question answered yes or not known, for each age band: what other answers say is a part of this.
        var longest = Enumerable
            .Range(0, 1 << Presences.Length)
            .SelectMany(yes => Enum.GetValues<AgeBand>().Select(band => SheetOf(band, yes)))
            .MaxBy(sheet =>
                DocumentHtml.Render(ActNowSheetDocument.Compose(sheet)).ToString()!.Length
            )!;
        Assert.True(longest.Steps.Count > 12);
        Assert.InRange(
            await Office.CountPagesAsync(
                ActNowSheetDocument.Build(longest),
                TestContext.Current.CancellationToken
            ),
            1,
            2
        );
    }

    [Fact]
    public async Task Build_NothingMarked_FitsOnePageAndRaisesNoAlarm()
    {
        var sheet = SheetOf(AgeBand.From13To15, yes: 0, otherwise: "no");

        Assert.DoesNotContain(
            sheet.Steps,
            step => step.Urgency == Waymark.Documents.ActNow.Urgency.Now
        );
        Assert.Equal(
            1,
            await Office.CountPagesAsync(
                ActNowSheetDocument.Build(sheet),
                TestContext.Current.CancellationToken
            )
        );
    }

    /// <summary>The sheet of one child; <paramref name="yes"/> has a bit for each question answered yes.</summary>
    private static ActNowSheet SheetOf(AgeBand band, int yes, string otherwise = "not-known")
    {
        var form = StartedResponses.StartForm(SafetyCheck, band, Now);
        foreach (var (index, linkId) in Presences.Index())
        {
            var code = (yes & (1 << index)) != 0 ? "yes" : otherwise;
            Assert.Empty(
                form.Set(linkId, [new CodingAnswer(ContentUrls.Presence, code, null)]).Issues
            );
        }
        var reading = RecordReader.Read(
            [(SafetyCheck, form)],
            ContentFolders.Library,
            new DateOnly(2026, 11, 24)
        );
        return SheetBuilder.Build(
            reading,
            ContentFolders.Library.Routes,
            "YP-2041",
            "Northbridge School",
            "Safety check, version 1.0.0",
            Now
        );
    }
}
