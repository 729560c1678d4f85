using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Hl7.FhirPath;

namespace Waymark.Instruments.Tests.Expressions;

/// <summary>Firely's own evaluator over the completed response, as an independent judge of ours.</summary>
internal static class FirelyOracle
{
    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions().ForFhir(
        ModelInfo.ModelInspector
    );

    internal static string Evaluate(string expression, string responseJson)
    {
        var response = JsonSerializer.Deserialize<QuestionnaireResponse>(responseJson, Options)!;
        var root = PocoNodeOrList.Root(response, null);
        try
        {
            var compiled = new FhirPathCompiler().Compile(expression);
            return Describe(
                compiled(
                    [root],
                    new Hl7.FhirPath.EvaluationContext().WithResourceOverrides(root, root)
                )
            );
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return "fault";
        }
    }

    private static string Describe(IEnumerable<PocoNode> nodes) =>
        string.Join(", ", nodes.ToList().Select(Describe));

    private static string Describe(PocoNode node) =>
        node.GetValue() switch
        {
            bool truth => truth ? "true" : "false",
            int or long => Convert
                .ToDecimal(node.GetValue(), System.Globalization.CultureInfo.InvariantCulture)
                .ToString(System.Globalization.CultureInfo.InvariantCulture),
            decimal number => (number / 1.0000000000000000000000000000m).ToString(
                System.Globalization.CultureInfo.InvariantCulture
            ),
            string text => "'" + text + "'",
            null when node.Poco is Coding coding => "coding " + coding.Code,
            null => node.Poco.TypeName.StartsWith("QuestionnaireResponse", StringComparison.Ordinal)
                ? "node"
                : node.Poco.TypeName,
            { } other => other.ToString()!,
        };
}
