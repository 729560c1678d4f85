namespace Waymark.Features.Accounts;

/// <summary>Names of the authorisation policies; each folder of pages has one.</summary>
public static class Policies
{
    /// <summary>May see and write children's records of their own agency.</summary>
    public const string ChildRecords = "child-records";

    /// <summary>May look after those who work on records: review emergency openings, make a copy for a child.</summary>
    public const string Supervision = "supervision";

    /// <summary>May decide how long records are kept, and erase them with a second person.</summary>
    public const string Retention = "retention";

    /// <summary>May start surveys, invite to them, close them and see their results.</summary>
    public const string Surveys = "surveys";

    /// <summary>May see the results of surveys that are closed.</summary>
    public const string Insight = "insight";

    /// <summary>May change the deployment's settings.</summary>
    public const string Settings = "settings";
}
