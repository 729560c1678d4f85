using System.Security.Cryptography;
using Waymark.Content;
using Waymark.Documents.ActNow;
using Waymark.Documents.Referrals;
using Waymark.Features.Accounts;
using Waymark.Features.Assessments.Decide;
using Waymark.Features.Assessments.Documents;
using Waymark.Features.Children;
using Waymark.Features.Concerns;
using Waymark.Features.Concerns.ActNow;
using Waymark.Features.Shared.Answers;
using Waymark.Features.Shared.Forms;
using Waymark.Features.Shared.Reading;
using Waymark.Tests.Content;
using Xunit;

namespace Waymark.Tests.Features.Assessments;

/// <summary>The same answers give the same concerns, the same actions and documents of the same bytes on every build.</summary>
public sealed class GoldenTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 24, 16, 50, 0, TimeSpan.Zero);
    private static readonly ContentLibrary s_content = ContentFolders.Library;
    private static readonly CurrentPractitioner s_by = new(
        Guid.Empty,
        Guid.Empty,
        "An agency of the tests",
        "Sam Field",
        "Social worker"
    );

    public static TheoryData<string> Ids => [.. s_content.CaseStudies.Select(study => study.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void CaseStudy_GivesTheConcernsActionsAndDocumentsThatWereApproved(string id)
    {
        var study = s_content.CaseStudies.Single(s => s.Id == id);

        Approved.Check(
            $"tests/Waymark.Tests/Features/Assessments/Golden/{id}.approved.txt",
            Describe(study)
        );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void CaseStudy_ReadTwice_IsTheSame(string id)
    {
        var study = s_content.CaseStudies.Single(s => s.Id == id);

        Assert.Equal(Describe(study), Describe(study));
    }

    private static string Describe(CaseStudy study)
    {
        var record = Record(study);
        var check = record.Answers.SafetyCheck;
        var sheet = SheetBuilder.Build(
            RecordReader.Read([(check.Folder, check.Form)], s_content, UkTime.DateOf(s_now)),
            s_content.Routes,
            record.Child.Reference,
            record.Agency,
            $"{check.Folder.Instrument.Title}, version {check.Folder.Version}",
            s_now
        );
        List<string> text = [];
        foreach (var action in record.Reading.Actions)
        {
            text.Add($"action {action.RuleId} ({action.Facts.Urgency}): {action.Title}");
        }
        foreach (var doNot in record.Reading.DoNot)
        {
            text.Add($"do not {doNot.RuleId}: {doNot.Title}");
        }
        foreach (var concern in record.Reading.Concerns)
        {
            text.Add(
                $"concern {concern.RuleId} ({concern.Section}, {concern.Status}): {concern.Title}"
            );
            text.Add(
                $"  rests on {string.Join("; ", concern.RestsOn.Select(a => $"{a.LinkId} {a.Words}"))}"
            );
            text.Add(
                $"  against {string.Join("; ", concern.SpeaksAgainst.Select(a => $"{a.LinkId} {a.Words}"))}"
            );
            text.Add($"  not known {concern.NotKnown.Count}");
        }
        text.Add(
            $"to find out {string.Join(" ", record.Reading.Unknown.Select(f => f.Factor.Id))}"
        );
        text.Add($"act-now sheet {Hash(ActNowSheetDocument.Build(sheet))}");
        text.Add($"referral {Hash(ReferralDocument.Build(ReferralBuilder.Build(record)))}");
        return string.Join('\n', text);
    }

    private static RecordForDocuments Record(CaseStudy study)
    {
        var band = AgeBands.FromCode(study.AgeBand) ?? AgeBand.NotKnown;
        var child = new Child
        {
            Id = Guid.Empty,
            AgencyId = Guid.Empty,
            Reference = "GOLDEN-1",
            AgeBand = band,
        };
        var concern = new Concern
        {
            Id = Guid.Empty,
            AgencyId = Guid.Empty,
            ChildId = Guid.Empty,
            Worry = study.Title,
            AgeBand = band,
            StartedAt = s_now,
            StartedById = Guid.Empty,
            StartedByName = s_by.Name,
        };
        var check = Answered(
            StartedResponses.SafetyCheck(s_content, concern, null, s_by, s_now),
            study.SafetyCheck
        );
        var assessment = Answered(
            StartedResponses.Assessment(s_content, concern, check.Form, s_by, s_now),
            study.Assessment
        );
        var answers = new OpenRecord(check, assessment);
        var decision = new DecisionInput
        {
            Kind = nameof(DecisionKind.Refer),
            SentTo = "Children’s social care",
            Requests = "A strategy discussion",
            LawfulBasis = Codes.Of<LawfulBasis>(LawfulBasis.PublicTask),
            Consent = Codes.Of<Waymark.Features.Assessments.Decide.Consent>(
                Waymark.Features.Assessments.Decide.Consent.Given
            ),
            WhatIsShared = "The record",
            Reasons = "Reason to suspect significant harm",
        }.ToDecision(Guid.Empty, Guid.Empty, Guid.Empty, 1, "", s_now, Guid.Empty, s_by.Name);
        return new(
            concern,
            child,
            answers,
            answers.Read(s_content, s_now),
            null,
            null,
            decision,
            [],
            [],
            new Dictionary<Guid, string> { [Guid.Empty] = s_by.JobTitle },
            s_by.AgencyName,
            s_now
        );
    }

    private static OpenResponse Answered(
        StoredResponse stored,
        IReadOnlyList<ExampleAnswer> answers
    )
    {
        var open = OpenResponse.Open(stored, s_content, s_now);
        foreach (var answer in answers)
        {
            open.Form.Set(answer.LinkId, answer.Typed);
        }
        return open;
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
