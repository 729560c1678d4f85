using System.Globalization;

namespace Waymark.Benchmarks.Engine;

/// <summary>The verbs behind <c>dotnet run --project bench/Waymark.Benchmarks -- engine …</c>.</summary>
internal static class EngineCommand
{
    /// <summary>The form sizes that every column is measured at.</summary>
    public static readonly int[] Sizes = [50, 500, 2000];

    /// <summary>Runs one verb; the exit code is 0 when it did its work and 2 when the words are not understood.</summary>
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["generate", var folder]:
                Generate(folder);
                return 0;
            default:
                Console.Error.WriteLine("Usage: engine generate FOLDER");
                return 2;
        }
    }

    private static void Generate(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var size in Sizes)
        {
            var path = Path.Combine(
                folder,
                string.Create(CultureInfo.InvariantCulture, $"form-{size}.json")
            );
            File.WriteAllText(path, GeneratedForm.OfSize(size).ForPeers().ToJsonString());
            Console.WriteLine(path);
        }
    }
}
