namespace Waymark.Features.Accounts;

/// <summary>Names of the authorisation policies; each folder of pages has one.</summary>
public static class Policies
{
    /// <summary>May see and write children's records of their own agency.</summary>
    public const string ChildRecords = "child-records";

    /// <summary>May change the deployment's settings.</summary>
    public const string Settings = "settings";
}
