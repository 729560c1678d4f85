using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.TestHost;
using Waymark.Security;
using Xunit;

namespace Waymark.Tests.Security;

public partial class NoUploadsTests
{
    [Theory]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("MULTIPART/FORM-DATA; boundary=x")]
    [InlineData("multipart/mixed; boundary=x")]
    [InlineData("image/png")]
    [InlineData("video/mp4")]
    [InlineData("application/octet-stream")]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded, multipart/form-data; boundary=x")]
    [InlineData("nonsense")]
    public async Task Post_BodyThatCouldBeAFile_IsRefusedUnread(string contentType)
    {
        var (response, reached) = await PostAsync(contentType);

        Assert.False(reached);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(NoUploads.Explanation, text);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/x-www-form-urlencoded; charset=UTF-8")]
    [InlineData("application/json")]
    [InlineData("application/fhir+json; charset=utf-8")]
    [InlineData("application/csp-report")]
    [InlineData(null)]
    public async Task Post_FormOrJson_ReachesThePage(string? contentType)
    {
        var (response, reached) = await PostAsync(contentType);

        Assert.True(reached);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("POST", "/surveys/01900000-0000-7000-8000-000000000000/people/file", true)]
    [InlineData("PUT", "/surveys/01900000-0000-7000-8000-000000000000/people/file", false)]
    [InlineData("POST", "/surveys/01900000-0000-7000-8000-000000000000/people", false)]
    [InlineData("POST", "/surveys/01900000-0000-7000-8000-000000000000/people/file/", false)]
    [InlineData("POST", "/surveys/x/people/file", false)]
    [InlineData("POST", "/concerns/start", false)]
    public void List_AsAFormWithAFile_IsTakenInOnePlaceOnly(string method, string path, bool taken)
    {
        Assert.Equal(taken, NoUploads.TakesList(method, path, "multipart/form-data; boundary=x"));
        Assert.False(NoUploads.TakesList(method, path, "image/png"));
        Assert.False(NoUploads.TakesList(method, path, contentType: null));
    }

    [Fact]
    public void Application_AnyType_NamesNoUploadedFile() =>
        Assert.Empty(TypesThatTakeFiles(typeof(NoUploads).Assembly.GetTypes()));

    [Fact]
    public void TypesThatTakeFiles_TypeThatTakesOne_FindsIt() =>
        Assert.Equal(
            [nameof(TakesOne), nameof(TakesMany), nameof(IsGivenOne)],
            TypesThatTakeFiles([
                typeof(TakesOne),
                typeof(TakesMany),
                typeof(IsGivenOne),
                typeof(NoUploads),
            ])
        );

    [Fact]
    public void Sources_AllOfTheApplication_HaveNoFileInputButThatOfLists()
    {
        var sources = Directory
            .EnumerateFiles(
                Path.Combine(Repository.Root, "src", "Waymark"),
                "*",
                SearchOption.AllDirectories
            )
            .Where(file =>
                Path.GetExtension(file)
                    is ".cs"
                        or ".cshtml"
                        or ".razor"
                        or ".js"
                        or ".ts"
                        or ".html"
            )
            .Where(file => !IsBuilt(Path.GetRelativePath(Repository.Root, file)))
            .ToList();

        Assert.NotEmpty(sources);
        Assert.Equal(
            ["UploadPage.cshtml", "UploadPage.cshtml.cs"],
            sources
                .Where(file => FileInput().IsMatch(File.ReadAllText(file)))
                .Select(file => Path.GetFileName(file))
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("<input type=\"file\" name=\"a\">")]
    [InlineData("<input name='a' TYPE = 'file'>")]
    [InlineData("<input type=file>")]
    [InlineData("<form enctype=\"multipart/form-data\">")]
    [InlineData("var files = Request.Form.Files;")]
    [InlineData("input.type = 'file';")]
    [InlineData("new MultipartReader(boundary, Request.Body)")]
    public void FileInput_MarkupThatTakesAFile_IsSeen(string source) =>
        Assert.Matches(FileInput(), source);

    [Theory]
    [InlineData("<input type=\"text\" name=\"file\">")]
    [InlineData("return PhysicalFile(path, type);")]
    public void FileInput_OtherMarkup_IsNot(string source) =>
        Assert.DoesNotMatch(FileInput(), source);

    [GeneratedRegex(
        @"\btype\s*=\s*[""']?file\b|enctype|\.Form\.Files\b|MultipartReader|IFormFile",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex FileInput();

    private static bool IsBuilt(string path) =>
        path.Split(Path.DirectorySeparatorChar)
            is [_, _, "bin" or "obj", ..]
                or [_, _, "wwwroot", "assets", ..];

    /// <summary>The types with a property, field, parameter or result that is an uploaded file.</summary>
    private static IEnumerable<string> TypesThatTakeFiles(IEnumerable<Type> types)
    {
        const BindingFlags all =
            BindingFlags.Public
            | BindingFlags.NonPublic
            | BindingFlags.Instance
            | BindingFlags.Static
            | BindingFlags.DeclaredOnly;
        return types
            .Where(type =>
                type.GetFields(all).Any(field => IsFile(field.FieldType))
                || type.GetProperties(all).Any(property => IsFile(property.PropertyType))
                || type.GetMethods(all)
                    .Any(method =>
                        IsFile(method.ReturnType)
                        || method.GetParameters().Any(one => IsFile(one.ParameterType))
                    )
                || type.GetConstructors(all)
                    .Any(constructor =>
                        constructor.GetParameters().Any(one => IsFile(one.ParameterType))
                    )
            )
            .Select(type => type.Name);
    }

    private static bool IsFile(Type type) =>
        typeof(IFormFile).IsAssignableFrom(type)
        || typeof(IFormFileCollection).IsAssignableFrom(type)
        || (type.IsArray && IsFile(type.GetElementType()!))
        || type.GenericTypeArguments.Any(IsFile);

    private static async Task<(HttpResponseMessage Response, bool Reached)> PostAsync(
        string? contentType
    )
    {
        var reached = false;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        await using var app = builder.Build();
        app.UseNoUploads();
        app.Run(context =>
        {
            reached = true;
            return context.Response.WriteAsync("page");
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var content = new ByteArrayContent("secret"u8.ToArray());
        if (contentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }
        var response = await app.GetTestClient()
            .PostAsync(
                new Uri("/", UriKind.Relative),
                content,
                TestContext.Current.CancellationToken
            );
        return (response, reached);
    }

    private sealed record TakesOne(IFormFile File);

    private sealed class TakesMany
    {
        public List<IFormFile> Files { get; } = [];
    }

    private sealed class IsGivenOne
    {
        public static string Name(IFormFileCollection files) =>
            files.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
