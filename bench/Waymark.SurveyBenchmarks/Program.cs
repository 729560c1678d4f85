using System.Globalization;
using Waymark.SurveyBenchmarks.Export;
using Waymark.SurveyBenchmarks.Insight;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args switch
{
    ["export"] => await ExportMeasurement.RunAsync(132_000, null),
    ["export", var rows] => await ExportMeasurement.RunAsync(
        int.Parse(rows, CultureInfo.InvariantCulture),
        null
    ),
    ["export", var rows, var folder] => await ExportMeasurement.RunAsync(
        int.Parse(rows, CultureInfo.InvariantCulture),
        folder
    ),
    ["insight"] => InsightMeasurement.Run(1_000_000),
    ["insight", var people] => InsightMeasurement.Run(
        int.Parse(people, CultureInfo.InvariantCulture)
    ),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("export [ROWS] [FOLDER]    one export, its time and its memory");
    Console.Error.WriteLine(
        "insight [PEOPLE]          a heat-map of 60 questions beside its bare GROUP BY"
    );
    return 2;
}
