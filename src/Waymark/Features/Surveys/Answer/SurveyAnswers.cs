using System.Buffers.Binary;
using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Waymark.Features.Surveys.Answer;

/// <summary>What a respondent's own page carries from question to question. Nothing of it is anywhere else until it is sent.</summary>
/// <param name="WaveId">The wave.</param>
/// <param name="Token">The link's token.</param>
/// <param name="ResponseId">The id that the answers will have, made by chance: sent twice, they are taken once.</param>
/// <param name="Code">The respondent's own code, normalised; null where they gave none or were invited.</param>
/// <param name="Instrument">The survey's canonical address.</param>
/// <param name="Version">Its version.</param>
/// <param name="Draft">The answers so far.</param>
/// <param name="Agencies">The agencies that were named for the wave; null where none were.</param>
public sealed record SurveyAnswers(
    Guid WaveId,
    string Token,
    Guid ResponseId,
    string? Code,
    string Instrument,
    string Version,
    string Draft,
    IReadOnlyList<string>? Agencies = null
);

/// <summary>
/// Seals <see cref="SurveyAnswers"/> for the page: made small first, so that a phone with poor signal sends little from question to question, and
/// filled up to whole blocks, so that the size says little of the answers; then encrypted, signed, good for one day.
/// </summary>
public sealed class SealedSurvey(IDataProtectionProvider protection)
{
    /// <summary>The name of the hidden field that carries them.</summary>
    public const string Field = "_answers";

    private const int Block = 256;
    private const int LengthBytes = sizeof(int);

    /// <summary>More than any survey's answers make: what is sealed is our own, but a bound costs nothing.</summary>
    private const int Most = 4 * 1024 * 1024;

    private static readonly TimeSpan s_goodFor = TimeSpan.FromDays(1);
    private readonly ITimeLimitedDataProtector _protector = protection
        .CreateProtector("waymark.survey.small")
        .ToTimeLimitedDataProtector();

    /// <summary>Seals.</summary>
    public string Seal(SurveyAnswers answers) =>
        Base64Url.EncodeToString(
            _protector.Protect(Pack(JsonSerializer.SerializeToUtf8Bytes(answers)), s_goodFor)
        );

    /// <summary>Opens, or gives null when it is too old or was altered.</summary>
    public SurveyAnswers? Open(string? sealedAnswers)
    {
        if (string.IsNullOrEmpty(sealedAnswers) || !Base64Url.IsValid(sealedAnswers))
        {
            return null;
        }
        try
        {
            return JsonSerializer.Deserialize<SurveyAnswers>(
                Unpack(_protector.Unprotect(Base64Url.DecodeFromChars(sealedAnswers)))
            );
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The length, then the bytes made small, then zeros up to a whole block.</summary>
    internal static byte[] Pack(ReadOnlySpan<byte> plain)
    {
        using var packed = new MemoryStream();
        packed.SetLength(LengthBytes);
        packed.Position = LengthBytes;
        using (var small = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            small.Write(plain);
        }
        packed.SetLength((packed.Length + Block - 1) / Block * Block);
        var bytes = packed.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes, plain.Length);
        return bytes;
    }

    /// <summary>The bytes again.</summary>
    /// <exception cref="CryptographicException">It is nothing that <see cref="Pack"/> made.</exception>
    internal static byte[] Unpack(byte[] packed)
    {
        if (
            packed.Length < LengthBytes
            || BinaryPrimitives.ReadInt32LittleEndian(packed)
                is not (>= 0 and <= Most and var length)
        )
        {
            throw new CryptographicException("It has no length.");
        }
        var plain = new byte[length];
        using var small = new DeflateStream(
            new MemoryStream(packed, LengthBytes, packed.Length - LengthBytes),
            CompressionMode.Decompress
        );
        try
        {
            small.ReadExactly(plain);
        }
        catch (Exception problem) when (problem is EndOfStreamException or InvalidDataException)
        {
            throw new CryptographicException("It is cut off.", problem);
        }
        return plain;
    }
}
