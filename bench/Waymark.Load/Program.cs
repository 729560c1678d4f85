using System.Globalization;
using Waymark.Load;

// waymark-load node …            one node, as the other verbs start it
// waymark-load load [SECONDS]    steady and doubled load on each kind of store, beside the bare page
// waymark-load faults [SECONDS]  a killed node, a restarted server, a slow and a full disk; exit code 1 if anything was lost or another error shown
// waymark-load soak MINUTES      steady load on two nodes, with a line and the memory every minute
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int steady = 8;

// Wherever it is started: scripts and the program under load lie from the root of the repository.
var root = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(root, "scripts", "postgres.sh")))
{
    root =
        Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(root))
        ?? throw new InvalidOperationException("Start it from a build within the repository.");
}
if (args is ["node", .. var settings])
{
    return await Node.ServeAsync(settings);
}
var amount = args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 15;
return args switch
{
    ["load", ..] => await LoadAsync(TimeSpan.FromSeconds(amount)),
    ["faults", ..] => await FaultsAsync(TimeSpan.FromSeconds(amount)),
    ["soak", ..] => await SoakAsync(TimeSpan.FromMinutes(amount)),
    _ => Usage(),
};

async Task<int> LoadAsync(TimeSpan time)
{
    Console.WriteLine(Outcome.Head);
    var sound = true;
    foreach (
        var (where, nodes) in new[]
        {
            ("SQLite", 1),
            ("PostgreSQL", 1),
            ("PostgreSQL, two nodes", 2),
        }
    )
    {
        using var store = where == "SQLite" ? Store.Sqlite(root) : Store.OnPostgres(root);
        List<Node> started = [];
        try
        {
            for (var n = 0; n < nodes; n++)
            {
                started.Add(new(store));
                await started[^1].StartAsync();
            }
            await Run.ForAsync(store, started, 2, TimeSpan.FromSeconds(4));
            foreach (var people in (int[])[steady, 2 * steady])
            {
                var outcome = await Run.ForAsync(store, started, people, time);
                sound &= outcome.IsSound(faulty: false);
                Console.WriteLine(outcome.Row(where));
                Name(outcome);
            }
        }
        finally
        {
            started.ForEach(node => node.Dispose());
        }
    }
    return sound ? 0 : 1;
}

async Task<int> FaultsAsync(TimeSpan time)
{
    Console.WriteLine(Outcome.FaultHead);
    var sound = true;
    foreach (
        var (fault, run) in new (string, Func<string, int, TimeSpan, Task<Outcome?>>)[]
        {
            (
                "one of two nodes killed and started again",
                async (r, p, t) => await Faults.KilledNodeAsync(r, p, t)
            ),
            (
                "PostgreSQL stopped as by a power cut, 2 s",
                async (r, p, t) => await Faults.RestartedPostgresAsync(r, p, t)
            ),
            (
                "slow disk: 100 ms before each flush",
                async (r, p, t) => await Faults.SlowDiskAsync(r, p, t)
            ),
            ("full disk under SQLite, 2 s", Faults.FullDiskAsync),
        }
    )
    {
        if (await run(root, steady, time) is not { } outcome)
        {
            Console.WriteLine($"| {fault}: not run, it needs root | | | | | | |");
            continue;
        }
        sound &= outcome.IsSound(faulty: true);
        Console.WriteLine(outcome.FaultRow(fault));
        Name(outcome);
    }
    return sound ? 0 : 1;
}

async Task<int> SoakAsync(TimeSpan time)
{
    using var store = Store.OnPostgres(root);
    using var one = new Node(store);
    using var two = new Node(store);
    await one.StartAsync();
    await two.StartAsync();
    Console.WriteLine("Memory of the nodes comes after each line.");
    Console.WriteLine(Outcome.Head);
    var sound = true;
    var minutes = (int)Math.Ceiling(time.TotalMinutes);
    for (var minute = 1; minute <= minutes; minute++)
    {
        var outcome = await Run.ForAsync(store, [one, two], steady, time / minutes);
        sound &= outcome.IsSound(faulty: false);
        Console.WriteLine(
            $"{outcome.Row($"minute {minute}")} {one.Mebibytes} + {two.Mebibytes} MiB"
        );
        Name(outcome);
    }
    return sound ? 0 : 1;
}

static void Name(Outcome outcome)
{
    foreach (var error in outcome.Tally.Errors.GroupBy(e => e))
    {
        Console.Error.WriteLine($"{error.Count()} × {error.Key}");
    }
}

static int Usage()
{
    Console.Error.WriteLine("load [SECONDS] | faults [SECONDS] | soak MINUTES");
    return 2;
}
