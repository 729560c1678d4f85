using Waymark.Benchmarks.Engine;

// `engine …` is the table beside the peers; everything else is BenchmarkDotNet's own command line.
return args is ["engine", .. var rest] ? EngineCommand.Run(rest) : RunBenchmarkDotNet(args);

static int RunBenchmarkDotNet(string[] args)
{
    BenchmarkDotNet
        .Running.BenchmarkSwitcher.FromAssembly(typeof(GeneratedForm).Assembly)
        .Run(args);
    return 0;
}
