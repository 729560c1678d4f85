using System.Text;
using Xunit;

namespace Waymark.Tests;

/// <summary>
/// Compares what the program wrote with what a person approved. A difference fails the test and leaves the new text beside the
/// approved one as <c>*.received.*</c>; <c>make approve</c> takes it as approved.
/// </summary>
internal static class Approved
{
    /// <param name="path">The approved file, from the repository's root.</param>
    /// <param name="actual">What the program wrote.</param>
    public static void Check(string path, string actual)
    {
        var file = Path.Combine(Repository.Root, path);
        var received = file.Replace(".approved.", ".received.", StringComparison.Ordinal);
        var text = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("WAYMARK_APPROVE") == "1")
        {
            File.WriteAllText(file, text, new UTF8Encoding(false));
        }
        var approved = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        if (text == approved)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, text, new UTF8Encoding(false));
        Assert.Fail(
            $"{path} is not as approved. Compare it with {Path.GetFileName(received)}; `make approve` takes the new text."
        );
    }
}
