using FsCheck.Xunit;
using Waymark.Content;
using Xunit;

namespace Waymark.Tests.Content;

public sealed class LanguageCheckTests
{
    private static readonly LanguageCheck Check = LanguageCheck.From(
        ContentFolders.Library.Language,
        out _
    );

    [Theory]
    [InlineData("He looked at child pornography.", "child-pornography")]
    [InlineData("She has been SEXTING a man.", "sexting")]
    [InlineData("She is putting herself at risk.", "putting-at-risk")]
    [InlineData("A risky lifestyle.", "lifestyle")]
    [InlineData("Imagery was self-generated.", "self-generated")]
    [InlineData("The alleged victim disclosed an allegation.", "alleged-victim")]
    [InlineData("He is a young offender who shared pictures.", "child-offender")]
    [InlineData("This was revenge porn.", "revenge-porn")]
    [InlineData("We taught stranger danger.", "stranger-danger")]
    [InlineData("She has been contacting men online.", "child-contacted-adult")]
    [InlineData("She is in a relationship with an adult.", "relationship")]
    public void Find_WordsThatBlameOrHide_SuggestsWithReason(string text, string id)
    {
        var finding = Check.Find(text)[0];

        Assert.Equal(id, finding.Suggestion.Id);
        Assert.Equal(finding.Words, text.Substring(finding.Start, finding.Length));
        Assert.NotEmpty(finding.Suggestion.Why);
        Assert.NotEmpty(finding.Suggestion.Prefer);
    }

    [Theory]
    [InlineData("The child said \"it was my fault, I was sexting\".")]
    [InlineData("The child said \u201Cwe were sexting\u201D.")]
    [InlineData("The child said 'we were sexting'.")]
    [InlineData("The child said \u2018we were sexting, that\u2019s all\u2019.")]
    [InlineData("Ring the Revenge Porn Helpline about the parent's picture.")]
    [InlineData("")]
    [InlineData("The context of the text messages is essex.")]
    [InlineData("He was in a relationship with his brother's friend of the same class.")]
    public void Find_QuotedOrOtherWords_SuggestsNothing(string text) =>
        Assert.Empty(Check.Find(text));

    [Fact]
    public void Find_ApostrophesAreNoQuotation_StillSuggests() =>
        Assert.Single(Check.Find("It's the child's view that sexting isn't the word."));

    [Fact]
    public void Find_SeveralPlaces_InTheirOrder()
    {
        var findings = Check.Find("Stranger danger, then sexting, then stranger danger.");

        Assert.Equal(
            ["stranger-danger", "sexting", "stranger-danger"],
            findings.Select(finding => finding.Suggestion.Id)
        );
    }

    [Property]
    public void Find_AnyText_PointsIntoIt(string? text)
    {
        var any = text ?? "";
        foreach (var finding in Check.Find(any + " sexting " + any))
        {
            Assert.Equal(
                finding.Words,
                (any + " sexting " + any).Substring(finding.Start, finding.Length)
            );
        }
    }

    [Fact]
    public void From_EveryPatternOfTheList_CanBeUsed()
    {
        _ = LanguageCheck.From(ContentFolders.Library.Language, out var broken);

        Assert.Empty(broken);
    }
}
