using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Waymark.Instruments;

namespace Waymark.Benchmarks.Engine;

/// <summary>What our engine took at one size.</summary>
/// <param name="ItemCount">Items in the form.</param>
/// <param name="Cold">Parse, check and compile as the very first work of a new process, compilation of the engine's own code included.</param>
/// <param name="Parse">Parse, check and compile, again and again.</param>
/// <param name="Load">Opening a response with all answers until all is settled, with the definition at hand.</param>
/// <param name="Change">One changed answer until all is settled.</param>
/// <param name="ChangeBytes">Allocated for one changed answer.</param>
/// <param name="Unanalysable">One changed answer, in the same form with one expression more that reads everything.</param>
internal sealed record EngineMeasurement(
    int ItemCount,
    Percentiles Cold,
    Percentiles Parse,
    Percentiles Load,
    Percentiles Change,
    long ChangeBytes,
    Percentiles Unanalysable
)
{
    private static readonly EvaluationContext Context = new(
        new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero)
    );

    /// <summary>Measures one size. Throws when the engine does not compute what the form asks for: wrong and fast is not fast.</summary>
    public static EngineMeasurement Of(int itemCount)
    {
        var generated = GeneratedForm.OfSize(itemCount);
        var definition = generated.Questionnaire.ToJsonString();
        var response = generated.Response.ToJsonString();
        var instrument = Loaded(Instrument.Load(definition));
        var parse = Percentiles.Of(_ => Loaded(Instrument.Load(definition)));
        var load = Percentiles.Of(_ => Loaded(Form.Resume(instrument, response, Context)));
        var form = Loaded(Form.Resume(instrument, response, Context));
        var change = Percentiles.Of(run => Flip(form, generated, run % 2));
        return new EngineMeasurement(
            itemCount,
            ColdStarts(itemCount),
            parse,
            load,
            change,
            BytesPerChange(form, generated),
            MeasureUnanalysable(itemCount, response)
        );
    }

    /// <summary>How long this process, which must have done nothing before, takes to parse, check and compile; in milliseconds.</summary>
    public static double OfFirstLoad(int itemCount)
    {
        var definition = GeneratedForm.OfSize(itemCount).Questionnaire.ToJsonString();
        var start = Stopwatch.GetTimestamp();
        Loaded(Instrument.Load(definition));
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static Percentiles ColdStarts(int itemCount)
    {
        const int processes = 9;
        var samples = new List<double>();
        for (var i = 0; i < processes; i++)
        {
            using var child =
                Process.Start(
                    new ProcessStartInfo(
                        Environment.ProcessPath!,
                        [
                            .. Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
                                ? [typeof(EngineMeasurement).Assembly.Location]
                                : Array.Empty<string>(),
                            "engine",
                            "cold",
                            itemCount.ToString(CultureInfo.InvariantCulture),
                        ]
                    )
                    {
                        RedirectStandardOutput = true,
                    }
                ) ?? throw new InvalidOperationException("The process did not start.");
            samples.Add(
                double.Parse(child.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture)
            );
            child.WaitForExit();
        }

        return Percentiles.OfSamples(samples);
    }

    private static Percentiles MeasureUnanalysable(int itemCount, string response)
    {
        var generated = GeneratedForm.WithUnanalysableExpression(itemCount);
        var instrument = Loaded(Instrument.Load(generated.Questionnaire.ToJsonString()));
        var form = Loaded(Form.Resume(instrument, response, Context));
        return Percentiles.Of(run => Flip(form, generated, run % 2));
    }

    private static long BytesPerChange(Form form, GeneratedForm generated)
    {
        const int runs = 1000;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var run = 0; run < runs; run++)
        {
            Flip(form, generated, run % 2);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / runs;
    }

    private static readonly CodingAnswer[] Options = [.. Enumerable.Range(0, 2).Select(Option)];

    private static void Flip(Form form, GeneratedForm generated, int option)
    {
        var result = form.Set(generated.ChangedLinkId, [Options[option]]);
        if (
            !result.Accepted
            || form.Answers(generated.TotalLinkId) is not [IntegerAnswer total]
            || total.Value != generated.ExpectedTotal(option)
        )
        {
            throw new InvalidOperationException($"The total of {generated.TotalLinkId} is wrong.");
        }
    }

    private static CodingAnswer Option(int option)
    {
        JsonObject coding = GeneratedForm.Coding(option);
        return new CodingAnswer(
            coding["system"]!.GetValue<string>(),
            coding["code"]!.GetValue<string>(),
            coding["display"]!.GetValue<string>()
        );
    }

    private static T Loaded<T>(LoadResult<T> result)
        where T : class =>
        result.Value
        ?? throw new InvalidOperationException(
            string.Join(Environment.NewLine, result.Issues.Select(i => i.Text))
        );
}
