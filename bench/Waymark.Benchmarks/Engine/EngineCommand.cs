using System.Globalization;

namespace Waymark.Benchmarks.Engine;

/// <summary>The verbs behind <c>dotnet run -c Release --project bench/Waymark.Benchmarks -- engine …</c>.</summary>
internal static class EngineCommand
{
    /// <summary>The form sizes that every column is measured at.</summary>
    public static readonly int[] Sizes = [50, 500, 2000];

    private const string Usage = """
        Usage: engine table [PEERS-FOLDER]   measures our engine, and the peers if their folder is given; prints the table in Markdown
               engine generate FOLDER        writes the forms that all are measured on
               engine cold SIZE              loads one definition and prints the milliseconds; its own process, started by the table
        """;

    /// <summary>Runs one verb; the exit code is 0 when it did its work and 2 when the words are not understood.</summary>
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["generate", var folder]:
                Generate(folder);
                return 0;
            case ["table"]:
                Console.WriteLine(ResultTable.Write(MeasureEngine(), []));
                return 0;
            case ["table", var peers]:
                Console.WriteLine(ResultTable.Write(MeasureEngine(), MeasurePeers(peers)));
                return 0;
            case ["cold", var size]:
                var milliseconds = EngineMeasurement.OfFirstLoad(
                    int.Parse(size, CultureInfo.InvariantCulture)
                );
                Console.WriteLine(milliseconds.ToString("R", CultureInfo.InvariantCulture));
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    private static List<EngineMeasurement> MeasureEngine()
    {
        var measured = new List<EngineMeasurement>();
        foreach (var size in Sizes)
        {
            Console.Error.WriteLine($"Waymark.Instruments, {size} items");
            measured.Add(EngineMeasurement.Of(size));
        }

        return measured;
    }

    private static IReadOnlyList<PeerResult> MeasurePeers(string peersFolder)
    {
        var forms = Directory.CreateTempSubdirectory("waymark-bench-");
        try
        {
            Generate(forms.FullName);
            return PeerRun.Run(peersFolder, forms.FullName);
        }
        finally
        {
            forms.Delete(recursive: true);
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
        }
    }
}
