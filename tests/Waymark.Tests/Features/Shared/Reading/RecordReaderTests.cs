using Waymark.Content;
using Waymark.Features.Shared.Reading;
using Waymark.Tests.Content;
using Xunit;

namespace Waymark.Tests.Features.Shared.Reading;

/// <summary>One record, two instruments that ask some of the same questions.</summary>
public sealed class RecordReaderTests
{
    private static readonly ContentLibrary Library = ContentFolders.Library;
    private static readonly string[] AllA = ["a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8"];

    [Fact]
    public void Read_CalmSafetyCheckThenHarmInTheAssessment_TellsTheLeadAtOnceAndNotCalmly()
    {
        var actions = Actions(Answered("no"), [.. Answered("no"), ("b1", "yes"), ("b7", "yes")]);

        Assert.Contains("act.tell-lead-now", actions);
        Assert.DoesNotContain("act.tell-lead", actions);
    }

    [Fact]
    public void Read_DangerAnsweredAgainWithNo_IsNoLongerShown()
    {
        var actions = Actions([("a1", "yes")], Answered("no"));

        Assert.DoesNotContain("act.call-999", actions);
    }

    [Fact]
    public void Read_DangerNotAskedASecondTime_IsStillShown()
    {
        var actions = Actions([("a1", "yes")], [("b7", "no")]);

        Assert.Contains("act.call-999", actions);
        Assert.Contains("act.refer", actions);
    }

    [Fact]
    public void Read_BothSayTheSame_ShowsItOnce() =>
        Assert.Single(
            Actions(Answered("yes"), Answered("yes")),
            action => action == "act.call-999"
        );

    private static (string LinkId, string Code)[] Answered(string code) =>
        [.. AllA.Select(linkId => (linkId, code))];

    private static List<string> Actions(
        (string LinkId, string Code)[] safetyCheck,
        (string LinkId, string Code)[] assessment
    ) =>
        RecordReader
            .Read(
                [
                    Open("safety", "safety-check", safetyCheck),
                    Open("assessments", "online-harm", assessment),
                ],
                Library,
                new DateOnly(2026, 11, 24)
            )
            .Actions.Select(action => action.RuleId)
            .ToList();

    private static (InstrumentFolder Folder, Waymark.Instruments.Form Form) Open(
        string kind,
        string name,
        (string LinkId, string Code)[] answers
    )
    {
        var folder = Library.Newest(kind, name)!;
        var (form, refused) = FormFilling.Fill(
            folder.Instrument,
            [
                .. answers.Select(answer => new ExampleAnswer(
                    answer.LinkId,
                    new ExampleValue(new ExampleCoding(ContentUrls.Presence, answer.Code))
                )),
            ]
        );
        Assert.Empty(refused);
        return (folder, form);
    }
}
