using System.Collections.Concurrent;
using Waymark.Security.Encryption;

namespace Waymark.Data.Sealing;

/// <summary>
/// The opened keys of the agencies that were asked for lately. They are read again after a while, so that keys erased
/// on another node are not used for long.
/// </summary>
/// <param name="wrapping">The installation's keys.</param>
/// <param name="read">Reads an agency's rows through a connection of its own.</param>
/// <param name="clock">The time.</param>
public sealed class AgencyKeyrings(
    Lazy<WrappingKeys> wrapping,
    Func<Guid, IReadOnlyList<AgencyKey>> read,
    TimeProvider clock
)
{
    private static readonly TimeSpan s_keptFor = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<Guid, (AgencyKeyring Ring, DateTimeOffset At)> _rings =
        new();

    /// <summary>The installation's keys.</summary>
    internal WrappingKeys Wrapping => wrapping.Value;

    /// <summary>The keys of an agency.</summary>
    /// <exception cref="SealedFieldException">They cannot be opened.</exception>
    public AgencyKeyring For(Guid agencyId) =>
        _rings.TryGetValue(agencyId, out var kept) && clock.GetUtcNow() - kept.At < s_keptFor
            ? kept.Ring
            : Take(agencyId, read(agencyId));

    /// <summary>The first keys of a new agency.</summary>
    internal IReadOnlyList<AgencyKey> Make(Guid agencyId) =>
        [
            KeyWrap.Create(Wrapping.Current, agencyId, KeyPurpose.Fields, 1, clock.GetUtcNow()),
            KeyWrap.Create(Wrapping.Current, agencyId, KeyPurpose.Lookup, 1, clock.GetUtcNow()),
        ];

    /// <summary>Opens these keys and uses them from now on.</summary>
    internal AgencyKeyring Take(Guid agencyId, IReadOnlyList<AgencyKey> keys)
    {
        var ring =
            AgencyKeyring.Open(Wrapping, agencyId, keys, out var problem)
            ?? throw new SealedFieldException(problem);
        _rings[agencyId] = (ring, clock.GetUtcNow());
        return ring;
    }

    /// <summary>Reads the keys of an agency again when they are next asked for.</summary>
    public void Forget(Guid agencyId) => _rings.TryRemove(agencyId, out _);
}
