using System.Text;
using Xunit;

namespace Waymark.Instruments.Tests;

/// <summary>Compares what the program wrote with what a person approved; WAYMARK_APPROVE=1 takes the new text.</summary>
internal static class Approved
{
    internal static string Root { get; } = FindRoot();

    /// <param name="path">The approved file, from the repository's root.</param>
    /// <param name="actual">What the program wrote.</param>
    internal static void Check(string path, string actual)
    {
        var file = Path.Combine(Root, path);
        var text = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("WAYMARK_APPROVE") == "1")
        {
            File.WriteAllText(file, text, new UTF8Encoding(false));
        }

        var approved = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        var line = text.Split('\n')
            .Zip(approved.Split('\n'))
            .FirstOrDefault(pair => pair.First != pair.Second);
        Assert.True(
            text == approved,
            $"{path} is not as approved; `make approve` takes the new text. First difference:\nnew:      {line.First}\napproved: {line.Second}"
        );
    }

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
