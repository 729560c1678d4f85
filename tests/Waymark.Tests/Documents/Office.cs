using System.Diagnostics;

namespace Waymark.Tests.Documents;

/// <summary>LibreOffice without a window, to see how a Word file falls on pages. `make test` installs it.</summary>
internal static class Office
{
    /// <summary>Converts a Word file and counts the pages of the PDF.</summary>
    public static async Task<int> CountPagesAsync(byte[] docx, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("waymark-office-");
        try
        {
            var file = Path.Combine(folder.FullName, "document.docx");
            await File.WriteAllBytesAsync(file, docx, cancellation);
            // A profile of its own: two conversions that share one wait for each other or fail.
            var profile = new Uri(Path.Combine(folder.FullName, "profile")).AbsoluteUri;
            await RunAsync(
                "soffice",
                [
                    $"-env:UserInstallation={profile}",
                    "--headless",
                    "--convert-to",
                    "pdf",
                    "--outdir",
                    folder.FullName,
                    file,
                ],
                cancellation
            );
            return await CountPdfPagesAsync(
                Path.Combine(folder.FullName, "document.pdf"),
                cancellation
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Counts the pages of a PDF file.</summary>
    public static async Task<int> CountPdfPagesAsync(string file, CancellationToken cancellation)
    {
        var facts = await RunAsync("pdfinfo", [file], cancellation);
        var pages = facts
            .Split('\n')
            .Single(line => line.StartsWith("Pages:", StringComparison.Ordinal));
        return int.Parse(
            pages["Pages:".Length..],
            System.Globalization.CultureInfo.InvariantCulture
        );
    }

    private static async Task<string> RunAsync(
        string program,
        string[] arguments,
        CancellationToken cancellation
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process =
            Process.Start(start)
            ?? throw new InvalidOperationException(
                $"{program} did not start; `make needs-tests` installs it."
            );
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException(
                $"{program} ended with {process.ExitCode}: {await errors}"
            );
    }
}
