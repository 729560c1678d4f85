using System.Globalization;
using Waymark.Log.Verification;

namespace Waymark.Commands;

/// <summary>Says in plain words what a verifier found.</summary>
internal static class LogReport
{
    public static void Write(TextWriter output, string path, LogVerdict verdict, bool isKeyKnown)
    {
        if (verdict.Header is { } header)
        {
            output.WriteLine(
                Text(
                    $"Log of agency {header.AgencyId}, exported {header.At:d MMMM yyyy 'at' HH:mm} UTC: {header.Head.Number:N0} entries, {header.Checkpoints:N0} checkpoints."
                )
            );
        }
        foreach (var fault in verdict.Faults)
        {
            output.WriteLine(Text($"{path}:{fault.Line}: {fault.Code}: {fault.Text}"));
        }
        if (verdict.StoppedEarly && verdict.Header is not null)
        {
            output.WriteLine("There are more faults than these; the rest was not read.");
        }
        output.WriteLine(
            verdict switch
            {
                { IsSound: true } =>
                    "Every line is as it was written: nothing was changed, removed, added or moved.",
                { Faults.Count: 1 } => "1 fault. This export is not the log as it was written.",
                _ => Text(
                    $"{verdict.Faults.Count} faults. This export is not the log as it was written."
                ),
            }
        );
        if (verdict.Header is { Keys: [.., var key] } && !isKeyKnown)
        {
            output.WriteLine($"Signed with the key {key.Fingerprint}");
            output.WriteLine(
                "Ask the agency for its fingerprint by another way and compare, or give it with --key. Without that, this says only that the export agrees with itself."
            );
        }
    }

    private static string Text(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
