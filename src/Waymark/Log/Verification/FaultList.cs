using System.Globalization;

namespace Waymark.Log.Verification;

/// <summary>Gathers faults up to a limit, so that a file of nonsense cannot fill the memory.</summary>
internal sealed class FaultList(int limit)
{
    private readonly List<LogFault> _faults = [];

    /// <summary>Whether the limit is reached; the rest of the export need not be read.</summary>
    public bool IsFull => _faults.Count >= limit;

    public void Add(long line, string code, FormattableString text)
    {
        if (!IsFull)
        {
            _faults.Add(new(line, code, text.ToString(CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>The faults in the order of their lines.</summary>
    public IReadOnlyList<LogFault> InOrder() => [.. _faults.OrderBy(f => f.Line)];
}
