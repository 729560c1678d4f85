using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Waymark.Content;
using Waymark.Data;
using Waymark.Features.Concerns;
using Waymark.Features.Shared.Reading;
using Waymark.Instruments;

namespace Waymark.Features.Shared.Answers;

/// <summary>The answers of one concern, each opened against the exact version it was given to.</summary>
/// <param name="SafetyCheck">The safety check; every concern has one.</param>
/// <param name="Assessment">The assessment, or null while none was started.</param>
public sealed record OpenRecord(OpenResponse SafetyCheck, OpenResponse? Assessment)
{
    /// <summary>Loads a concern's answers in one query.</summary>
    public static async Task<OpenRecord> LoadAsync(
        WaymarkDb db,
        ContentLibrary content,
        Concern concern,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var stored = await db
            .Responses.AsNoTracking()
            .Where(r => r.ConcernId == concern.Id)
            .ToListAsync(cancellation);
        return new(
            stored
                .Where(r => r.InstrumentUrl == InstrumentNames.SafetyCheck)
                .Select(r => OpenResponse.Open(r, content, now))
                .Single(),
            stored
                .Where(r => r.InstrumentUrl == InstrumentNames.Assessment)
                .Select(r => OpenResponse.Open(r, content, now))
                .SingleOrDefault()
        );
    }

    /// <summary>SHA-256 (hex) of the drafts: tells whether an answer was changed since.</summary>
    public string AnswersHash =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(SafetyCheck.Stored.Json + "\n" + Assessment?.Stored.Json)
            )
        );

    /// <summary>The revision of the answers that a formulation rests on: the assessment's, or the safety check's before there is one.</summary>
    public int AnswersRevision => (Assessment ?? SafetyCheck).Stored.Revision;

    /// <summary>What the rules make of the answers on a day.</summary>
    public RecordReading Read(ContentLibrary content, DateTimeOffset now) =>
        RecordReader.Read(
            Assessment is null
                ? [(SafetyCheck.Folder, SafetyCheck.Form)]
                : [(SafetyCheck.Folder, SafetyCheck.Form), (Assessment.Folder, Assessment.Form)],
            content,
            UkTime.DateOf(now)
        );
}

/// <summary>Stored answers with their instrument, opened.</summary>
public sealed record OpenResponse(StoredResponse Stored, InstrumentFolder Folder, Form Form)
{
    /// <summary>Opens stored answers against the version they were given to.</summary>
    /// <exception cref="InvalidOperationException">
    /// That version is not in the content, or was edited after it was published: a fault of the deployment, not of a person.
    /// </exception>
    public static OpenResponse Open(
        StoredResponse stored,
        ContentLibrary content,
        DateTimeOffset now
    )
    {
        var folder =
            content.Exactly(stored.InstrumentUrl, stored.InstrumentVersion)
            ?? throw new InvalidOperationException(
                $"The content lacks {stored.InstrumentUrl}|{stored.InstrumentVersion}, to which answers were given."
            );
        if (folder.Instrument.Hash != stored.InstrumentHash)
        {
            throw new InvalidOperationException(
                $"{stored.InstrumentUrl}|{stored.InstrumentVersion} was edited after answers were given to it."
            );
        }
        var opened = Form.Resume(folder.Instrument, stored.Json, new EvaluationContext(now));
        return new(
            stored,
            folder,
            opened.Value
                ?? throw new InvalidOperationException(
                    "A stored draft does not open: "
                        + string.Join(", ", opened.Issues.Select(i => i.Code))
                )
        );
    }
}
