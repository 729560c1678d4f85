using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Waymark.Security.FreeText;
using Xunit;

namespace Waymark.Tests.Security.FreeText;

/// <summary>What holds for every text, however strange.</summary>
public class FreeTextGuardProperties
{
    private static readonly string[] Pieces =
    [
        "data:",
        "image/",
        "png",
        ";base64,",
        "<img",
        " src=",
        "![",
        "](",
        "[img]",
        "https://",
        "//",
        "imgur",
        ".",
        "com",
        "/",
        "%",
        "%3A",
        "&#x3a;",
        "&amp;",
        "xn--",
        "@",
        ":443",
        "\\",
        "[.]",
        " dot ",
        "\u200B",
        "\u0000",
        "\uFFFD",
        "і",
        "ｄ",
        "A1b2C3d4",
        "word",
        " ",
        "\n",
        "blob:",
        "C:\\",
        ".jpg",
        "begin 644 ",
        "\uD83D",
        "\uDE42",
        "=",
        "ﷺ",
        "(",
        "]",
    ];

    /// <summary>Texts put together from what the guard looks for, and from anything at all.</summary>
    private static Arbitrary<string> Texts() =>
        Gen.OneOf(
                Gen.Elements(Pieces).ArrayOf().Select(string.Concat),
                ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
                Gen.Elements(Pieces).ArrayOf().Select(pieces => string.Join(" ", pieces))
            )
            .ToArbitrary();

    [Property(MaxTest = 2_000)]
    public Property Check_AnyText_AnswersWithoutThrowing() =>
        Prop.ForAll(
            Texts(),
            text =>
                FreeTextGuard.Check("field", text)
                    is null
                        or { Message.Length: > 0, Field: "field" }
        );

    [Property(MaxTest = 1_000)]
    public Property Check_AnyTextTwice_GivesTheSameAnswer() =>
        Prop.ForAll(
            Texts(),
            text =>
                FreeTextGuard.Check("field", text)?.Code == FreeTextGuard.Check("field", text)?.Code
        );

    [Property(MaxTest = 1_000)]
    public Property Remainder_AnyRefusedText_PassesTheGuard() =>
        Prop.ForAll(
            Texts(),
            text =>
                FreeTextGuard.Check("field", text)?.Remainder is not { } kept
                || FreeTextGuard.Check("field", kept) is null
        );

    [Property(MaxTest = 500)]
    public Property Refusal_AnyOffendingWord_IsNotRepeated()
    {
        var words = Gen.Choose(1, int.MaxValue).Select(n => $"q{n:x}z").ToArbitrary();
        return Prop.ForAll(
            words,
            secret =>
            {
                var refusal = FreeTextGuard.Check("field", $"See https://imgur.com/{secret} there");
                return refusal is { Remainder: "See [removed] there" }
                    && !refusal.Message.Contains(secret, StringComparison.Ordinal)
                    && !refusal.ToString().Contains(secret, StringComparison.Ordinal);
            }
        );
    }

    /// <summary>Input that makes a backtracking search explode, at two megabytes: it ends because the work grows with the text alone.</summary>
    [Theory]
    [InlineData("![")]
    [InlineData("data:")]
    [InlineData("data:,;base64")]
    [InlineData("d a t a ")]
    [InlineData("<video ")]
    [InlineData("[img")]
    [InlineData("a.")]
    [InlineData("//")]
    [InlineData("a.aa/")]
    [InlineData("@a.aa/")]
    [InlineData("%25")]
    [InlineData("&amp;")]
    [InlineData(" ")]
    [InlineData("( ")]
    [InlineData("C:\\")]
    [InlineData("\\\\a\\")]
    [InlineData("Aa1")]
    [InlineData("ﷺ")]
    [InlineData("a b ")]
    public void Check_TwoMegabytesOfAnUnfinishedThing_Ends(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length));

        Assert.NotNull(FreeTextGuard.Check("field", text));
        Assert.True(
            FreeTextGuard.Check("field", text[..FreeTextGuard.MaximumLength])
                is null
                    or { Field: "field" }
        );
    }
}
