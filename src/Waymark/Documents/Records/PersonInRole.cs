namespace Waymark.Documents.Records;

/// <summary>A professional, with the role that says why she acts: a reader decades on knows neither names nor initials.</summary>
/// <param name="Name">Her name as she signs.</param>
/// <param name="Role">Her role in words, without an acronym: "designated safeguarding lead".</param>
/// <param name="Organisation">Where she works, where that is not the agency the document comes from.</param>
public sealed record PersonInRole(string Name, string Role, string? Organisation = null)
{
    /// <summary>"Sam Field, designated safeguarding lead, Northbridge School".</summary>
    public string Described =>
        Organisation is { } organisation ? $"{Name}, {Role}, {organisation}" : $"{Name}, {Role}";
}
