using System.Globalization;
using FsCheck.Xunit;
using Waymark.Instruments.Behavior;
using Waymark.Instruments.Expressions;
using Xunit;

namespace Waymark.Instruments.Tests.Expressions;

/// <summary>Our evaluator against Firely's on the same answers.</summary>
public sealed class DifferentialTests
{
    private const string Json = """
        {"resourceType":"Questionnaire","url":"http://example.org/q","version":"1","status":"active","item":[
         {"linkId":"a","type":"integer","repeats":true},{"linkId":"b","type":"boolean"},
         {"linkId":"c","type":"choice","repeats":true,"answerOption":[{"valueCoding":{"system":"s","code":"x","display":"X"}},{"valueCoding":{"system":"s","code":"y","display":"Y"}}]},
         {"linkId":"n","type":"integer"},{"linkId":"m","type":"decimal"},{"linkId":"d","type":"date"},{"linkId":"t","type":"string"},
         {"linkId":"g","type":"group","item":[{"linkId":"h","type":"string","repeats":true},{"linkId":"k","type":"integer"}]},
         {"linkId":"r","type":"group","repeats":true,"item":[{"linkId":"x","type":"integer"},{"linkId":"y","type":"string","repeats":true}]},
         {"linkId":"w","type":"string","item":[{"linkId":"v","type":"integer"}]},{"linkId":"z","type":"time"}]}
        """;

    private static readonly Instrument Instrument = Instruments.Instrument.Load(Json).Value!;
    private static readonly EvaluationContext Context = new(
        new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero)
    );

    [Property(MaxTest = 1500)]
    public void Expression_OfTheCommonSubset_GivesWhatFirelyGives(int seed, int answers)
    {
        var form = Form.Start(Instrument, Context, RandomAnswers(answers));
        var expression = new RandomExpression(seed).Make();
        var theirs = FirelyOracle.Evaluate(
            expression.Replace("%context", "%resource", StringComparison.Ordinal),
            form.ToCompletedJson(Context.Now)
        );
        var ours = Evaluate(expression, form);
        if (ours != theirs)
        {
            Assert.Fail(
                $"{expression}\nours:   {ours}\nFirely: {theirs}\n{form.ToCompletedJson(Context.Now)}"
            );
        }
    }

    private static List<GivenAnswer> RandomAnswers(int seed)
    {
        var random = new Random(seed);
        List<GivenAnswer> answers = [];
        void Maybe(string linkId, params AnswerValue[] values)
        {
            if (random.Next(3) > 0)
            {
                answers.Add(new(linkId, values[..random.Next(1, values.Length + 1)]));
            }
        }

        Maybe("a", new IntegerAnswer(random.Next(4)), new IntegerAnswer(random.Next(4)));
        Maybe("b", new BooleanAnswer(random.Next(2) == 0));
        Maybe("c", Instrument.Find("c")!.Options[random.Next(2)].Value);
        Maybe("n", new IntegerAnswer(random.Next(5)));
        Maybe("m", new DecimalAnswer(random.Next(50) / 10m));
        Maybe("d", new DateAnswer(new PartialDate(2024, random.Next(1, 13), 1)));
        Maybe("t", new StringAnswer(random.Next(2) == 0 ? "alpha" : "12"));
        Maybe("h", new StringAnswer("x"), new StringAnswer("y"));
        Maybe("k", new IntegerAnswer(random.Next(5)));
        Maybe("w", new StringAnswer("w"));
        Maybe("v", new IntegerAnswer(random.Next(3)));
        Maybe("z", new TimeAnswer(new TimeOnly(random.Next(24), 30)));
        for (var i = random.Next(3); i >= 0; i--)
        {
            var at = new PathStep("r", i);
            answers.Add(new(new ItemPath("x", [at]), [new IntegerAnswer(random.Next(3))]));
            answers.Add(
                new(
                    new ItemPath("y", [at]),
                    [new StringAnswer("p"), new StringAnswer(random.Next(2) == 0 ? "p" : "q")]
                )
            );
        }

        return answers;
    }

    private static string Evaluate(string expression, Form form)
    {
        var compiler = new Compiler(Instrument, Instrument.Plan.NamesAt(null));
        var evaluate = compiler.Compile(Parser.Parse(expression));
        if (compiler.Problems.Count > 0)
        {
            return "problem " + compiler.Problems[0];
        }

        var code = OnDemandEvaluation.TryEvaluate(
            form.Settling.Begin(),
            evaluate,
            form.Tree.Root,
            out var nodes,
            out _
        );
        return code is null ? string.Join(", ", nodes.Select(Describe)) : "fault";
    }

    private static string Describe(Node node) =>
        node.Value switch
        {
            bool truth => truth ? "true" : "false",
            int number => number.ToString(CultureInfo.InvariantCulture),
            decimal number => (number / 1.0000000000000000000000000000m).ToString(
                CultureInfo.InvariantCulture
            ),
            string text => "'" + text + "'",
            null when node is CodingNode coding => "coding " + coding.Coding.Code,
            null => node.TypeName.StartsWith("QuestionnaireResponse", StringComparison.Ordinal)
                ? "node"
                : node.TypeName,
            { } other => other.ToString()!,
        };
}
