using System.Text.RegularExpressions;
using Waymark.Content;
using Xunit;

namespace Waymark.Tests.Content;

/// <summary>What people read is what was approved, and plain enough for a tired reader.</summary>
public sealed partial class WordingTests
{
    public static TheoryData<string> Folders =>
        [.. ContentFolders.Library.Instruments.Select(folder => folder.Path)];

    private static InstrumentFolder Folder(string path) =>
        ContentFolders.Library.Instruments.Single(folder => folder.Path == path);

    [Theory]
    [MemberData(nameof(Folders))]
    public void Wording_OfEachInstrument_IsApproved(string path)
    {
        var folder = Folder(path);

        Approved.Check("content/" + folder.WordingFile, Wording.Of(folder));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Wording_OfEachInstrument_NeedsAReadingAgeOfTwelveOrLess(string path)
    {
        var folder = Folder(path);
        var questions =
            folder.Kind == "surveys"
                ? folder
                    .Instrument.All.Where(item => item.Items.Count == 0)
                    .Select(item => item.Text)
                : Factor
                    .Of(folder.Instrument)
                    .SelectMany(factor => new[] { factor.Question, factor.Why, factor.NotSure });
        var rules = (folder.Rules?.Rules ?? []).SelectMany(rule =>
            new[] { rule.Title + ".", rule.Description ?? "" }
        );

        Assert.InRange(SchoolYears(string.Join(' ', questions.Concat(rules))), 1, 7);
    }

    /// <summary>
    /// Years of school needed to read a text at ease: the Flesch-Kincaid grade level (Kincaid and others, 1975), with syllables counted by groups
    /// of vowels. Age is about five more.
    /// </summary>
    private static double SchoolYears(string text)
    {
        var sentences = Sentence().Count(text);
        var words = Word().Matches(text).Select(match => match.Value).ToList();
        return 0.39 * words.Count / sentences + 11.8 * words.Sum(Syllables) / words.Count - 15.59;
    }

    private static int Syllables(string word)
    {
        var groups = Vowels().Count(word);
        var silent =
            word.EndsWith('e')
            && !word.EndsWith("le", StringComparison.OrdinalIgnoreCase)
            && groups > 1;
        return Math.Max(1, silent ? groups - 1 : groups);
    }

    [GeneratedRegex(@"[.!?:;]+(?=\s|$)")]
    private static partial Regex Sentence();

    [GeneratedRegex("[A-Za-z'’]+")]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouy]+", RegexOptions.IgnoreCase)]
    private static partial Regex Vowels();
}
