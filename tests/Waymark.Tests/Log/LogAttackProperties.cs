using FsCheck.Xunit;
using Waymark.Log.Verification;
using Xunit;

namespace Waymark.Tests.Log;

/// <summary>Whatever is done to an export, the line it was done to is named.</summary>
public sealed class LogAttackProperties
{
    private const int Runs = 500;
    private const int Entries = 23;

    /// <summary>Entries in lines 2 to 28 with a checkpoint after every fifth; the last three are covered by the header alone.</summary>
    private static readonly LogSample Sample = LogSample.Of(Entries, every: 5);

    private static int Pick(uint chance, int from, int to) =>
        from + (int)(chance % (uint)(to - from + 1));

    private static int AnyEntry(uint chance) => Pick(chance, 1, Entries);

    [Property(MaxTest = 2000)]
    public bool FlipOfAnyByte_NamesItsLine(uint where, byte mask)
    {
        var export = Sample.Lines.SelectMany(l => l).ToArray();
        var at = Pick(where, 0, export.Length - 1);
        export[at] ^= mask == 0 ? (byte)1 : mask;
        var lineStart = 0L;
        var line = Sample.Lines.TakeWhile(l => (lineStart += l.Length) <= at).Count() + 1;
        return LogSample.Verify(export).Faults is [var first, ..] && first.Line == line;
    }

    [Fact]
    public void FlipInEveryByte_IsFound()
    {
        var sample = LogSample.Of(4, every: 2);
        var export = sample.Lines.SelectMany(l => l).ToArray();
        for (var at = 0; at < export.Length; at++)
        {
            export[at] ^= (byte)(1 << (at % 8));
            Assert.False(LogSample.Verify(export).IsSound, $"byte {at}");
            export[at] ^= (byte)(1 << (at % 8));
        }
    }

    [Property(MaxTest = Runs)]
    public bool DeletionOfEntries_NamesThem(uint which, uint howMany)
    {
        var from = AnyEntry(which);
        var to = Math.Min(Entries, from + Pick(howMany, 0, 3));
        var deleted = Enumerable.Range(from, to - from + 1).Select(Sample.LineOf).ToHashSet();
        var faults = LogSample
            .Verify(Sample.Lines.Where((_, i) => !deleted.Contains(i + 1)))
            .Faults;
        return faults.Any(f =>
            (f.Code is LogFaults.EntryMissing or LogFaults.CutShort)
            && f.Line <= deleted.Max() + 1
            && f.Line >= deleted.Min() - 1
        );
    }

    [Property(MaxTest = Runs)]
    public bool DeletionOfCheckpoint_NamesIt(uint which)
    {
        var number = Pick(which, 1, Entries / 5);
        var line = Sample.LineOf(number * 5) + 1;
        var faults = LogSample.Verify(Sample.Lines.Where((_, i) => i + 1 != line)).Faults;
        return faults is [{ Code: LogFaults.CheckpointMissing } fault]
            && fault.Text.StartsWith($"Checkpoint {number} is missing", StringComparison.Ordinal);
    }

    [Property(MaxTest = Runs)]
    public bool CutAnywhere_IsFound(uint where)
    {
        var export = Sample.Lines.SelectMany(l => l).ToArray();
        return !LogSample.Verify(export[..Pick(where, 0, export.Length - 1)]).IsSound;
    }

    [Property(MaxTest = Runs)]
    public bool SwapOfTwoLines_NamesOneOfThem(uint one, uint other)
    {
        var i = Pick(one, 1, Sample.Lines.Count - 2);
        var j = Pick(other, i + 1, Sample.Lines.Count - 1);
        byte[][] lines = [.. Sample.Lines];
        (lines[i], lines[j]) = (lines[j], lines[i]);
        return LogSample.Verify(lines).Faults.Any(f => f.Line == i + 1 || f.Line == j + 1);
    }

    [Property(MaxTest = Runs)]
    public bool MoveOfEntry_NamesWhereItStandsOrStoodAndNothingElse(uint which, uint where)
    {
        var from = Sample.LineOf(AnyEntry(which)) - 1;
        var lines = Sample.Lines.ToList();
        var moved = lines[from];
        lines.RemoveAt(from);
        var to = Pick(where, 1, lines.Count);
        lines.Insert(to, moved);
        var faults = LogSample.Verify(lines).Faults;
        return to == from
            ? faults.Count == 0
            : faults.Count is > 0 and <= 3
                && faults.All(f =>
                    Math.Min(Math.Abs(f.Line - 1 - to), Math.Abs(f.Line - 1 - from)) <= 1
                );
    }

    [Property(MaxTest = Runs)]
    public bool ForgedEntryBesideTheGenuineOne_IsTheOnlyOneNamed(uint which, bool after)
    {
        var number = AnyEntry(which);
        var forged = LogSample.EntryLineOf(
            Sample.Heads[number - 1],
            LogSample.EntryAt(number, "forged")
        );
        var lines = Sample.Lines.ToList();
        var at = Sample.LineOf(number) - (after ? 0 : 1);
        lines.Insert(at, forged);
        return LogSample.Verify(lines).Faults is [{ Code: LogFaults.EntryInserted } only]
            && only.Line == at + 1;
    }

    [Fact]
    public void ForgedEntryAtTheEnd_IsNamed()
    {
        var forged = LogSample.EntryLineOf(
            Sample.Heads[^1],
            LogSample.EntryAt(Entries + 1, "forged")
        );
        var fault = Assert.Single(LogSample.Verify([.. Sample.Lines, forged]).Faults);
        Assert.Equal((Sample.Lines.Count + 1, LogFaults.TooLong), (fault.Line, fault.Code));
    }

    [Property(MaxTest = Runs)]
    public bool EntryReplacedAndHashedAnew_NamesItsLine(uint which)
    {
        var number = AnyEntry(which);
        byte[][] lines = [.. Sample.Lines];
        var line = Sample.LineOf(number);
        lines[line - 1] = LogSample.EntryLineOf(
            Sample.Heads[number - 1],
            LogSample.EntryAt(number, "forged")
        );
        return LogSample.Verify(lines).Faults is [var only] && only.Line == line;
    }

    [Property(MaxTest = Runs)]
    public bool EveryEntryFromOneOnHashedAnew_IsFound(uint which)
    {
        var from = AnyEntry(which);
        byte[][] lines = [.. Sample.Lines];
        var head = Sample.Heads[from - 1];
        for (var n = from; n <= Entries; n++)
        {
            var entry = LogSample.EntryAt(n, n == from ? "forged" : "answer-changed");
            lines[Sample.LineOf(n) - 1] = LogSample.EntryLineOf(head, entry);
            head = head.Append(entry);
        }
        return LogSample
            .Verify(lines)
            .Faults.Any(f =>
                f.Code is LogFaults.CheckpointContradicts or LogFaults.LastEntryDiffers
            );
    }

    [Property(MaxTest = Runs)]
    public bool LineOfNonsenseAdded_NamesItsLine(uint where, byte[] nonsense)
    {
        var lines = Sample.Lines.ToList();
        var at = Pick(where, 1, lines.Count);
        lines.Insert(at, [.. nonsense.Where(b => b != '\n'), (byte)'\n']);
        return LogSample.Verify(lines).Faults is [{ Code: LogFaults.LineUnreadable } first, ..]
            && first.Line == at + 1;
    }

    [Property(MaxTest = Runs)]
    public bool LineCopied_IsNamedBesideItsOriginalOrWhereItStands(uint which, uint where)
    {
        var lines = Sample.Lines.ToList();
        var original = Pick(which, 1, lines.Count - 1);
        var at = Pick(where, 1, lines.Count);
        lines.Insert(at, lines[original]);
        return LogSample.Verify(lines).Faults.Any(f => Math.Abs(f.Line - 1 - at) <= 1);
    }

    [Property(MaxTest = 200)]
    public bool AnyLogAsItWasWritten_IsSound(byte entries, byte every)
    {
        var sample = LogSample.Of(entries, 1 + (every % 40));
        var verdict = LogSample.Verify(sample.Lines);
        return verdict.IsSound
            && verdict.Entries == entries
            && verdict.Header!.Head == sample.Heads[^1];
    }

    [Property(MaxTest = Runs)]
    public bool Nonsense_IsNoExport(byte[] bytes) =>
        LogSample.Verify(bytes).Faults is [{ Code: LogFaults.NotAnExport }];

    [Fact]
    public void ManyFaults_StopTheReading()
    {
        var sample = LogSample.Of(300, every: 10);
        var verdict = LogSample.Verify(sample.Lines.Take(1).Concat(sample.Lines.Skip(1).Reverse()));
        Assert.True(verdict.StoppedEarly);
        Assert.Equal(100, verdict.Faults.Count);
    }
}
