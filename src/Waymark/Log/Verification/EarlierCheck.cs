using Waymark.Log.Export;

namespace Waymark.Log.Verification;

/// <summary>Holds an export against an earlier one: the log must have grown and nothing else.</summary>
internal sealed class EarlierCheck
{
    private readonly ExportHeader? _earlier;
    private readonly FaultList _faults;

    public EarlierCheck(ExportHeader header, ExportHeader? earlier, FaultList faults)
    {
        _earlier = earlier;
        _faults = faults;
        if (earlier is null)
        {
            return;
        }
        if (earlier.AgencyId != header.AgencyId)
        {
            Fault(1, $"The earlier export is of another agency's log.");
        }
        else if (earlier.Head.Number > header.Head.Number)
        {
            Fault(
                1,
                $"The earlier export held {earlier.Head.Number} entries, this one says it holds {header.Head.Number}."
            );
        }
    }

    public void Entry(EntryLine entry, long line)
    {
        if (
            _earlier is not null
            && entry.Number == _earlier.Head.Number
            && entry.Computed != _earlier.Head.Hash
        )
        {
            Fault(
                line,
                $"Entry {entry.Number} was a different one in the earlier export: the log was rewritten here or before."
            );
        }
    }

    private void Fault(long line, FormattableString text) =>
        _faults.Add(line, LogFaults.EarlierContradicts, text);
}
