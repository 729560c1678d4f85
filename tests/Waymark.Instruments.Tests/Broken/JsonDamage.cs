using System.Text.Json.Nodes;

namespace Waymark.Instruments.Tests.Broken;

/// <summary>Does to a JSON document what careless hands and other programs do.</summary>
internal static class JsonDamage
{
    /// <summary>A copy with some of its nodes taken away, doubled, or replaced by something of another kind.</summary>
    public static string Of(string json, int seed, int wounds)
    {
        var random = new Random(seed);
        var root = JsonNode.Parse(json)!;
        for (var i = 0; i < wounds; i++)
        {
            var places = Places(root).ToList();
            if (places.Count == 0)
            {
                break;
            }

            Hurt(places[random.Next(places.Count)], random);
        }

        return root.ToJsonString();
    }

    private static IEnumerable<JsonNode> Places(JsonNode? node) =>
        node switch
        {
            JsonObject parent => parent
                .SelectMany(property => Places(property.Value).Append(property.Value))
                .OfType<JsonNode>(),
            JsonArray list => list.SelectMany(entry => Places(entry).Append(entry))
                .OfType<JsonNode>(),
            _ => [],
        };

    private static void Hurt(JsonNode node, Random random)
    {
        var instead = random.Next(9) switch
        {
            0 => JsonValue.Create(7),
            1 => JsonValue.Create(""),
            2 => JsonValue.Create("no such thing"),
            3 => JsonValue.Create(true),
            4 => new JsonObject(),
            5 => new JsonArray(),
            6 => new JsonArray(JsonValue.Create(1), null, new JsonObject()),
            7 => null,
            _ => (JsonNode)new JsonObject { ["url"] = 3, ["extension"] = "x" },
        };
        switch (node.Parent)
        {
            case JsonArray list when random.Next(3) == 0:
                list.Add(node.DeepClone());
                break;
            case JsonArray list:
                list[list.IndexOf(node)] = instead;
                break;
            case JsonObject parent when random.Next(3) == 0:
                parent.Remove(node.GetPropertyName());
                break;
            case JsonObject parent:
                parent[node.GetPropertyName()] = instead;
                break;
            default:
                break;
        }
    }
}
