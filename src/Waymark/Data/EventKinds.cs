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
}
