using System.Globalization;
using Waymark.SurveyBenchmarks.Export;

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
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("export [ROWS] [FOLDER]    one export, its time and its memory");
    return 2;
}
