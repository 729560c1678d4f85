using Waymark.Data;

namespace Waymark.Features.Shared.Versions;

/// <summary>
/// A text that is never overwritten: each save is a new row that names the row it was based on. Two saves based on the same
/// row stand side by side until a person chooses.
/// </summary>
public interface IWrittenVersion : IAgencyOwned
{
    Guid Id { get; }
    Guid ConcernId { get; }

    /// <summary>1 for the first version of the concern's text; unique within it.</summary>
    int Number { get; }

    /// <summary>The number of the version the writer had in front of them; 0 when there was none.</summary>
    int BasedOn { get; }

    DateTimeOffset WrittenAt { get; }
    string WrittenByName { get; }

    /// <summary>The numbers of the versions that this one settles, comma-separated; empty for an ordinary save.</summary>
    string Settles { get; }
}
