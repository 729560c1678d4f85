using System.Text.Json;
using Waymark.Instruments;

namespace Waymark.Commands;

/// <summary><c>waymark instrument evaluate</c>. Instruments of others are to be tried too, so definitions are judged tolerantly.</summary>
internal sealed class InstrumentEvaluation(
    TextWriter output,
    TextWriter error,
    EvaluationContext context,
    bool full
)
{
    internal int Run(string? questionnaire, string? answersFile, string? responseFile)
    {
        if (questionnaire is null || (answersFile is not null && responseFile is not null))
        {
            error.WriteLine(
                "Name one questionnaire, and at most one of --answers and --response; or use --batch."
            );
            return InstrumentCommand.Unusable;
        }

        if (!InstrumentFiles.TryRead(questionnaire, error, out var json))
        {
            return InstrumentCommand.Unusable;
        }

        var loaded = Instrument.Load(json, LoadMode.Tolerant);
        if (loaded.Value is null)
        {
            InstrumentResult.Write(output, null, null, loaded.Issues, full);
            return InstrumentCommand.Faulty;
        }

        if (responseFile is not null)
        {
            return InstrumentFiles.TryRead(responseFile, error, out var response)
                ? Resume(loaded, response)
                : InstrumentCommand.Unusable;
        }

        IReadOnlyList<GivenAnswer> answers = [];
        if (answersFile is not null)
        {
            if (!InstrumentFiles.TryRead(answersFile, error, out var text))
            {
                return InstrumentCommand.Unusable;
            }

            if (InstrumentAnswers.TryParse(text, error, answersFile) is not { } parsed)
            {
                return InstrumentCommand.Unusable;
            }

            answers = parsed;
        }

        var form = Form.Start(loaded.Value, context, answers);
        return Write(null, form, loaded.Issues);
    }

    internal int RunBatch(string folder)
    {
        if (!Directory.Exists(folder))
        {
            error.WriteLine($"There is no folder {folder}.");
            return InstrumentCommand.Unusable;
        }

        var exit = InstrumentCommand.Ok;
        foreach (var each in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            var (questionnaire, cases) = (
                Path.Combine(each, "questionnaire.json"),
                Path.Combine(each, "cases.json")
            );
            if (!File.Exists(questionnaire) || !File.Exists(cases))
            {
                continue;
            }

            if (
                !InstrumentFiles.TryRead(questionnaire, error, out var json)
                || !InstrumentFiles.TryRead(cases, error, out var text)
            )
            {
                exit = InstrumentCommand.Unusable;
                continue;
            }

            exit = Math.Max(exit, RunCases(each, json, text));
        }

        return exit;
    }

    private int RunCases(string folder, string questionnaire, string cases)
    {
        try
        {
            using var document = JsonDocument.Parse(cases);
            var loaded = Instrument.Load(questionnaire, LoadMode.Tolerant);
            foreach (var each in document.RootElement.GetProperty("cases").EnumerateArray())
            {
                var id = each.GetProperty("id").GetString();
                if (loaded.Value is null)
                {
                    InstrumentResult.Write(output, id, null, loaded.Issues, full);
                    continue;
                }

                Write(
                    id,
                    Form.Start(
                        loaded.Value,
                        context,
                        InstrumentAnswers.Read(each.GetProperty("answers"))
                    ),
                    loaded.Issues
                );
            }

            return loaded.Value is null ? InstrumentCommand.Faulty : InstrumentCommand.Ok;
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            error.WriteLine($"{folder}/cases.json is not laid out as cases: {exception.Message}");
            return InstrumentCommand.Unusable;
        }
    }

    private int Resume(LoadResult<Instrument> loaded, string response)
    {
        var resumed = Form.Resume(loaded.Value!, response, context);
        IReadOnlyList<InstrumentIssue> issues = [.. loaded.Issues, .. resumed.Issues];
        if (resumed.Value is null)
        {
            InstrumentResult.Write(output, null, null, issues, full);
            return InstrumentCommand.Faulty;
        }

        return Write(null, resumed.Value, issues);
    }

    private int Write(string? id, Form form, IReadOnlyList<InstrumentIssue> issues)
    {
        InstrumentResult.Write(
            output,
            id,
            form,
            [.. issues, .. form.Issues, .. form.Validate()],
            full
        );
        return InstrumentCommand.Ok;
    }
}
