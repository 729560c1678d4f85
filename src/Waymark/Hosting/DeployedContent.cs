using Waymark.Content;

namespace Waymark.Hosting;

/// <summary>The content that is served, loaded once at start.</summary>
internal static class DeployedContent
{
    /// <summary>Loads it, or stops the start and names every file that is wrong.</summary>
    public static ContentLibrary Load(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidOperationException(
                $"The content folder {folder} does not exist. Set Waymark:ContentFolder to the folder with instruments and routes."
            );
        }
        var loaded = ContentLibrary.Load(ContentSnapshot.Read(folder));
        return loaded.Library
            ?? throw new InvalidOperationException(
                "The content cannot be used:" + string.Concat(loaded.Issues.Select(i => "\n" + i))
            );
    }
}
