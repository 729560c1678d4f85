namespace Waymark.Data;

/// <summary>The kinds of <see cref="RecordEvent"/>, in the past tense.</summary>
public static class EventKinds
{
    public const string ConcernStarted = "concern-started";
    public const string ResponseStarted = "response-started";
    public const string AnswerChanged = "answer-changed";
    public const string AnswersCollided = "answers-collided";
    public const string CollisionSettled = "collision-settled";
    public const string ActionDone = "action-done";
    public const string ActionReopened = "action-reopened";
    public const string FormulationWritten = "formulation-written";
    public const string DecisionWritten = "decision-written";
    public const string VersionChosen = "version-chosen";
    public const string DocumentMade = "document-made";
    public const string KeysRotated = "keys-rotated";
    public const string KeysErased = "keys-erased";
    public const string RecordsListed = "records-listed";
    public const string RecordRead = "record-read";
    public const string SignedIn = "signed-in";
    public const string SignInRefused = "sign-in-refused";
    public const string SignedOut = "signed-out";
    public const string SettingChanged = "setting-changed";
    public const string SurveyExportAsked = "survey-export-asked";
    public const string SurveyExportFetched = "survey-export-fetched";
    public const string ResultsReleased = "results-released";
    public const string EvaluationStarted = "evaluation-started";
    public const string PeopleInvited = "people-invited";
    public const string InvitationsSent = "invitations-sent";
    public const string RemindersSent = "reminders-sent";
    public const string SectorsChanged = "sectors-changed";
    public const string WaveClosed = "wave-closed";
    public const string EvaluationEnded = "evaluation-ended";
    public const string EvaluationErased = "evaluation-erased";
    public const string TeamMade = "team-made";
    public const string TeamChanged = "team-changed";
    public const string TeamClosed = "team-closed";
    public const string ChildMoved = "child-moved";
    public const string RecordsSearched = "records-searched";
    public const string EmergencyOpening = "emergency-opening";
    public const string OpeningReviewed = "opening-reviewed";
    public const string RetentionClassChosen = "retention-class-chosen";
    public const string RetentionReviewed = "retention-reviewed";
    public const string HoldPlaced = "hold-placed";
    public const string HoldLifted = "hold-lifted";
    public const string ErasureRequested = "erasure-requested";
    public const string ErasureWithdrawn = "erasure-withdrawn";
    public const string RecordErased = "record-erased";
    public const string PassageDecided = "passage-decided";
    public const string AccessCopyMade = "access-copy-made";
}
