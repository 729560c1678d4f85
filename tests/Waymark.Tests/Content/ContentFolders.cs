using System.Text.Json.Nodes;
using Waymark.Content;

namespace Waymark.Tests.Content;

/// <summary>The content of the repository, and a small one for tests that break it.</summary>
internal static class ContentFolders
{
    internal static ContentSnapshot Real { get; } = ReadReal();

    internal static ContentSnapshot Small { get; } =
        ContentSnapshot
            .Read(Path.Combine(Repository.Root, "tests", "Waymark.Tests", "Content", "Small"))
            .Approved();

    internal static ContentLibrary Library { get; } =
        ContentLibrary.Load(Real) is { Library: { } library }
            ? library
            : throw new InvalidOperationException("The content cannot be loaded.");

    /// <summary>A copy in which one JSON file was edited.</summary>
    internal static ContentSnapshot Edit(
        this ContentSnapshot content,
        string path,
        Action<JsonNode> edit
    )
    {
        var node = JsonNode.Parse(content.Files[path])!;
        edit(node);
        return content.With(path, node.ToJsonString());
    }

    /// <summary>A copy in which the wording is approved as it is.</summary>
    internal static ContentSnapshot Approved(this ContentSnapshot content) =>
        ContentLibrary.Load(content).Library is { } library
            ? ContentApproval
                .Wordings(library)
                .Aggregate(content, (copy, wording) => copy.With(wording.File, wording.Text))
            : content;

    /// <summary>While wording is being approved, the wording is the approved one.</summary>
    private static ContentSnapshot ReadReal()
    {
        var content = ContentSnapshot.Read(Path.Combine(Repository.Root, "content"));
        return Environment.GetEnvironmentVariable("WAYMARK_APPROVE") == "1"
            ? content.Approved()
            : content;
    }
}
