using System.Security.Cryptography;
using FsCheck.Xunit;
using Microsoft.AspNetCore.DataProtection;
using Waymark.Features.Surveys.Answer;
using Xunit;

namespace Waymark.Tests.Features.Surveys.Answer;

/// <summary>What a respondent's page carries: small, closed to everybody else, and of a size that says little.</summary>
public sealed class SealedSurveyTests
{
    private readonly SealedSurvey _sealed = new(new EphemeralDataProtectionProvider());

    [Property]
    public bool Unpack_OfPack_IsWhatItWas(byte[] plain) =>
        SealedSurvey.Unpack(SealedSurvey.Pack(plain)).AsSpan().SequenceEqual(plain);

    [Property]
    public bool Pack_AnyBytes_AreWholeBlocks(byte[] plain) =>
        SealedSurvey.Pack(plain).Length % 256 == 0;

    [Property]
    public bool Unpack_AnyBytes_IsReadOrRefused(byte[] packed)
    {
        try
        {
            return SealedSurvey.Unpack(packed) is not null;
        }
        catch (CryptographicException)
        {
            return true;
        }
    }

    [Fact]
    public void Seal_LongAnswers_IsAFractionOfThem()
    {
        var draft = string.Concat(
            Enumerable
                .Range(0, 66)
                .Select(i =>
                    $$$"""{"linkId":"task_{{{i}}}","answer":[{"valueCoding":{"system":"https://waymark.example/fhir/CodeSystem/sure","code":"{{{i % 11 * 10}}}","display":"Fairly sure"}}]},"""
                )
        );

        var carried = _sealed.Seal(Answers(draft));

        Assert.True(carried.Length < draft.Length / 4, $"{carried.Length} of {draft.Length}");
        Assert.Equal(draft, _sealed.Open(carried)!.Draft);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not sealed by us")]
    [InlineData("AAAA")]
    public void Open_WhatWeDidNotSeal_IsNothing(string? carried) =>
        Assert.Null(_sealed.Open(carried));

    private static SurveyAnswers Answers(string draft) =>
        new(Guid.NewGuid(), "token", Guid.NewGuid(), null, "url", "1.0.0", draft);
}
