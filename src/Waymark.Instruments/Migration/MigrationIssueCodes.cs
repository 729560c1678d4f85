namespace Waymark.Instruments;

public static partial class IssueCodes
{
    /// <summary>A migration map is not for the two versions it was loaded for.</summary>
    public const string MigrationWrongVersion = "migration-wrong-version";

    /// <summary>A migration map has not been made active by a reviewer.</summary>
    public const string MigrationNotReviewed = "migration-not-reviewed";

    /// <summary>A migration map does not say what becomes of a question, a repeating group or an option.</summary>
    public const string MigrationUndecided = "migration-undecided";

    /// <summary>A migration map says something less than "the same" or "left behind".</summary>
    public const string MigrationNotExact = "migration-not-exact";

    /// <summary>A migration map names a question, a group or a code that does not exist.</summary>
    public const string MigrationUnknownCode = "migration-unknown-code";

    /// <summary>A migration map makes one of two, or two of one.</summary>
    public const string MigrationNotOneToOne = "migration-not-one-to-one";

    /// <summary>A migration map sends answers where they do not fit: another type, or another place among repeating groups.</summary>
    public const string MigrationMismatch = "migration-mismatch";

    /// <summary>An answer was left behind in a migration, by decision of the map.</summary>
    public const string MigrationLeftBehind = "migration-left-behind";

    /// <summary>An answer could not be carried in a migration, though the map has a place for it.</summary>
    public const string MigrationNotCarried = "migration-not-carried";
}
