using System.Globalization;
using System.Text;
using Waymark.Security.FreeText;
using Xunit;

namespace Waymark.Tests.Security.FreeText;

public class FreeTextGuardTests
{
    /// <summary>Bytes that look like a picture's: far from even, and the same on every run.</summary>
    internal static readonly string Base64 = Convert.ToBase64String([
        .. Enumerable.Range(0, 600).Select(i => (byte)((i * 7919 + i * i * 31) >> 3)),
    ]);

    private static readonly string Hex = Convert.ToHexStringLower(Convert.FromBase64String(Base64));

    public static TheoryData<string> OrdinaryTexts =>
        [
            "She said they met on Instagram and then he moved her to Snapchat, Telegram and an OnlyFans page.",
            "The website is called imgur.com. Another pupil also named youtube.com and mega.nz",
            "Write to dsl@northbridge.sch.uk or helpline@saferinternet.org.uk",
            "Someone wrote from jake@mega.nz about it.",
            "Reported at https://www.ceop.police.uk/Safety-Centre/ and on https://www.police.uk/pu/contact-us/",
            "https://reportharmfulcontent.com/report/ was closed",
            "See https://www.gov.uk/government/publications/sharing-nudes-and-semi-nudes-advice-for-education-settings-working-with-children-and-young-people/sharing-nudes-and-semi-nudes-how-to-respond-to-an-incident-overview",
            "https://assets.publishing.service.gov.uk/media/65f0/Working_Together.pdf",
            "The file was called IMG_2034.HEIC, and there was a second one, holiday.jpg; she says both were deleted.",
            "photo1.jpg/photo2.jpg were the names",
            "clip.mov/clip2.mov",
            "Police took 3 GB of data: images and chats from two phones.",
            "Seized data: image/video, audio and messages",
            "metadata: none",
            "He promised to send a picture; she sent <3 and <picture> and <video call with mum>",
            "[video] [img] she wrote, as a joke. Wow![sic]",
            "‎image omitted",
            "I ♥ my nan 👩‍👧‍👦 🏳️‍🌈",
            "قالت إنها خائفة. הוא אמר. 彼は言った、怖いです。 ไม่อยากกลับบ้านคืนนี้เพราะกลัวเขาจะมาหาอีกครั้งหนึ่ง",
            "Tel. 0344 381 4772, or 020 7946 0000; 24/11/2026 at 16:50; 9b, w/ mum, and/or dad",
            "SHE IS AFRAID AND WILL NOT GO HOME. TELL NOBODY SHE SAID. 14 NOV 15 NOV 16 NOV 17 NOV",
            "http://www.childline.org.uk",
            "https://www.instagram.com/some.person and https://www.tiktok.com/@someone",
            "https://discord.gg/abcdef was the name of the server",
            "https://northbridge.sharepoint.com/:w:/s/Safeguarding/EaBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789",
            "https://www.youtube.com/",
            "Bullets from Word:\r\n\u00B7 one\r\n\uF0B7 two\twith a tab\vand a soft break",
            "100% sure; 5 < 6 &amp; 7 > 6; %20; a dot on the map; c/o the school",
            "blob: that is what they call him. file: closed",
            "He was in the data:photos folder of her mind",
        ];

    public static TheoryData<FreeTextRefusalCode, string> RefusedTexts =>
        new()
        {
            { FreeTextRefusalCode.DataUri, "look data:image/png;base64,iVBORw0KGgo=" },
            { FreeTextRefusalCode.DataUri, "DaTa:ImAgE/jPeG;charset=x,abc" },
            { FreeTextRefusalCode.DataUri, "data : image / png ; base64 , iVBOR" },
            { FreeTextRefusalCode.DataUri, "d a t a : i m a g e / g i f ; b a s e 6 4 , R0l" },
            { FreeTextRefusalCode.DataUri, "data%3Aimage%2Fwebp%3Bbase64%2CUklGR" },
            { FreeTextRefusalCode.DataUri, "data%253Aimage%252Fwebp%253Bbase64%252CUklGR" },
            {
                FreeTextRefusalCode.DataUri,
                "&#100;ata&colon;image&sol;png&semi;base64&comma;iVBOR"
            },
            { FreeTextRefusalCode.DataUri, "da\u200Bta:ima\u00ADge/png;base64,iVBOR" },
            { FreeTextRefusalCode.DataUri, "ｄａｔａ：ｉｍａｇｅ／ｐｎｇ；ｂａｓｅ６４，iVBOR" },
            { FreeTextRefusalCode.DataUri, "data:video/mp4;codecs=avc1;base64,AAAA" },
            { FreeTextRefusalCode.DataUri, "data:;base64,AAAA" },
            { FreeTextRefusalCode.DataUri, "data:\nimage/png\n;base64,AAAA" },
            { FreeTextRefusalCode.EncodedData, "here it is " + Base64 + " ok" },
            { FreeTextRefusalCode.EncodedData, Wrap(Base64, 64) },
            { FreeTextRefusalCode.EncodedData, "{\"picture\":\"" + Base64 + "\"}" },
            { FreeTextRefusalCode.EncodedData, Base64.Replace('+', '-').Replace('/', '_') },
            { FreeTextRefusalCode.EncodedData, Hex },
            { FreeTextRefusalCode.EncodedData, Wrap(Hex, 2, " ") },
            { FreeTextRefusalCode.EncodedData, string.Join(",", Convert.FromBase64String(Base64)) },
            { FreeTextRefusalCode.EncodedData, "begin 644 photo\nM,3$Q" },
            {
                FreeTextRefusalCode.EncodedData,
                string.Concat(Enumerable.Range(0, 2_100).Select(i => (char)('!' + i * 7 % 90)))
            },
            { FreeTextRefusalCode.ImageMarkup, "<img src=x>" },
            { FreeTextRefusalCode.ImageMarkup, "< IMG\nsrc=//a.example/b>" },
            { FreeTextRefusalCode.ImageMarkup, "&lt;iframe src=//a.example/b&gt;" },
            {
                FreeTextRefusalCode.ImageMarkup,
                "<video controls><source src='//a.example/b'></video>"
            },
            { FreeTextRefusalCode.ImageMarkup, "<object data=\"//a.example/b\"></object>" },
            { FreeTextRefusalCode.ImageMarkup, "<svg/onload=1>" },
            { FreeTextRefusalCode.ImageMarkup, "![what he sent](https://a.example/b)" },
            { FreeTextRefusalCode.ImageMarkup, "![what he sent][1]" },
            { FreeTextRefusalCode.ImageMarkup, "[img]https://a.example/b[/img]" },
            {
                FreeTextRefusalCode.ImageMarkup,
                "<p style=\"background-image: url(//a.example/b)\">"
            },
            { FreeTextRefusalCode.LocalImage, "blob:https://web.whatsapp.com/2f5b4a9c" },
            { FreeTextRefusalCode.LocalImage, "file:///home/me/photo" },
            { FreeTextRefusalCode.LocalImage, "content://media/external/images/1" },
            { FreeTextRefusalCode.LocalImage, @"C:\Users\me\Pictures\what she sent.jpg" },
            { FreeTextRefusalCode.LocalImage, @"\\server\share\x.PNG" },
            { FreeTextRefusalCode.LocalImage, "magnet:?xt=urn:btih:abc" },
            { FreeTextRefusalCode.ImageFileLink, "https://a.example/x.jpg" },
            { FreeTextRefusalCode.ImageFileLink, "https://a.example/x.JPEG?width=90&h=2" },
            { FreeTextRefusalCode.ImageFileLink, "a.example/x.png" },
            { FreeTextRefusalCode.ImageFileLink, "(see www.a.example/x.webm)." },
            { FreeTextRefusalCode.ImageFileLink, "hxxps://a[.]example/x.mp4" },
            { FreeTextRefusalCode.ImageFileLink, "h**p://a(dot)example/x.mp4" },
            { FreeTextRefusalCode.ImageFileLink, "http://a dot example slash x.mp4" },
            { FreeTextRefusalCode.ImageFileLink, "https:\\/\\/a.example\\/x.gif" },
            { FreeTextRefusalCode.ImageFileLink, "https%3A%2F%2Fa.example%2Fx%2Ejpg" },
            { FreeTextRefusalCode.ImageFileLink, "http://192.168.1.5/cam.jpg" },
            { FreeTextRefusalCode.ImageFileLink, "https://a.example/get?file=x.heic&n=1" },
            { FreeTextRefusalCode.ImageFileLink, "https://a.example/m/1?format=jpg&name=large" },
            { FreeTextRefusalCode.ImageFileLink, "[a word](https://a.example/x.jpg)" },
            { FreeTextRefusalCode.ImageHost, "https://imgur.com/a/abc" },
            { FreeTextRefusalCode.ImageHost, "it is on imgur.com/a/abc now" },
            { FreeTextRefusalCode.ImageHost, "IMGUR [.] COM/abc" },
            { FreeTextRefusalCode.ImageHost, "imgur dot com slash abc" },
            { FreeTextRefusalCode.ImageHost, "https://i.imgur.com" },
            { FreeTextRefusalCode.ImageHost, "https://ｉｍｇｕｒ。com/abc" },
            { FreeTextRefusalCode.ImageHost, "https://іmgur.com/abc" },
            {
                FreeTextRefusalCode.ImageHost,
                "https://" + new IdnMapping().GetAscii("іmgur.com") + "/abc"
            },
            { FreeTextRefusalCode.ImageHost, "https://police.uk@imgur.com/abc" },
            { FreeTextRefusalCode.ImageHost, "https://imgur.com:443/abc" },
            { FreeTextRefusalCode.ImageHost, "https://imgur.com./abc" },
            { FreeTextRefusalCode.ImageHost, "https:\\\\imgur.com\\abc" },
            { FreeTextRefusalCode.ImageHost, "https://mega.nz/#F!abc" },
            { FreeTextRefusalCode.ImageHost, "https://drive.google.com/file/d/1AbC/view" },
            { FreeTextRefusalCode.ImageHost, "https://photos.app.goo.gl/abc" },
            {
                FreeTextRefusalCode.ImageHost,
                "https://northbridge-my.sharepoint.com/:i:/g/personal/abc"
            },
            { FreeTextRefusalCode.ImageHost, "https://www.youtube.com/watch?v=abc" },
            { FreeTextRefusalCode.ImageHost, "https://www.tiktok.com/@someone/video/123" },
            { FreeTextRefusalCode.ImageHost, "https://www.instagram.com/p/abc/" },
            { FreeTextRefusalCode.ImageHost, "https://x.com/someone/status/1/photo/1" },
            { FreeTextRefusalCode.ImageHost, "abcdefghij.onion" },
            {
                FreeTextRefusalCode.ImageHost,
                "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwe.tl%2Ft-abc&data=05%7C01"
            },
            { FreeTextRefusalCode.NotText, "PNG\u0000\u0001" },
            { FreeTextRefusalCode.NotText, "a\u001Bb" },
            { FreeTextRefusalCode.NotText, new string('\uFFFD', 21) },
        };

    [Theory]
    [MemberData(nameof(OrdinaryTexts))]
    public void Check_OrdinaryText_Passes(string text) =>
        Assert.Null(FreeTextGuard.Check("a1.note", text)?.ToString());

    [Theory]
    [MemberData(nameof(RefusedTexts))]
    public void Check_PictureOrWayToOne_IsRefusedByCode(FreeTextRefusalCode code, string text)
    {
        var refusal = FreeTextGuard.Check("a1.note", text);

        Assert.Equal($"a1.note: {code}", refusal?.ToString());
    }

    [Theory]
    [MemberData(nameof(RefusedTexts))]
    public void Check_PictureInsideALongNote_IsRefusedToo(FreeTextRefusalCode code, string text)
    {
        var before = string.Join(" ", OrdinaryTexts.Select(row => row.Data));

        var refusal = FreeTextGuard.Check(
            "a1.note",
            $"{before}\n{text}\n{before}",
            maximumLength: 100_000
        );

        Assert.Equal(code, refusal?.Code);
    }

    [Fact]
    public void Check_AllOrdinaryTextsTogether_Passes() =>
        Assert.Null(
            FreeTextGuard
                .Check("a1.note", string.Join("\n", OrdinaryTexts.Select(row => row.Data)))
                ?.ToString()
        );

    [Fact]
    public void Check_HalfASurrogatePair_IsNotText() =>
        Assert.Equal(
            FreeTextRefusalCode.NotText,
            FreeTextGuard.Check("a1.note", "a" + '\uD83D' + "b")?.Code
        );

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Check_NothingTyped_Passes(string? text) =>
        Assert.Null(FreeTextGuard.Check("a1.note", text));

    [Fact]
    public void Check_LongestText_PassesAndOneMoreDoesNot()
    {
        var longest = string.Concat(Enumerable.Repeat("word ", FreeTextGuard.MaximumLength / 5));

        Assert.Null(FreeTextGuard.Check("a1.note", longest));
        var refusal = FreeTextGuard.Check("a1.note", longest + "x");
        Assert.Equal(FreeTextRefusalCode.TooLong, refusal?.Code);
        Assert.Equal(longest + "x", refusal?.Remainder);
        Assert.Contains("20,000 characters", refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OversizePicture_IsRefusedAsAPicture() =>
        Assert.Equal(
            FreeTextRefusalCode.DataUri,
            FreeTextGuard
                .Check(
                    "a1.note",
                    "data:image/png;base64," + new StringBuilder().Insert(0, Base64, 2_000)
                )
                ?.Code
        );

    [Fact]
    public void Remainder_LinkInALongNote_KeepsEverythingElse()
    {
        var refusal = FreeTextGuard.Check(
            "a1.note",
            "She told Mrs Khan.\n\nIt is at https://imgur.com/a/abc now.\tShe is safe."
        );

        Assert.Equal(
            "She told Mrs Khan.\n\nIt is at [removed] now.\tShe is safe.",
            refusal?.Remainder
        );
    }

    [Fact]
    public void Remainder_PictureInALongNote_KeepsEverythingElse()
    {
        var refusal = FreeTextGuard.Check(
            "a1.note",
            "Before. data:image/png;base64," + Wrap(Base64, 500) + " After."
        );

        Assert.Equal("Before. [removed] After.", refusal?.Remainder);
    }

    [Fact]
    public void Remainder_NothingButAPicture_IsNull() =>
        Assert.Null(FreeTextGuard.Check("a1.note", "https://imgur.com/a/abc")?.Remainder);

    [Fact]
    public void Remainder_DisguiseSpreadOverWords_IsNull() =>
        Assert.Null(
            FreeTextGuard
                .Check("a1.note", "d a t a : i m a g e / g i f ; b a s e 6 4 , R0l")
                ?.Remainder
        );

    [Fact]
    public void Message_EveryCode_SaysWhatToDoAndHasAReason()
    {
        foreach (var code in Enum.GetValues<FreeTextRefusalCode>())
        {
            var refusal = new FreeTextRefusal("a1.note", code, 100, null);

            Assert.Contains("saved", refusal.Message, StringComparison.Ordinal);
            Assert.Equal(code != FreeTextRefusalCode.TooLong, refusal.IsAboutImages);
        }
        Assert.Contains("against the law", FreeTextWords.Why, StringComparison.Ordinal);
        Assert.Contains(
            FreeTextWords.Routes,
            route => route.Do.Contains("999", StringComparison.Ordinal)
        );
        Assert.Contains(
            FreeTextWords.Routes,
            route => route.Do.Contains("101", StringComparison.Ordinal)
        );
        Assert.Contains(
            FreeTextWords.Routes,
            route => route.Do.Contains("Report Remove", StringComparison.Ordinal)
        );
        Assert.Contains(
            FreeTextWords.Routes,
            route => route.Do.Contains("Internet Watch Foundation", StringComparison.Ordinal)
        );
        Assert.Contains(
            "has not left your device",
            FreeTextWords.PasteNotice.Text,
            StringComparison.Ordinal
        );
    }

    private static string Wrap(string text, int width, string separator = "\n") =>
        string.Join(separator, text.Chunk(width).Select(line => new string(line)));
}
