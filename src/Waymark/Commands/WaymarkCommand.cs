using System.CommandLine;

namespace Waymark.Commands;

/// <summary>The command line: with no verb it serves; the other verbs check content and try instruments.</summary>
public static class WaymarkCommand
{
    /// <summary>Builds the command line.</summary>
    public static RootCommand Create()
    {
        var demo = new Option<bool>("--demo")
        {
            Description =
                "Start with fictional agencies, people and children, and one-click sign-in.",
        };
        var root = new RootCommand(
            "Waymark helps the person in front of a child do the right next thing."
        )
        {
            demo,
            ContentCommand.Create(Console.Out, TimeProvider.System),
            InstrumentCommand.Create(Console.Out, Console.Error, TimeProvider.System),
            LogCommand.Create(),
            KeysCommand.Create(),
            AgencyCommand.Create(),
            BackupCommand.Backup(),
            BackupCommand.Restore(),
        };
        // What is not ours (--urls, --environment, --Waymark:…) belongs to the host's configuration.
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction(
            (parsed, cancellation) =>
                ServeCommand.RunAsync(
                    [.. parsed.UnmatchedTokens],
                    parsed.GetValue(demo),
                    cancellation
                )
        );
        return root;
    }
}
