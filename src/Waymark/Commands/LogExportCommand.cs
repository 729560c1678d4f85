using System.CommandLine;
using System.Globalization;
using Waymark.Data.Chain;

namespace Waymark.Commands;

/// <summary><c>waymark log export</c>: writes an agency's log as a file that an outsider can verify.</summary>
internal static class LogExportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The file to write; it must not exist yet.",
        };
        var agency = Operation.Agency();
        var export = new Command(
            "export",
            "Write an agency's log as a file that an outsider can verify."
        )
        {
            file,
            agency,
        };
        export.SetAction(
            (parsed, cancellation) =>
                Operation.RunForAsync<LogExport>(
                    parsed,
                    parsed.GetRequiredValue(agency),
                    (_, log) => WriteAsync(log, parsed.GetRequiredValue(file), cancellation),
                    cancellation
                )
        );
        return export;
    }

    /// <summary>An export that breaks off must not lie there as if it were whole: it gets its name when it is.</summary>
    private static async Task<string> WriteAsync(
        LogExport log,
        string path,
        CancellationToken cancellation
    )
    {
        if (File.Exists(path))
        {
            throw new OperationRefusedException($"{path} is there already.");
        }
        var part = path + ".part";
        try
        {
            long entries;
            await using (var output = File.Create(part))
            {
                entries = await log.WriteAsync(output, cancellation);
            }
            File.Move(part, path);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Wrote {entries:N0} entries to {path}. Whoever receives it checks it with: waymark log verify {path} --key {log.Fingerprint}"
            );
        }
        finally
        {
            File.Delete(part);
        }
    }
}
