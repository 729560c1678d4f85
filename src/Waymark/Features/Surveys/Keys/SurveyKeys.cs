using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Waymark.Hosting;

namespace Waymark.Features.Surveys.Keys;

/// <summary>
/// The secrets of evaluations, each a file outside the database. They are never backed up: a back-up would outlive the evaluation. Several nodes need
/// one shared folder. Nothing is kept in memory, so that a destroyed key is destroyed everywhere at once.
/// </summary>
public sealed class SurveyKeys(IOptions<WaymarkOptions> options)
{
    private string Folder => options.Value.SurveyKeysPath;

    /// <summary>Makes the secret of a new evaluation.</summary>
    /// <exception cref="IOException">There is one already, or the folder cannot be written.</exception>
    public SurveyKey Make(Guid evaluationId)
    {
        Span<byte> secret = stackalloc byte[SurveyKey.Length];
        RandomNumberGenerator.Fill(secret);
        Directory.CreateDirectory(Folder);
        var file = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using (var written = new FileStream(PathOf(evaluationId), file))
        {
            written.Write(secret);
        }
        return new(secret);
    }

    /// <summary>The secret of an evaluation, or null where it was destroyed or never made here.</summary>
    public SurveyKey? Find(Guid evaluationId)
    {
        try
        {
            var secret = File.ReadAllBytes(PathOf(evaluationId));
            return secret.Length == SurveyKey.Length ? new(secret) : null;
        }
        catch (Exception missing)
            when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// Overwrites the secret and removes its file. Storage that writes elsewhere (flash, snapshots) can keep a copy: the folder belongs on storage
    /// without either.
    /// </summary>
    public void Destroy(Guid evaluationId)
    {
        var path = PathOf(evaluationId);
        if (!File.Exists(path))
        {
            return;
        }
        using (var written = new FileStream(path, FileMode.Open, FileAccess.Write))
        {
            written.Write(RandomNumberGenerator.GetBytes(SurveyKey.Length));
            written.Flush(flushToDisk: true);
        }
        File.Delete(path);
    }

    private string PathOf(Guid evaluationId) => Path.Combine(Folder, $"{evaluationId:D}.key");
}
