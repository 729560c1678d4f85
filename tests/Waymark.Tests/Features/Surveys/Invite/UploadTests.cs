using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Waymark.Features.Accounts;
using Waymark.Features.Surveys.Invite;
using Waymark.Security;
using Waymark.Tests.Features.Surveys.Walk;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Surveys.Invite;

/// <summary>A list as a file: looked at, agreed to, and only then kept; the file never.</summary>
public sealed class UploadTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    [Fact]
    public async Task File_LookedAtAndAgreedTo_PutsItsPeopleOnTheListAndKeepsNothingElse()
    {
        var walk = await SurveyWalk.StartThreeAsync(host);
        var looked = await UploadAsync(
            walk,
            "Name,Email,Team,Manager email\nZebedee,ann@heron.example,North,max@heron.example\n"u8.ToArray()
        );
        Assert.Equal("Check the list", looked.Heading);
        Assert.Contains(
            "These columns are not kept: Name, Team.",
            looked.Words,
            StringComparison.Ordinal
        );
        Assert.Contains("The file was read as UTF-8.", looked.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Zebedee", looked.Html, StringComparison.Ordinal);
        Assert.Equal(0, await PeopleAsync(walk));

        var added = await looked.SubmitAsync(walk.Lead, "#main-content form");

        Assert.Equal($"/surveys/{walk.Id}?done=invited", added.RedirectedTo);
        Assert.Equal(1, await PeopleAsync(walk));
    }

    [Fact]
    public async Task File_WithWrongRows_NamesEachAndKeepsNothing()
    {
        var walk = await SurveyWalk.StartOnceAsync(host);
        var refused = await UploadAsync(
            walk,
            "Email,Team\nann@heron.example,North\nnobody,South\nbea@heron.example\nANN@heron.example,East\n"u8.ToArray()
        );
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(["Row 3:", "Row 4:", "Row 5:"], refused.Errors.Select(e => e[..6]));
        Assert.Equal(0, await PeopleAsync(walk));
    }

    [Fact]
    public async Task File_ThatIsAWorkbook_IsToldApartAndNoFileAtAllToo()
    {
        var walk = await SurveyWalk.StartOnceAsync(host);
        var workbook = await UploadAsync(walk, [0x50, 0x4B, 3, 4, 0, 0]);
        Assert.Contains("CSV UTF-8", Assert.Single(workbook.Errors), StringComparison.Ordinal);
        var none = await UploadAsync(walk, []);
        Assert.Equal("Choose a CSV file that has at least one row", Assert.Single(none.Errors));
        Assert.All([workbook, none], page => Assert.Equal(HttpStatusCode.BadRequest, page.Status));
    }

    [Fact]
    public async Task File_OfTheLargestSize_IsReadInMemoryAndLeavesNothingOnDisk()
    {
        var walk = await SurveyWalk.StartOnceAsync(host);
        var rows = Enumerable
            .Range(0, 4000)
            .Select(i => $"p{i}@heron.example,{new string('x', 60)}");
        var file = Encoding.ASCII.GetBytes("Email,Note\n" + string.Join('\n', rows));
        Assert.InRange(file.Length, 300_000, ListFile.MostBytes);
        var temporary = Environment.GetEnvironmentVariable("ASPNETCORE_TEMP") ?? Path.GetTempPath();
        HashSet<string> before = [.. Directory.GetFiles(temporary, "ASPNETCORE_*")];

        var looked = await UploadAsync(walk, file);

        Assert.Contains("4000 people will be added", looked.Words, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(temporary, "ASPNETCORE_*").Except(before));
        var added = await looked.SubmitAsync(walk.Lead, "#main-content form");
        Assert.Equal($"/surveys/{walk.Id}?done=invited", added.RedirectedTo);
    }

    [Fact]
    public async Task File_LargerThanAllowed_SaysSo()
    {
        var walk = await SurveyWalk.StartOnceAsync(host);
        var refused = await UploadAsync(walk, new byte[ListFile.MostBytes + 1]);
        Assert.Contains("400 KB", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_SentAfterTheSignInRanOut_LeadsToSignInAndToThePageAgain()
    {
        using var own = new WaymarkHost();
        var walk = await SurveyWalk.StartOnceAsync(own);
        own.Pass(TimeSpan.FromMinutes(61));
        using var form = Form("Email\nann@heron.example"u8.ToArray(), "token");
        var path = $"/surveys/{walk.Id}/people/file";
        var sent = await walk.Lead.PostFormAsync(path, form);
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Contains("/accounts/sign-in", sent.RedirectedTo, StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString(path), sent.RedirectedTo, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/people")]
    [InlineData("/sectors")]
    [InlineData("/people/file/more")]
    public async Task File_SentToAnotherPageOfTheSurvey_IsRefusedUnread(string path)
    {
        var walk = await SurveyWalk.StartOnceAsync(host);
        using var form = Form("Email\nann@heron.example"u8.ToArray(), "token");
        var response = await walk.Lead.Client.PostAsync(
            new Uri($"/surveys/{walk.Id}{path}", UriKind.Relative),
            form,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal(
            NoUploads.Explanation,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }

    /// <summary>Sends a file with the page's own token; none where there are no bytes.</summary>
    private static async Task<VisitedPage> UploadAsync(SurveyWalk walk, byte[] file)
    {
        var path = $"/surveys/{walk.Id}/people/file";
        var page = await walk.Lead.GetAsync(path);
        Assert.Equal("Upload a list", page.Heading);
        var token = page.Fields("#main-content form").Single(f => f.Key == "_token").Value;
        using var form = Form(file, token);
        return await walk.Lead.PostFormAsync(path, form);
    }

    private static MultipartFormDataContent Form(byte[] file, string token)
    {
        var form = new MultipartFormDataContent { { new StringContent(token), "_token" } };
        if (file.Length > 0)
        {
            var content = new ByteArrayContent(file);
            content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
            form.Add(content, UploadPage.FileField, "attendance.csv");
        }
        return form;
    }

    private Task<int> PeopleAsync(SurveyWalk walk) =>
        host.ReadAsync(
            AgencyKind.Council,
            db => db.Invitees.CountAsync(i => i.EvaluationId == walk.Id)
        );
}
