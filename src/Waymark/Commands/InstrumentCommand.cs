using System.CommandLine;
using Waymark.Instruments;

namespace Waymark.Commands;

/// <summary><c>waymark instrument</c>: try an instrument without a browser.</summary>
public static class InstrumentCommand
{
    /// <summary>The exit code when everything is as it should be.</summary>
    public const int Ok = 0;

    /// <summary>The exit code when the instrument or the answers have errors.</summary>
    public const int Faulty = 1;

    /// <summary>The exit code when a file cannot be read, or the options contradict one another.</summary>
    public const int Unusable = 2;

    /// <summary>Makes the command with its verbs.</summary>
    /// <param name="output">Where results go: JSON only, so that programs can read it.</param>
    /// <param name="error">Where messages for people go.</param>
    /// <param name="clock">What <c>today()</c> gives, unless <c>--at</c> says otherwise.</param>
    public static Command Create(TextWriter output, TextWriter error, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        ArgumentNullException.ThrowIfNull(clock);
        return new Command("instrument", "Check and try out FHIR questionnaires.")
        {
            Check(output, error),
            Evaluate(output, error, clock),
        };
    }

    private static Command Check(TextWriter output, TextWriter error)
    {
        var files = new Argument<string[]>("QUESTIONNAIRE")
        {
            Description = "One or more FHIR R4 Questionnaires in JSON.",
            Arity = ArgumentArity.OneOrMore,
        };
        var tolerant = new Option<bool>("--tolerant")
        {
            Description = "Report what cannot be honoured as warnings instead of errors.",
        };
        var quiet = new Option<bool>("--quiet")
        {
            Description = "Leave out what is only worth knowing.",
        };
        var command = new Command(
            "check",
            "Check instruments: every issue found, one a line; exit code 1 when there is an error."
        )
        {
            files,
            tolerant,
            quiet,
        };
        command.SetAction(parsed =>
            new InstrumentChecking(output, error).Run(
                parsed.GetValue(files)!,
                parsed.GetValue(tolerant) ? LoadMode.Tolerant : LoadMode.Strict,
                parsed.GetValue(quiet)
            )
        );
        return command;
    }

    private static Command Evaluate(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var file = new Argument<string?>("QUESTIONNAIRE")
        {
            Description = "A FHIR R4 Questionnaire in JSON; not with --batch.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var answers = new Option<string?>("--answers")
        {
            Description =
                "Answers: a JSON array of {linkId, value or values, at}, or an object with such an array in \"answers\".",
        };
        var response = new Option<string?>("--response")
        {
            Description = "A QuestionnaireResponse in JSON.",
        };
        var batch = new Option<string?>("--batch")
        {
            Description =
                "A folder of folders, each with questionnaire.json and cases.json; one result a line.",
        };
        var full = new Option<bool>("--full")
        {
            Description = "Add the resulting QuestionnaireResponse.",
        };
        var at = new Option<DateTimeOffset?>("--at")
        {
            Description = "The moment that now() and today() give; the present one when left out.",
        };
        var command = new Command(
            "evaluate",
            "Work out what is enabled, calculated and wrong for given answers."
        )
        {
            file,
            answers,
            response,
            batch,
            full,
            at,
        };
        command.SetAction(parsed =>
        {
            var moment = parsed.GetValue(at) ?? clock.GetLocalNow();
            var evaluation = new InstrumentEvaluation(
                output,
                error,
                new EvaluationContext(moment),
                parsed.GetValue(full)
            );
            return parsed.GetValue(batch) is { } folder
                ? evaluation.RunBatch(folder)
                : evaluation.Run(
                    parsed.GetValue(file),
                    parsed.GetValue(answers),
                    parsed.GetValue(response)
                );
        });
        return command;
    }
}
