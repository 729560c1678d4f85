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

/// <summary>Seals <see cref="SurveyAnswers"/> for the page: encrypted, signed, good for one day.</summary>
public sealed class SealedSurvey(IDataProtectionProvider protection)
{
    /// <summary>The name of the hidden field that carries them.</summary>
    public const string Field = "_answers";

    private static readonly TimeSpan s_goodFor = TimeSpan.FromDays(1);
    private readonly ITimeLimitedDataProtector _protector = protection
        .CreateProtector("waymark.survey")
        .ToTimeLimitedDataProtector();

    /// <summary>Seals.</summary>
    public string Seal(SurveyAnswers answers) =>
        _protector.Protect(JsonSerializer.Serialize(answers), s_goodFor);

    /// <summary>Opens, or gives null when it is too old or was altered.</summary>
    public SurveyAnswers? Open(string? sealedAnswers)
    {
        if (string.IsNullOrEmpty(sealedAnswers))
        {
            return null;
        }
        try
        {
            return JsonSerializer.Deserialize<SurveyAnswers>(_protector.Unprotect(sealedAnswers));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
