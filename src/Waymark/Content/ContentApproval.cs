using System.Text.Json;

namespace Waymark.Content;

/// <summary>What is written when wording is approved or a version is published. Pure: the command writes the files.</summary>
public static class ContentApproval
{
    /// <summary>The file with the published versions, relative to the content folder.</summary>
    public const string PublishedFile = PublishedVersions.FileName;

    private static readonly JsonSerializerOptions Indented = new(ContentJson.Options)
    {
        WriteIndented = true,
    };

    /// <summary>The wording of each instrument: the file it belongs in and its text.</summary>
    /// <param name="library">The content.</param>
    public static IEnumerable<(string File, string Text)> Wordings(ContentLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        return library.Instruments.Select(folder => (folder.WordingFile, Wording.Of(folder)));
    }

    /// <summary>The file of published versions with one more.</summary>
    /// <param name="content">The files.</param>
    /// <param name="folder">The version's folder, relative to the content folder.</param>
    /// <param name="today">The day of publication.</param>
    /// <returns>The new text of <see cref="PublishedFile"/>, or <see langword="null"/> when there is no such version or it is published already.</returns>
    public static string? Publish(ContentSnapshot content, string folder, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(content);
        var versions = ContentJson.Read<PublishedVersions>(content, PublishedFile, []);
        var files = PublishedVersions
            .Guarded.Where(name => content.Files.ContainsKey(folder + "/" + name))
            .ToDictionary(
                name => name,
                name => PublishedVersions.Hash(content.Files[folder + "/" + name]),
                StringComparer.Ordinal
            );
        if (
            versions is null
            || files.Count == 0
            || versions.Published.Any(version => version.Folder == folder)
        )
        {
            return null;
        }

        var published = versions with
        {
            Published = [.. versions.Published, new(folder, today, files)],
        };
        return JsonSerializer.Serialize(published, Indented) + "\n";
    }
}
