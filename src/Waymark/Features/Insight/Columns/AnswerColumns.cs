using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Waymark.Data;
using Waymark.Features.Surveys;
using Waymark.Features.Surveys.Codebook;
using Waymark.Hosting;

namespace Waymark.Features.Insight.Columns;

/// <summary>
/// The columnar copy of the answers of closed waves: one Parquet file for each wave, beside the database. The database stays the truth: a file is
/// written once and named after the state of the answers it was made from; one that is missing or of another state is made again. Deleting the
/// folder loses nothing.
/// </summary>
public sealed class AnswerColumns(IOptions<WaymarkOptions> options)
{
    /// <summary>Who wrote the row: 1 for a respondent, 2 for a manager.</summary>
    internal const string By = "_by";

    /// <summary>The same respondent in every file of one evaluation; null where no code was given.</summary>
    internal const string Person = "_person";

    private const int Batch = 2000;

    /// <summary>The folder; only the account of the service may look into it.</summary>
    public string Folder { get; } = Path.GetFullPath(options.Value.ColumnsPath);

    /// <summary>The file of a closed wave, made now if it is not there, and the state of the answers it holds.</summary>
    /// <param name="db">The database, behind the wall of the wave's agency.</param>
    /// <param name="wave">A closed wave.</param>
    /// <param name="columns">The columns of the exact version that it asked.</param>
    /// <param name="cancellation">Stops between batches; a file half written is never seen.</param>
    public async Task<ColumnFile> EnsureAsync(
        WaymarkDb db,
        Wave wave,
        SurveyColumns columns,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(wave);
        if (wave.ClosedAt is null)
        {
            throw new InvalidOperationException("Answers are copied once a wave is closed.");
        }

        var ids = await db
            .SurveyResponses.Where(response => response.WaveId == wave.Id)
            .Select(response => response.Id)
            .ToListAsync(cancellation);
        ids.Sort();
        var snapshot = Snapshot(wave, ids);
        var folder = Path.Combine(Folder, wave.EvaluationId.ToString("N"));
        var file = Path.Combine(folder, $"{wave.Id:N}-{snapshot}.parquet");
        if (!File.Exists(file))
        {
            OwnFolder(Folder);
            OwnFolder(folder);
            await WriteAsync(db, wave, columns, ids, file, cancellation);
            foreach (var old in Directory.GetFiles(folder, $"{wave.Id:N}-*.parquet"))
            {
                if (old != file)
                {
                    File.Delete(old);
                }
            }
        }

        return new(file, snapshot);
    }

    /// <summary>Removes the copies of an evaluation whose answers are erased.</summary>
    public void Forget(Guid evaluationId)
    {
        var folder = Path.Combine(Folder, evaluationId.ToString("N"));
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task WriteAsync(
        WaymarkDb db,
        Wave wave,
        SurveyColumns columns,
        List<Guid> ids,
        string file,
        CancellationToken cancellation
    )
    {
        using var writer = new ColumnWriter(file, columns);
        foreach (var batch in ids.Chunk(Batch))
        {
            var rows = await db
                .SurveyResponses.AsNoTracking()
                .Where(response => batch.Contains(response.Id))
                .Select(response => new
                {
                    response.Id,
                    response.By,
                    response.MatchHash,
                    response.Json,
                })
                .ToListAsync(cancellation);
            // By id, which chance made: the order of the table would tell who sent first.
            foreach (var row in rows.OrderBy(row => row.Id))
            {
                writer.Write(
                    row.By == ResponseBy.Manager ? (short)2 : (short)1,
                    row.MatchHash is { } hash ? PersonOf(wave.EvaluationId, hash) : null,
                    row.Json
                );
            }
        }

        writer.Finish();
    }

    /// <summary>A number that matches a respondent's rows with each other and, without the database, with nothing else.</summary>
    private static Guid PersonOf(Guid evaluationId, byte[] matchHash)
    {
        Span<byte> text = stackalloc byte[16 + matchHash.Length];
        evaluationId.TryWriteBytes(text);
        matchHash.CopyTo(text[16..]);
        return new(SHA256.HashData(text).AsSpan(0, 16));
    }

    private static string Snapshot(Wave wave, List<Guid> ids)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(
            System.Text.Encoding.UTF8.GetBytes($"{wave.Instrument}|{wave.InstrumentVersion}")
        );
        Span<byte> id = stackalloc byte[16];
        foreach (var next in ids)
        {
            next.TryWriteBytes(id);
            hash.AppendData(id);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 12));
    }

    private static void OwnFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
    }
}

/// <summary>A wave's file of the columnar copy.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Snapshot">The state of the answers it holds: changes when an answer is added or taken away.</param>
public sealed record ColumnFile(string Path, string Snapshot);
