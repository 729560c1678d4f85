namespace Waymark.Tests;

/// <summary>Where the repository is: tests read its sources, its content and its approved files.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Waymark.slnx.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            if (File.Exists(Path.Combine(folder.FullName, "Waymark.slnx")))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException("The tests run from inside the repository.");
    }
}
