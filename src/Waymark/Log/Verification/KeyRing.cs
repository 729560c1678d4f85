using System.Security.Cryptography;

namespace Waymark.Log.Verification;

/// <summary>The keys an export names, opened once, held against those the reader trusts.</summary>
internal sealed class KeyRing : IDisposable
{
    private readonly Dictionary<LogHash, ECDsa?> _keys = [];
    private readonly HashSet<LogHash> _judged = [];
    private readonly IReadOnlyCollection<LogHash> _trusted;
    private readonly FaultList _faults;

    public KeyRing(
        IReadOnlyList<VerifyingKey> keys,
        IReadOnlyCollection<LogHash> trusted,
        FaultList faults
    )
    {
        _trusted = trusted;
        _faults = faults;
        foreach (var key in keys.DistinctBy(k => k.Fingerprint))
        {
            _keys[key.Fingerprint] = key.Open();
        }
    }

    /// <summary>Whether the key is named in the export and made this signature.</summary>
    public bool Verifies(
        LogHash fingerprint,
        ReadOnlySpan<byte> signed,
        ReadOnlySpan<byte> signature
    ) =>
        _keys.GetValueOrDefault(fingerprint) is { } key
        && SigningKey.Verify(key, signed, signature);

    /// <summary>Names the first line that a key was used in which the reader does not trust.</summary>
    public void CheckTrust(LogHash fingerprint, long line)
    {
        if (_trusted.Count > 0 && !_trusted.Contains(fingerprint) && _judged.Add(fingerprint))
        {
            _faults.Add(
                line,
                LogFaults.KeyNotTrusted,
                $"Signed from this line on by a key that you did not name: {fingerprint}."
            );
        }
    }

    public void Dispose()
    {
        foreach (var key in _keys.Values)
        {
            key?.Dispose();
        }
    }
}
