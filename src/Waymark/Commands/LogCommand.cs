using System.CommandLine;
using System.Text;
using Waymark.Log;
using Waymark.Log.Export;
using Waymark.Log.Verification;

namespace Waymark.Commands;

/// <summary>
/// <c>waymark log verify</c>: checks an export of an agency's log on its own, as an outsider would. It needs no database,
/// no configuration and no network.
/// </summary>
public static class LogCommand
{
    /// <summary>Every line is as it was written.</summary>
    public const int Sound = 0;

    /// <summary>At least one line is not; each is named.</summary>
    public const int Faulty = 1;

    /// <summary>Nothing could be checked: a file cannot be read, or what was typed makes no sense.</summary>
    public const int CannotCheck = 2;

    /// <summary>Builds the command.</summary>
    public static Command Create() =>
        new("log", "Check or export the log of what was done.")
        {
            Verify(),
            LogExportCommand.Create(),
        };

    private static Command Verify()
    {
        var export = new Argument<string>("EXPORT")
        {
            Description = "The exported log; - for standard input.",
        };
        var keys = new Option<string[]>("--key")
        {
            Description =
                "The fingerprint of the agency's key, learned from the agency by another way. May be given again for an older key.",
            AllowMultipleArgumentsPerToken = false,
        };
        var earlier = new Option<string?>("--earlier")
        {
            Description =
                "An export of the same log made earlier: the log must still hold everything it held then.",
        };
        var verify = new Command(
            "verify",
            "Check an exported log: no line changed, missing, added or moved."
        )
        {
            export,
            keys,
            earlier,
        };
        verify.SetAction(
            (parsed, cancellation) =>
                Task.FromResult(
                    Unknown(parsed)
                        ?? Run(
                            parsed.GetRequiredValue(export),
                            parsed.GetValue(keys) ?? [],
                            parsed.GetValue(earlier),
                            parsed.InvocationConfiguration.Output,
                            parsed.InvocationConfiguration.Error,
                            cancellation
                        )
                )
        );
        return verify;
    }

    /// <summary>A misspelt option must not quietly leave a check out.</summary>
    private static int? Unknown(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens is not [var first, ..])
        {
            return null;
        }
        parsed.InvocationConfiguration.Error.WriteLine(
            $"'{first}' is not an option of waymark log verify. Nothing was checked."
        );
        return CannotCheck;
    }

    private static int Run(
        string path,
        string[] keys,
        string? earlierPath,
        TextWriter output,
        TextWriter errors,
        CancellationToken cancellation
    )
    {
        List<LogHash> trusted = [];
        foreach (var key in keys)
        {
            if (
                !LogHash.TryParse(
                    Encoding.UTF8.GetBytes(key.Trim().ToLowerInvariant()),
                    out var fingerprint
                )
            )
            {
                errors.WriteLine(
                    $"'{key}' is not a fingerprint. A fingerprint has 64 digits, 0-9 and a-f."
                );
                return CannotCheck;
            }
            trusted.Add(fingerprint);
        }
        try
        {
            ExportHeader? earlier = null;
            if (earlierPath is not null)
            {
                using var file = Open(earlierPath);
                earlier = LogVerifier.ReadHeader(file);
                if (earlier is null)
                {
                    errors.WriteLine(
                        $"{earlierPath} is not a log export, or its first line was altered."
                    );
                    return CannotCheck;
                }
            }
            using var export = Open(path);
            var verdict = LogVerifier.Verify(
                export,
                new() { TrustedKeys = trusted, Earlier = earlier },
                new BytesRead(errors, path == "-" ? 0 : new FileInfo(path).Length),
                cancellation
            );
            LogReport.Write(output, path, verdict, isKeyKnown: trusted.Count > 0);
            return verdict.IsSound ? Sound : Faulty;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"{problem.Message} Nothing was checked.");
            return CannotCheck;
        }
    }

    private static Stream Open(string path) =>
        path == "-"
            ? Console.OpenStandardInput()
            : new FileStream(
                path,
                new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 }
            );

    /// <summary>Shows how far the reading has come, on a terminal only.</summary>
    private sealed class BytesRead(TextWriter errors, long total) : IProgress<long>
    {
        private readonly bool _shown = !Console.IsErrorRedirected && total > 0;

        public void Report(long bytes)
        {
            if (_shown)
            {
                errors.Write($"\rRead {100 * bytes / total}%");
                if (bytes == total)
                {
                    errors.WriteLine();
                }
            }
        }
    }
}
