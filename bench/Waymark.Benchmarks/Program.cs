using Waymark.Benchmarks.Engine;
using Waymark.Benchmarks.Log;

// `engine …` is the table beside the peers, `log …` the verifier's; everything else is BenchmarkDotNet's own command line.
return args switch
{
    ["engine", .. var rest] => EngineCommand.Run(rest),
    ["log", .. var rest] => LogTable.Run(rest),
    _ => RunBenchmarkDotNet(args),
};

static int RunBenchmarkDotNet(string[] args)
{
    BenchmarkDotNet
        .Running.BenchmarkSwitcher.FromAssembly(typeof(GeneratedForm).Assembly)
        .Run(args);
    return 0;
}
