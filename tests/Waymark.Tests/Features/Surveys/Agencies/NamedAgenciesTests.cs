using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Waymark.Content.Surveys;
using Waymark.Features.Insight.Releasing;
using Waymark.Features.Surveys.Codebook;
using Waymark.Instruments;
using Waymark.Tests.Content;
using Xunit;

namespace Waymark.Tests.Features.Surveys.Agencies;

/// <summary>A survey that compares agencies has the names that its lead gave among its answers.</summary>
public sealed class NamedAgenciesTests
{
    private static readonly Instrument s_published = ContentFolders
        .Library.Newest("surveys", "vignette-rating")!
        .Instrument;

    [Fact]
    public void Fill_Names_StandBeforeWhatIsOfferedBesideThem()
    {
        var columns = SurveyColumns.Of(NamedAgencies.Fill(s_published, ["Riverton", "Hilltop"]));

        Assert.Equal(
            [("a1", "Riverton", 1), ("a2", "Hilltop", 2), ("other", "Another agency", 99)],
            columns[columns.IndexOf("agency")]
                .Question.Answers.Select(a => (a.Code, a.Label, (int)a.Number))
        );
        Assert.Equal("agency", columns.Grouping);
    }

    [Fact]
    public void Fill_SameNamesTwice_IsOneInstrument() =>
        Assert.Same(
            NamedAgencies.Fill(s_published, ["One", "Two"]),
            NamedAgencies.Fill(s_published, ["One", "Two"])
        );

    [Fact]
    public void Fill_SurveyThatDoesNotAsk_IsLeftAsItIs()
    {
        var bridge = ContentFolders.Library.Newest("surveys", "workforce-bridge-2014")!.Instrument;

        Assert.Same(bridge, NamedAgencies.Fill(bridge, ["One", "Two"]));
        Assert.Equal("sector", SurveyColumns.Of(bridge).Grouping);
    }

    [Property]
    public Property Fill_AnyNames_AreOfferedAsTheyWereTyped() =>
        Prop.ForAll(
            ArbMap
                .Default.GeneratorFor<NonWhiteSpaceString>()
                .Select(s => s.Get.Replace("\0", "").Trim())
                .Where(s => s.Length > 0 && s.All(c => !char.IsSurrogate(c) && !char.IsControl(c)))
                .ListOf(5)
                .Select(names => names.Distinct().ToList())
                .ToArbitrary(),
            names =>
                NamedAgencies
                    .Fill(s_published, names)
                    .Find("agency")!
                    .Options.Take(names.Count)
                    .Select(option => option.Text)
                    .SequenceEqual(names)
        );

    [Fact]
    public void Groups_AreAgencies_AndTheSmallOneIsInNoTable()
    {
        var columns = SurveyColumns.Of(
            NamedAgencies.Fill(s_published, ["Riverton", "Hilltop", "Harbour"])
        );

        var groups = PeopleGroups.Of(
            new Dictionary<(short, short), int>
            {
                [(1, 1)] = 40,
                [(2, 4)] = 30,
                [(3, 11)] = 6,
                [(99, 1)] = 5,
            },
            columns,
            least: 20
        );

        Assert.Equal(["Riverton", "Hilltop"], groups.Sectors.Select(g => g.Label));
        Assert.Equal((70, 11), (groups.Counted, groups.LeftOut));
    }
}
