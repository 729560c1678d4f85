using Waymark.Instruments;

namespace Waymark.Commands;

/// <summary><c>waymark instrument check</c>.</summary>
internal sealed class InstrumentChecking(TextWriter output, TextWriter error)
{
    internal int Run(IReadOnlyList<string> files, LoadMode mode, bool quiet)
    {
        var exit = InstrumentCommand.Ok;
        foreach (var file in files)
        {
            if (!InstrumentFiles.TryRead(file, error, out var json))
            {
                return InstrumentCommand.Unusable;
            }

            var loaded = Instrument.Load(json, mode);
            foreach (
                var issue in loaded.Issues.Where(issue =>
                    !quiet || issue.Severity != IssueSeverity.Information
                )
            )
            {
                output.WriteLine(
                    $"{file}: {Severity(issue.Severity)} {issue.Code}: {issue.Text} [{issue.LinkId ?? "-"} at {issue.Path ?? "the top"}]"
                );
            }

            if (loaded.Value is null)
            {
                exit = InstrumentCommand.Faulty;
                error.WriteLine($"{file}: not usable. Correct the errors and check again.");
            }
            else
            {
                error.WriteLine($"{file}: usable, {loaded.Value.All.Count} items.");
            }
        }

        return exit;
    }

    internal static string Severity(IssueSeverity severity) =>
        severity switch
        {
            IssueSeverity.Error => "error",
            IssueSeverity.Warning => "warning",
            IssueSeverity.Information => "information",
            _ => throw new ArgumentOutOfRangeException(nameof(severity)),
        };
}

/// <summary>Reads the files named on the command line.</summary>
internal static class InstrumentFiles
{
    internal static bool TryRead(string path, TextWriter error, out string text)
    {
        try
        {
            text = File.ReadAllText(path);
            return true;
        }
        catch (Exception exception)
            when (exception
                    is IOException
                        or UnauthorizedAccessException
                        or ArgumentException
                        or NotSupportedException
            )
        {
            error.WriteLine($"{path} cannot be read: {exception.Message}");
            text = "";
            return false;
        }
    }
}
