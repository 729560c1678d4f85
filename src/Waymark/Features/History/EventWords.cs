using Waymark.Data;
using Waymark.Features.Shared.Answers;
using Waymark.Features.Shared.Reading;
using Waymark.Instruments;

namespace Waymark.Features.History;

/// <summary>Events as people read them. Pure.</summary>
public static class EventWords
{
    /// <summary>What happened, in one sentence without who and when.</summary>
    public static string Of(RecordEvent e, OpenRecord answers) =>
        e.Kind switch
        {
            EventKinds.ConcernStarted => $"Started the record: “{e.After}”.",
            EventKinds.ResponseStarted => $"Started the {Name(e, answers)}.",
            EventKinds.AnswerChanged => $"Answered “{Question(e, answers)?.Text}”.",
            EventKinds.AnswersCollided =>
                $"Answered “{Question(e, answers)?.Text}” differently at the same time. Both answers were kept.",
            EventKinds.CollisionSettled =>
                $"Chose between two answers to “{Question(e, answers)?.Text}”.",
            EventKinds.ActionDone => "Marked an action as done.",
            EventKinds.ActionReopened => $"Took back the mark that this was done: {e.Before}.",
            EventKinds.FormulationWritten => "Wrote the formulation.",
            EventKinds.DecisionWritten => "Wrote the decision.",
            EventKinds.VersionChosen =>
                "Chose between two versions that were written at the same time.",
            EventKinds.RecordRead => $"Opened {e.Place.Replace("child/", "")}.",
            EventKinds.RecordRefused =>
                $"Asked for {e.Place.Replace("child/", "")} and was refused: the record is closed to them.",
            EventKinds.ChildMoved => $"Gave the record to another team: {e.After}.",
            EventKinds.RecordPassed => $"Passed the record on from {e.Before} to {e.After}.",
            EventKinds.EmergencyOpening => $"Opened the record in an emergency: {e.After}",
            EventKinds.OpeningReviewed => "Reviewed an emergency opening.",
            EventKinds.RetentionClassChosen =>
                $"Chose how long the record is kept: {e.After?.Replace('-', ' ')}.",
            EventKinds.RetentionReviewed => "Looked whether the record must be kept, and kept it.",
            EventKinds.HoldPlaced => $"Placed a legal hold: {e.After}",
            EventKinds.HoldLifted => $"Lifted a legal hold: {e.After}",
            EventKinds.ErasureRequested => "Asked for the record to be erased.",
            EventKinds.ErasureWithdrawn => "Took back the request to erase the record.",
            EventKinds.PassageDecided =>
                "Decided what of the record a copy for the child holds back.",
            EventKinds.AccessCopyMade => "Made a copy of the record for the child.",
            EventKinds.DocumentMade => $"Made a document: {e.Place.Replace('-', ' ')}.",
            EventKinds.EvaluationStarted => "Started a survey.",
            EventKinds.PeopleInvited => $"Put people on a survey’s list: {e.After}.",
            EventKinds.PeopleTakenOff =>
                $"Took addresses off a survey’s list that letters do not reach: {e.After}.",
            EventKinds.InvitationsSent => $"Invited people to a survey: {e.After}.",
            EventKinds.RemindersSent => "Reminded those whose survey link was not used.",
            EventKinds.SectorsChanged => "Changed how many people work in each sector of a survey.",
            EventKinds.WaveClosed => "Closed a stage of a survey.",
            EventKinds.EvaluationEnded => "Ended a survey and destroyed its key.",
            EventKinds.EvaluationErased => "Erased a survey with its answers.",
            EventKinds.SurveyExportAsked =>
                "Agreed to the terms and asked for a survey’s answers row by row.",
            EventKinds.ResultsReleased => "Released the results of a survey whose wave was closed.",
            EventKinds.SurveyExportFetched => "Downloaded a survey’s answers row by row.",
            _ => e.Kind.Replace('-', ' ') + ".",
        };

    /// <summary>What stood before and what stands after, or null where the event says it all.</summary>
    public static (string Before, string After)? Change(RecordEvent e, OpenRecord answers) =>
        e.Kind
            is EventKinds.AnswerChanged
                or EventKinds.AnswersCollided
                or EventKinds.CollisionSettled
        && Question(e, answers) is { } question
            ? (Words(question, e.Before), Words(question, e.After))
            : null;

    private static string Words(ItemDefinition question, string? json) =>
        AnswerWords.Of(question, json is null ? [] : AnswersJson.Read(json));

    private static ItemDefinition? Question(RecordEvent e, OpenRecord answers) =>
        Response(e, answers)?.Form.Instrument.Find(e.Place);

    private static string Name(RecordEvent e, OpenRecord answers) =>
        (Response(e, answers)?.Folder.Instrument.Title ?? "questions").ToLowerInvariant();

    private static OpenResponse? Response(RecordEvent e, OpenRecord answers) =>
        answers.SafetyCheck.Stored.Id == e.SubjectId ? answers.SafetyCheck
        : answers.Assessment?.Stored.Id == e.SubjectId ? answers.Assessment
        : null;
}
