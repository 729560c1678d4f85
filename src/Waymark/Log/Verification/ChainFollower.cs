namespace Waymark.Log.Verification;

/// <summary>
/// Follows the entries of a chain and names the line where it breaks. One line can look wrong because its neighbour is:
/// where that is so, the judgement waits for the line after (<see cref="Doubt"/>), so that the blame lands on the line
/// that was touched. Nothing but the last two links and one doubt is kept.
/// </summary>
internal sealed class ChainFollower(LogHead start, FaultList faults)
{
    private abstract record Doubt;

    /// <summary>The last entry's number jumped ahead: entries are missing, or this one was moved here.</summary>
    private sealed record Jumped(Link Last, Link BeforeLast) : Doubt;

    /// <summary>The last entry names another predecessor: it was altered, or the predecessor was.</summary>
    private sealed record Unlinked(Link Predecessor) : Doubt;

    /// <summary>Two sound lines claim the same place: <paramref name="Other"/> and the last one.</summary>
    private sealed record Twin(Link Other) : Doubt;

    private Link _beforeLast = Link.Of(start);
    private Doubt? _doubt;

    /// <summary>The newest entry so far.</summary>
    public Link Last { get; private set; } = Link.Of(start);

    /// <summary>The number of entry lines that were read.</summary>
    public long Entries { get; private set; }

    /// <summary>A line that should be an entry or a checkpoint but cannot be read.</summary>
    public void Unreadable(long line)
    {
        Settle(null, default);
        faults.Add(
            line,
            LogFaults.LineUnreadable,
            $"This line is not a line of a log: it was altered or added."
        );
        Advance(new(Last.Number + 1, line, default, default, Standing.Guessed, IsOpen: true));
    }

    /// <summary>The next entry line.</summary>
    public void Entry(EntryLine entry, long line)
    {
        Entries++;
        if (entry.Computed != entry.Stated)
        {
            Settle(null, default);
            faults.Add(
                line,
                LogFaults.EntryAltered,
                $"This line says it is entry {entry.Number} but does not have the hash it states: it was altered."
            );
            Advance(
                new(
                    Last.Number + 1,
                    line,
                    entry.Computed,
                    entry.Stated,
                    Standing.Altered,
                    IsOpen: false
                )
            );
            return;
        }
        Settle(entry.Number, entry.Previous);
        var due = Last.Number + 1;
        var found = Link.Of(entry, line);
        if (entry.Number == due)
        {
            if (!Last.Precedes(entry.Previous))
            {
                Judge(found);
                return;
            }
            Advance(found);
        }
        else if (entry.Number > due)
        {
            _doubt = new Jumped(Last, _beforeLast);
            _beforeLast = new(
                entry.Number - 1,
                line,
                default,
                default,
                Standing.Guessed,
                IsOpen: true
            );
            Last = found;
        }
        else
        {
            Repeated(entry, found);
        }
    }

    /// <summary>
    /// A signed checkpoint, or the signed header at the end, says that this entry had this hash. Nothing that follows can
    /// move the blame for what came before it any more.
    /// </summary>
    /// <returns>Whether the chain so far agrees.</returns>
    public Agreement Witness(long number, LogHash hash)
    {
        Settle(number + 1, hash);
        if (Last.Standing == Standing.Guessed && number == Last.Number - 1)
        {
            // The unreadable line was not an entry after all.
            Last = _beforeLast;
        }
        if (number != Last.Number)
        {
            return number < Last.Number ? Agreement.Earlier : Agreement.Later;
        }
        var agrees = Last.Precedes(hash);
        var sound = Last.Standing == Standing.Sound;
        Last = Last with { AlsoHash = hash, IsOpen = false };
        return agrees || !sound ? Agreement.Agrees : Agreement.Contradicts;
    }

    /// <summary>Goes on from a signed entry whose line, and perhaps lines before it, are missing.</summary>
    public void ResumeAt(long number, LogHash hash, long line) =>
        Advance(new(number, line, hash, hash, Standing.Sound, IsOpen: false));

    private void Judge(Link found)
    {
        if (Last.Standing == Standing.Altered)
        {
            // The line before is blamed already.
            Advance(found);
            return;
        }
        var predecessor = Last;
        Advance(found);
        _doubt = new Unlinked(predecessor);
    }

    private void Repeated(EntryLine entry, Link found)
    {
        if (entry.Number == Last.Number && _beforeLast.Precedes(entry.Previous))
        {
            if (Last.Standing != Standing.Sound)
            {
                // The line before was added, not altered: this is the entry that was due.
                Last = found;
                return;
            }
            if (found.Hash != Last.Hash)
            {
                _doubt = new Twin(Last);
                Last = found;
                return;
            }
        }
        faults.Add(
            found.Line,
            LogFaults.EntryOutOfPlace,
            $"Entry {entry.Number} stands here after entry {Last.Number}: it was moved or copied."
        );
    }

    private void Advance(Link link)
    {
        _beforeLast = Last;
        Last = link;
    }

    /// <summary>Decides what was in doubt by what follows: an entry's number and predecessor, or null for no help.</summary>
    private void Settle(long? number, LogHash previous)
    {
        var doubt = _doubt;
        _doubt = null;
        var confirmsLast = number == Last.Number + 1 && Last.Precedes(previous);
        switch (doubt)
        {
            case null:
                break;
            case Jumped before
                when !confirmsLast && number > before.Last.Number && number < Last.Number:
                faults.Add(
                    Last.Line,
                    LogFaults.EntryOutOfPlace,
                    $"Entry {Last.Number} stands here after entry {before.Last.Number}: it was moved or added."
                );
                (Last, _beforeLast) = (before.Last, before.BeforeLast);
                break;
            case Jumped before:
                faults.Add(
                    Last.Line,
                    LogFaults.EntryMissing,
                    Missing(before.Last.Number + 1, Last.Number - 1)
                );
                break;
            case Unlinked at when confirmsLast && at.Predecessor.Line > 0:
                faults.Add(
                    at.Predecessor.Line,
                    LogFaults.EntryReplaced,
                    $"Entry {at.Predecessor.Number} is not the one that entry {Last.Number} was written after: it was replaced."
                );
                break;
            case Unlinked:
                faults.Add(
                    Last.Line,
                    LogFaults.EntryReplaced,
                    $"Entry {Last.Number} was not written after the entry before it: it was replaced."
                );
                Last = Last with { Standing = Standing.Altered };
                break;
            case Twin twin
                when !confirmsLast && number == Last.Number + 1 && twin.Other.Precedes(previous):
                faults.Add(Last.Line, LogFaults.EntryInserted, Inserted(Last, twin.Other));
                Last = twin.Other;
                break;
            case Twin twin when confirmsLast:
                faults.Add(twin.Other.Line, LogFaults.EntryInserted, Inserted(twin.Other, Last));
                break;
            case Twin twin:
                faults.Add(Last.Line, LogFaults.EntryInserted, Inserted(Last, twin.Other));
                break;
            default:
                throw new InvalidOperationException("A doubt without a verdict.");
        }
    }

    internal static FormattableString Missing(long from, long to) =>
        from == to
            ? $"Entry {from} is missing before this line."
            : (FormattableString)$"Entries {from} to {to} are missing before this line.";

    private static FormattableString Inserted(Link inserted, Link genuine) =>
        $"Lines {Math.Min(inserted.Line, genuine.Line)} and {Math.Max(inserted.Line, genuine.Line)} both say they are entry {inserted.Number}; the rest of the log does not know this one: it was added.";
}

/// <summary>What the chain says to a signed number and hash.</summary>
internal enum Agreement
{
    /// <summary>The newest entry is that one and has that hash, or its line is blamed already.</summary>
    Agrees,

    /// <summary>The newest entry is that one but has another hash.</summary>
    Contradicts,

    /// <summary>The chain has gone past that entry.</summary>
    Earlier,

    /// <summary>The chain has not come to that entry.</summary>
    Later,
}
