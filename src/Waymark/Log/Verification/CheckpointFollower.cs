using Waymark.Log.Export;

namespace Waymark.Log.Verification;

/// <summary>Follows the checkpoints of an export and holds the chain against each.</summary>
internal sealed class CheckpointFollower(
    Guid agencyId,
    ChainFollower chain,
    KeyRing keys,
    FaultList faults
)
{
    private long _due = 1;
    private long _coveredEntry;

    /// <summary>The number of checkpoint lines read.</summary>
    public long Count { get; private set; }

    public void Checkpoint(LogCheckpoint checkpoint, ReadOnlySpan<byte> signed, long line)
    {
        Count++;
        if (
            checkpoint.AgencyId != agencyId
            || !keys.Verifies(checkpoint.Key, signed, [.. checkpoint.Signature])
        )
        {
            faults.Add(
                line,
                LogFaults.CheckpointAltered,
                $"This checkpoint does not carry the signature of a key of this log: it was altered or added."
            );
            _due++;
            return;
        }
        keys.CheckTrust(checkpoint.Key, line);
        if (checkpoint.Number < _due)
        {
            faults.Add(
                line,
                LogFaults.CheckpointOutOfPlace,
                $"Checkpoint {checkpoint.Number} stands here again or too late: it was moved or copied."
            );
            return;
        }
        if (checkpoint.Number > _due)
        {
            faults.Add(
                line,
                LogFaults.CheckpointMissing,
                Missing(_due, checkpoint.Number - 1, "before this line")
            );
        }
        _due = checkpoint.Number + 1;
        HoldAgainst(checkpoint, line);
        _coveredEntry = checkpoint.Entry;
    }

    /// <summary>Whether all checkpoints that the first line states were there.</summary>
    public void End(ExportHeader header, long lastLine)
    {
        if (header.Checkpoints >= _due)
        {
            faults.Add(
                lastLine + 1,
                LogFaults.CheckpointMissing,
                Missing(_due, header.Checkpoints, "at the end")
            );
        }
        else if (header.Checkpoints < _due - 1)
        {
            faults.Add(
                lastLine,
                LogFaults.CheckpointOutOfPlace,
                $"The export holds more checkpoints than the {header.Checkpoints} its first line states: lines were added."
            );
        }
    }

    private void HoldAgainst(LogCheckpoint checkpoint, long line)
    {
        var last = chain.Last.Number;
        switch (chain.Witness(checkpoint.Entry, checkpoint.Hash))
        {
            case Agreement.Agrees:
                break;
            case Agreement.Later:
                faults.Add(
                    line,
                    LogFaults.EntryMissing,
                    ChainFollower.Missing(last + 1, checkpoint.Entry)
                );
                chain.ResumeAt(checkpoint.Entry, checkpoint.Hash, line);
                break;
            case Agreement.Earlier:
                faults.Add(
                    line,
                    LogFaults.CheckpointOutOfPlace,
                    $"Checkpoint {checkpoint.Number} covers entry {checkpoint.Entry} but stands after entry {last}: it was moved, or entries were added before it."
                );
                break;
            case Agreement.Contradicts:
                faults.Add(
                    chain.Last.Line,
                    LogFaults.CheckpointContradicts,
                    $"Checkpoint {checkpoint.Number} (line {line}) signed another entry {checkpoint.Entry}: this entry, or any from entry {_coveredEntry + 1} on, was replaced."
                );
                break;
            default:
                throw new InvalidOperationException("An agreement without a verdict.");
        }
    }

    private static FormattableString Missing(long from, long to, string where) =>
        from == to
            ? $"Checkpoint {from} is missing {where}."
            : (FormattableString)$"Checkpoints {from} to {to} are missing {where}.";
}
