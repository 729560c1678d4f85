using System.IO.Compression;
using System.Text;
using Waymark.Documents.Word;
using Waymark.Features.Surveys.Codebook;

namespace Waymark.Features.Surveys.Export;

/// <summary>Writes an export as one ZIP file: the answers as CSV and Parquet, SPSS syntax that reads the CSV, and the codebook in three forms.</summary>
public static class ExportPackage
{
    /// <summary>The name of the file of answers in the package.</summary>
    public const string Answers = "answers.csv";

    /// <summary>Writes the package of an export that has been counted.</summary>
    /// <param name="export">The export.</param>
    /// <param name="folder">An empty folder for the package and what is needed on the way; the rest is removed at the end.</param>
    /// <param name="now">When it is made.</param>
    /// <param name="progress">Told how many rows have been written.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>The path of the package.</returns>
    public static async Task<string> WriteAsync(
        AnswersExport export,
        string folder,
        DateTimeOffset now,
        IProgress<long> progress,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(export);
        var work = Directory.CreateDirectory(Path.Combine(folder, "work")).FullName;
        var package = Path.Combine(folder, "export.zip");
        try
        {
            await using var file = File.Create(package);
            await using var zip = new ZipArchive(file, ZipArchiveMode.Create);
            var (codebook, notes) = (export.Codebook, export.Notes);
            Add(zip, "read-me.txt", Encoding.UTF8.GetBytes(ReadMe(export, now)));
            Add(zip, "codebook.csv", CodebookCsv.Write(codebook));
            Add(zip, "codebook.json", CodebookJson.Write(codebook));
            Add(
                zip,
                "codebook.docx",
                WordFile.Write(CodebookDocument.Compose(codebook, now, notes))
            );
            Add(
                zip,
                "answers.sps",
                Encoding.UTF8.GetBytes(SpssSyntax.Write(codebook, Answers, notes))
            );
            using var parquet = new AnswersParquet(work, codebook);
            await using (var answers = zip.CreateEntry(Answers, CompressionLevel.Fastest).Open())
            {
                var csv = new AnswersCsv(answers, codebook);
                await export.WriteAsync(
                    row =>
                    {
                        csv.Write(row);
                        parquet.Write(row);
                    },
                    progress,
                    cancellation
                );
                csv.Flush();
            }

            await zip.CreateEntryFromFileAsync(
                parquet.Finish(),
                "answers.parquet",
                CompressionLevel.NoCompression,
                cancellation
            );
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }

        return package;
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        entry.Write(content);
    }

    private static string ReadMe(AnswersExport export, DateTimeOffset now) =>
        string.Join(
            "\r\n",
            [
                export.Codebook.Title,
                $"Made {UkTime.Moment(now)} with Waymark.",
                "",
                "answers.csv and answers.parquet hold the same rows. answers.sps reads answers.csv into SPSS or GNU PSPP.",
                "codebook.csv, codebook.json and codebook.docx say what each variable is. Numbers below zero are reasons for no answer.",
                "",
                .. export.Codebook.Caveats,
                .. export.Notes,
                "",
                .. ExportTerms.All,
                "",
            ]
        );
}
