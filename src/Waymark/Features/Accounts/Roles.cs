namespace Waymark.Features.Accounts;

/// <summary>The roles of product.md; one person may hold several.</summary>
public static class Roles
{
    public const string Practitioner = "Practitioner";
    public const string Supervisor = "Supervisor";
    public const string TrainingLead = "TrainingLead";
    public const string Researcher = "Researcher";
    public const string ContentOwner = "ContentOwner";
    public const string Administrator = "Administrator";

    /// <summary>Every role, in the order they are offered.</summary>
    public static IReadOnlyList<string> All { get; } =
    [Practitioner, Supervisor, TrainingLead, Researcher, ContentOwner, Administrator];

    /// <summary>The role as people read it.</summary>
    public static string Words(string role) =>
        role switch
        {
            TrainingLead => "Training lead",
            ContentOwner => "Content owner",
            _ => role,
        };
}
