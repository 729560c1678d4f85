using Waymark.Content;
using Waymark.Documents.ActNow;
using Waymark.Features.Concerns.ActNow;
using Waymark.Features.Shared.Reading;
using Waymark.Tests.Documents;
using Xunit;

namespace Waymark.Tests.Content;

/// <summary>What the real rules put on the act-now sheet has to fit two printed pages, however bad the case.</summary>
public sealed class SheetLengthTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 16, 50, 0, TimeSpan.Zero);
    private static readonly ContentLibrary Library = ContentFolders.Library;
    private static readonly InstrumentFolder Safety = Library.Newest("safety", "safety-check")!;

    [Fact]
    public async Task Sheet_EveryQuestionYes_FitsTwoPages() =>
        Assert.InRange(await PagesAsync(_ => "yes"), 1, 2);

    [Fact]
    public async Task Sheet_EveryQuestionSuspectedAndSelfHarmNotKnown_FitsTwoPages() =>
        Assert.InRange(
            await PagesAsync(linkId => linkId == "a2" ? "not-known" : "suspected"),
            1,
            2
        );

    private static async Task<int> PagesAsync(Func<string, string> answer)
    {
        var answers = Factor
            .Of(Safety.Instrument)
            .Select(factor => new ExampleAnswer(
                factor.Id,
                new ExampleValue(new ExampleCoding(ContentUrls.Presence, answer(factor.Id)))
            ))
            .ToList();
        var (form, refused) = FormFilling.Fill(Safety.Instrument, answers);
        Assert.Empty(refused);
        var reading = RecordReader.Read([(Safety, form)], Library, new DateOnly(2026, 11, 24));
        var sheet = SheetBuilder.Build(
            reading,
            Library.Routes,
            "CH-2026-0142",
            "Example County Council",
            "Safety check 1.0.0",
            Now
        );
        return await Office.CountPagesAsync(
            ActNowSheetDocument.Build(sheet),
            TestContext.Current.CancellationToken
        );
    }
}
