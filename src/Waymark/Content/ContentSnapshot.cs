namespace Waymark.Content;

/// <summary>The text files of a content folder at one moment, so that loading and checking are pure.</summary>
/// <param name="Files">Text by path relative to the folder, with forward slashes.</param>
public sealed record ContentSnapshot(IReadOnlyDictionary<string, string> Files)
{
    private static readonly string[] Extensions = [".json", ".txt", ".md"];

    /// <summary>Reads every JSON, text and Markdown file below a folder.</summary>
    /// <param name="folder">The content folder.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static ContentSnapshot Read(string folder)
    {
        var files = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.Ordinal))
            .ToDictionary(
                file => Path.GetRelativePath(folder, file).Replace('\\', '/'),
                File.ReadAllText,
                StringComparer.Ordinal
            );
        return new(files);
    }

    /// <summary>The paths below a folder that end in a given way, in order.</summary>
    /// <param name="folder">Such as <c>case-studies</c>.</param>
    /// <param name="ending">Such as <c>.json</c>.</param>
    public IEnumerable<string> Below(string folder, string ending) =>
        Files
            .Keys.Where(path =>
                path.StartsWith(folder + "/", StringComparison.Ordinal)
                && path.EndsWith(ending, StringComparison.Ordinal)
            )
            .Order(StringComparer.Ordinal);

    /// <summary>A copy in which one file has other text.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    public ContentSnapshot With(string path, string text) =>
        new(new Dictionary<string, string>(Files, StringComparer.Ordinal) { [path] = text });

    /// <summary>A copy without one file.</summary>
    /// <param name="path">The file.</param>
    public ContentSnapshot Without(string path) =>
        new(Files.Where(file => file.Key != path).ToDictionary(StringComparer.Ordinal));
}
