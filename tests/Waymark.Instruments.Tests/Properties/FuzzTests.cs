using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Waymark.Instruments.Tests.Cases;
using Xunit;

namespace Waymark.Instruments.Tests.Properties;

/// <summary>
/// Broken input of every kind: nothing throws, and nothing goes on for long. A few hundred inputs in the gate; WAYMARK_FUZZ_SECONDS=60
/// goes on for a minute, from another beginning each time.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly EvaluationContext Context = new(
        new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero),
        null,
        StepBudget: 200_000
    );
    private static readonly string? Seconds = Environment.GetEnvironmentVariable(
        "WAYMARK_FUZZ_SECONDS"
    );

    private static readonly string[] Tokens =
    [
        .. SupportTable.Functions.Select(name => name + "("),
        .. (string[])
            [
                "(",
                ")",
                "[",
                "]",
                ".",
                ",",
                "'",
                "'a'",
                "1",
                "2.5",
                "-",
                "+",
                "*",
                "/",
                "&",
                "|",
                "=",
                "!=",
                "~",
                "<",
                ">=",
                "and",
                "or",
                "implies",
                "in",
                "is",
                "as",
            ],
        .. (string[])
            [
                "item",
                "answer",
                "value",
                "linkId",
                "%resource",
                "%context",
                "%questionnaire",
                "%qitem",
                "%x",
                "$this",
                "$index",
                "$total",
                "@2024",
                "@T10:00",
                "@2024-02-30",
                "{}",
                "true",
                "'a(b'",
                "`",
                "\\",
                "\0",
                "é",
                "where(linkId='a')",
                "repeat(item)",
                "descendants()",
                "4 days",
                "1 'kg'",
                "999999999999999999999999999999",
            ],
    ];

    [Fact]
    public void Definitions_Broken_GiveIssuesAndNoMore() =>
        Go(seed => Definition(new Random(seed)), 200);

    [Fact]
    public void Responses_Broken_GiveIssuesAndNoMore() =>
        Go(seed => Response(new Random(seed)), 200);

    [Fact]
    public void Expressions_OfAnyTokens_GiveIssuesAndNoMore() =>
        Go(seed => Expression(new Random(seed)), 1500);

    private void Go(Action<int> one, int count)
    {
        var clock = Stopwatch.StartNew();
        var limit = Seconds is null
            ? (TimeSpan?)null
            : TimeSpan.FromSeconds(
                double.Parse(Seconds, System.Globalization.CultureInfo.InvariantCulture) / 3
            );
        var seed = limit is null ? 1 : Environment.TickCount;
        var done = 0;
        for (; limit is { } until ? clock.Elapsed < until : done < count; done++)
        {
            var before = clock.Elapsed;
            try
            {
                one(seed + done);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Input {seed + done}", exception);
            }

            if (limit is not null)
            {
                Assert.True(
                    clock.Elapsed - before < TimeSpan.FromSeconds(20),
                    $"Input {seed + done} took {clock.Elapsed - before}."
                );
            }
        }

        output.WriteLine($"{done} inputs from {seed}.");
    }

    private static readonly string[] Definitions =
    [
        .. CaseFile.Names().Select(name => CaseFile.Read(name).QuestionnaireJson()),
    ];

    private static void Definition(Random random)
    {
        var text = Mutate(Definitions[random.Next(Definitions.Length)], random);
        foreach (var mode in (LoadMode[])[LoadMode.Strict, LoadMode.Tolerant])
        {
            var loaded = Instrument.Load(text, mode);
            Assert.Equal(
                loaded.Value is null,
                loaded.Issues.Any(issue => issue.Severity == IssueSeverity.Error)
            );
            if (loaded.Value is { } instrument)
            {
                Use(instrument, random);
            }
        }
    }

    private static void Use(Instrument instrument, Random random)
    {
        var form = Form.Start(instrument, Context);
        for (var i = 0; i < 6 && instrument.All.Count > 0; i++)
        {
            var item = instrument.All[random.Next(instrument.All.Count)];
            form.Set(
                item.LinkId,
                [
                    random.Next(4) switch
                    {
                        0 => new IntegerAnswer(random.Next(5)),
                        1 => new StringAnswer("x"),
                        2 => new BooleanAnswer(true),
                        _ => item.Options.Count > 0
                            ? item.Options[0].Value
                            : new DecimalAnswer(1.5m),
                    },
                ]
            );
            form.AddInstance(item.LinkId);
            form.View(form.TopLevel[random.Next(form.TopLevel.Count)]);
        }

        form.Validate();
        _ = instrument.Hash;
        var draft = form.ToDraftJson();
        var reopened = Form.Resume(instrument, draft, Context).Value!;
        Assert.Equal(draft, reopened.ToDraftJson());
        form.ToCompletedJson(Context.Now);
    }

    private static void Response(Random random)
    {
        var instrument = RandomInstrument.Make(random.Next(200));
        var form = Form.Start(instrument, Context);
        new RandomEdits(instrument, random.Next()).Apply(form, 15);
        var resumed = Form.Resume(
            instrument,
            Mutate(
                random.Next(2) == 0 ? form.ToDraftJson() : form.ToCompletedJson(Context.Now),
                random
            ),
            Context
        );
        Assert.Equal(
            resumed.Value is null,
            resumed.Issues.Any(issue => issue.Severity == IssueSeverity.Error)
        );
        resumed.Value?.Validate();
        resumed.Value?.ToCompletedJson(Context.Now);
    }

    private static void Expression(Random random)
    {
        var instrument = RandomInstrument.Make(random.Next(50));
        var text = new StringBuilder();
        for (var i = random.Next(1, 12); i > 0; i--)
        {
            text.Append(Tokens[random.Next(Tokens.Length)])
                .Append(random.Next(3) == 0 ? " " : "")
                .Append(random.Next(4) == 0 ? ")" : "")
                .Append(random.Next(4) == 0 ? "." : "");
        }

        var compiled = CompiledExpression.Compile(text.ToString(), instrument);
        Assert.Equal(
            compiled.Value is null,
            compiled.Issues.Any(issue => issue.Severity == IssueSeverity.Error)
        );
        compiled.Value?.Evaluate(Form.Start(instrument, Context));
    }

    /// <summary>Breaks JSON in its text or in its structure.</summary>
    private static string Mutate(string json, Random random)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            json = MutateNodes(json, random);
        }

        return random.Next(3) == 0 ? MutateText(json, random) : json;
    }

    private static string MutateText(string json, Random random)
    {
        if (json.Length == 0)
        {
            return json;
        }

        var at = random.Next(json.Length);
        return random.Next(4) switch
        {
            0 => json[..at],
            1 => json.Remove(at, Math.Min(random.Next(1, 20), json.Length - at)),
            2 => json.Insert(
                at,
                (
                    (string[])
                        [
                            "{",
                            "}",
                            "[",
                            "]",
                            "\"",
                            ",",
                            "null",
                            "1e999",
                            "\u0000",
                            "😀",
                            "\\ud800",
                            "\ud800",
                        ]
                )[random.Next(12)]
            ),
            _ => json[..at] + (char)random.Next(32, 0x3000) + json[(at + 1)..],
        };
    }

    private static string MutateNodes(string json, Random random)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(json);
        }
        catch (System.Text.Json.JsonException)
        {
            return json;
        }

        var nodes = new List<JsonNode>();
        Collect(root, nodes);
        var parents = nodes
            .Where(node => node is JsonObject { Count: > 0 } or JsonArray { Count: > 0 })
            .ToList();
        if (parents.Count == 0)
        {
            return json;
        }

        switch (parents[random.Next(parents.Count)])
        {
            case JsonObject parent:
                var name = parent.ElementAt(random.Next(parent.Count)).Key;
                if (random.Next(4) == 0)
                {
                    parent.Remove(name);
                }
                else
                {
                    parent[name] = Other(nodes, random);
                }

                break;
            case JsonArray array:
                var at = random.Next(array.Count);
                if (random.Next(3) == 0)
                {
                    array.RemoveAt(at);
                }
                else
                {
                    array.Insert(at, Other(nodes, random));
                }

                break;
            default:
                break;
        }

        return root!.ToJsonString();
    }

    private static JsonNode? Other(List<JsonNode> nodes, Random random) =>
        random.Next(8) switch
        {
            0 => null,
            1 => JsonValue.Create(random.Next(-5, 5)),
            2 => JsonValue.Create(true),
            3 => JsonValue.Create(Tokens[random.Next(Tokens.Length)]),
            4 => new JsonArray(),
            5 => new JsonObject(),
            6 => JsonValue.Create("%resource.descendants().answer.value.count() + 1"),
            _ => nodes[random.Next(nodes.Count)].DeepClone(),
        };

    private static void Collect(JsonNode? node, List<JsonNode> into)
    {
        if (node is null)
        {
            return;
        }

        into.Add(node);
        foreach (
            var child in node is JsonObject properties
                ? properties.Select(property => property.Value)
            : node is JsonArray array ? array
            : []
        )
        {
            Collect(child, into);
        }
    }
}
