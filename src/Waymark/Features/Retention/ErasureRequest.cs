using Waymark.Data;

namespace Waymark.Features.Retention;

/// <summary>One person's request to erase a record, which another person confirms. It goes with the record.</summary>
public sealed class ErasureRequest : IAgencyOwned
{
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required Guid AgencyId { get; init; }

    public required Guid ChildId { get; init; }
    public required ErasureGround Ground { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }
    public required Guid RequestedById { get; init; }
    public required string RequestedByName { get; init; }

    /// <summary>When it was taken back, or null while it waits for a second person.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }
}

/// <summary>Why a record is erased.</summary>
public enum ErasureGround
{
    TimeIsOver,
    AskedFor,
    StartedInError,
}

/// <summary>Grounds as people read them.</summary>
public static class ErasureGrounds
{
    public static string Words(this ErasureGround ground) =>
        ground switch
        {
            ErasureGround.TimeIsOver => "The time for which it must be kept is over",
            ErasureGround.AskedFor =>
                "The child, or someone who may act for them, asked for it, and your data protection officer agrees",
            ErasureGround.StartedInError => "The record was started in error",
        };
}
