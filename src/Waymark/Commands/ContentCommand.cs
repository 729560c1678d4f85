using System.CommandLine;
using Waymark.Content;

namespace Waymark.Commands;

/// <summary><c>waymark content</c>: check content, approve its wording, and publish a version so that it can no longer change.</summary>
public static class ContentCommand
{
    /// <summary>The command with its three verbs.</summary>
    /// <param name="output">Where it writes.</param>
    /// <param name="clock">Says which day a version is published.</param>
    public static Command Create(TextWriter output, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(clock);
        var folder = new Option<string>("--content")
        {
            Description = "The content folder.",
            DefaultValueFactory = _ => "content",
            Recursive = true,
        };
        var version = new Argument<string>("version")
        {
            Description =
                "The folder of the version below the content folder, such as instruments/safety/safety-check/1.0.0.",
        };

        var check = new Command(
            "check",
            "Check all content and say what is wrong: file, item and rule."
        );
        check.SetAction(parsed =>
            WithFolder(output, parsed.GetValue(folder)!, path => Check(output, path))
        );
        var approve = new Command(
            "approve",
            "Write the wording of every unpublished version as approved. Read the difference before you commit it."
        );
        approve.SetAction(parsed =>
            WithFolder(output, parsed.GetValue(folder)!, path => Approve(output, path))
        );
        var publish = new Command(
            "publish",
            "Publish a version that passes every check: from then on it must not change."
        );
        publish.Arguments.Add(version);
        publish.SetAction(parsed =>
            WithFolder(
                output,
                parsed.GetValue(folder)!,
                path => Publish(output, clock, path, parsed.GetValue(version)!)
            )
        );

        var command = new Command(
            "content",
            "Check, approve and publish what practitioners read and answer."
        );
        command.Options.Add(folder);
        command.Subcommands.Add(check);
        command.Subcommands.Add(approve);
        command.Subcommands.Add(publish);
        return command;
    }

    private static int WithFolder(TextWriter output, string folder, Func<string, int> act)
    {
        if (Directory.Exists(folder))
        {
            return act(folder);
        }

        output.WriteLine($"There is no folder {folder}. Name it with --content.");
        return 1;
    }

    private static int Check(TextWriter output, string folder)
    {
        var content = ContentSnapshot.Read(folder);
        var issues = ContentChecker.Check(content);
        if (issues.Count > 0)
        {
            return Refuse(output, issues);
        }

        var library = ContentLibrary.Load(content).Library!;
        output.WriteLine(
            $"Content is in order: {library.Instruments.Count} instruments, "
                + $"{library.Instruments.Sum(entry => entry.Rules?.Rules.Count ?? 0)} rules, {library.CaseStudies.Count} case studies, "
                + $"{library.Routes.Routes.Count} routes, {library.Sources.Count} sources."
        );
        return 0;
    }

    private static int Approve(TextWriter output, string folder)
    {
        var load = ContentLibrary.Load(ContentSnapshot.Read(folder));
        if (load.Library is not { } library)
        {
            return Refuse(output, load.Issues);
        }

        foreach (var (file, text) in ContentApproval.Wordings(library))
        {
            File.WriteAllText(Path.Combine(folder, file), text);
            output.WriteLine("Approved " + file);
        }

        return 0;
    }

    private static int Publish(TextWriter output, TimeProvider clock, string folder, string version)
    {
        var content = ContentSnapshot.Read(folder);
        var issues = ContentChecker.Check(content);
        if (issues.Count > 0)
        {
            return Refuse(output, issues);
        }

        var today = DateOnly.FromDateTime(clock.GetLocalNow().Date);
        if (ContentApproval.Publish(content, version.TrimEnd('/'), today) is not { } published)
        {
            output.WriteLine(
                $"{version} is no version of an instrument, or it is published already."
            );
            return 1;
        }

        File.WriteAllText(Path.Combine(folder, ContentApproval.PublishedFile), published);
        output.WriteLine($"Published {version}.");
        return 0;
    }

    private static int Refuse(TextWriter output, IReadOnlyList<ContentIssue> issues)
    {
        foreach (var issue in issues)
        {
            output.WriteLine(issue);
        }

        output.WriteLine(
            $"{issues.Count} {(issues.Count == 1 ? "thing is" : "things are")} wrong. Nothing was changed."
        );
        return 1;
    }
}
