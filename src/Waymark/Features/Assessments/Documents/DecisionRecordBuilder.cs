using Waymark.Documents.Decisions;
using DecisionKind = Waymark.Features.Assessments.Decide.DecisionKind;
using DocumentKind = Waymark.Documents.Decisions.DecisionKind;

namespace Waymark.Features.Assessments.Documents;

/// <summary>From a record with a decision not to refer, or to ask first, to the record of that decision. Pure.</summary>
internal static class DecisionRecordBuilder
{
    /// <exception cref="InvalidOperationException">The record has no such decision.</exception>
    public static DecisionRecord Build(RecordForDocuments record)
    {
        if (record.Decision is not { Kind: not DecisionKind.Refer, LookAgainOn: { } day } decision)
        {
            throw new InvalidOperationException(
                "Only a decision with a day to look again makes this record."
            );
        }
        var person = record.Person(decision.WrittenById, decision.WrittenByName);
        var consult = decision.Kind == DecisionKind.Consult;
        return new()
        {
            Kind = consult ? DocumentKind.AskForConsultation : DocumentKind.DoNotRefer,
            Reference = record.Child.Reference,
            MadeAt = record.Now,
            DecidedBy = person,
            DecidedAt = decision.WrittenAt,
            Reasons = decision.Reasons,
            Asked =
            [
                new(
                    new(
                        consult ? decision.SentTo : decision.WhoWasAsked,
                        "as named by the practitioner"
                    ),
                    consult ? decision.Requests : "For a second view on not referring",
                    decision.WrittenAt,
                    null
                ),
            ],
            LookAgainOn = day,
            LooksAgain = person,
            Meanwhile =
            [
                .. record.Done.Select(a =>
                    $"{a.Title} (done {UkTime.Moment(a.DoneAt)} by {a.DoneBy})"
                ),
            ],
            Concerns = DocumentParts.Concerns(record),
            NotKnown = DocumentParts.NotKnown(record),
            Formulation = DocumentParts.Formulation(record),
            LevelOfConcern = DocumentParts.Level(record),
            SecondView = null,
            MadeFrom = record.MadeFrom,
        };
    }
}
