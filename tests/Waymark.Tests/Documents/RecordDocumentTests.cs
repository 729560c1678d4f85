using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Waymark.Documents;
using Waymark.Documents.ActNow;
using Waymark.Documents.Chronologies;
using Waymark.Documents.Decisions;
using Waymark.Documents.Html;
using Waymark.Documents.Referrals;
using Waymark.Documents.Word;
using Xunit;

namespace Waymark.Tests.Documents;

/// <summary>What holds for every document that Waymark makes.</summary>
public partial class RecordDocumentTests
{
    private static readonly Dictionary<string, Document> Documents = new()
    {
        ["act-now"] = ActNowSheetDocument.Compose(SampleSheets.Ordinary),
        ["act-now-open"] = ActNowSheetDocument.Compose(SampleSheets.Fullest),
        ["referral"] = ReferralDocument.Compose(SampleRecords.Full),
        ["referral-bare"] = ReferralDocument.Compose(SampleRecords.Bare),
        ["chronology"] = ChronologyDocument.Compose(SampleRecords.Chronology),
        ["decision-do-not-refer"] = DecisionRecordDocument.Compose(SampleRecords.DoNotRefer),
        ["decision-consultation"] = DecisionRecordDocument.Compose(SampleRecords.Consultation),
    };

    public static TheoryData<string> Names => [.. Documents.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Document_AnySample_HasTheApprovedWordsAndBytes(string name) =>
        Approved.Check(
            $"tests/Waymark.Tests/Documents/{name}.approved.txt",
            WordReading.ForApproval(WordFile.Write(Documents[name]))
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Document_AnySample_PassesTheValidator(string name) =>
        Assert.Empty(WordReading.Faults(WordFile.Write(Documents[name])));

    [Theory]
    [MemberData(nameof(Names))]
    public void Document_AnySample_SaysTheSameInPrintAsInWord(string name)
    {
        var document = Documents[name];
        using var html = new StringWriter();
        DocumentHtml.Render(document).WriteTo(html, System.Text.Encodings.Web.HtmlEncoder.Default);
        var page = new HtmlParser().ParseDocument(html.ToString());
        foreach (var caption in page.QuerySelectorAll("caption"))
        {
            caption.Remove(); // in Word a property of the table
        }
        var word = WordReading.PlainText(WordFile.Write(document)).Split('\n').Skip(2);

        Assert.Equal(Letters(string.Concat(word)), Letters(page.Body!.TextContent));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Document_AnySample_SaysThatItsRulesAreNotValidated(string name)
    {
        if (name != "chronology") // which holds no rule
        {
            Assert.Matches(
                "not (panel-validated|yet confirmed by a named panel)",
                WordReading.PlainText(WordFile.Write(Documents[name]))
            );
        }
    }

    /// <summary>A reader 75 years on knows no acronyms. The samples' own words hold the few that are allowed.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Document_AnySample_UsesNoAcronymWithoutItsWords(string name)
    {
        string[] allowed = ["NSPCC", "YP", "NC", "UK", "SHA", "PAGE", "NUMPAGES"]; // expanded beside it, references, fields

        var acronyms = Acronym()
            .Matches(WordReading.PlainText(WordFile.Write(Documents[name])))
            .Select(match => match.Value)
            .Except(allowed);

        Assert.Empty(acronyms);
    }

    [Fact]
    public void Referral_SafeContactInTheReferrersWords_IsAWarningAndNeverCalledSafe()
    {
        var referral = SampleRecords.Bare with
        {
            SafeContact = new SafeContact([], [], "Do not ring the mother."),
        };

        var text = WordReading.PlainText(ReferralDocument.Build(referral));

        Assert.Contains(
            "Important: In the referrer’s words: Do not ring the mother.",
            text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Safe to contact", text, StringComparison.Ordinal);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"\b[A-Z]{2,}\b")]
    private static partial Regex Acronym();
}
