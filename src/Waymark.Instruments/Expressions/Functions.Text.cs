using System.Text;

namespace Waymark.Instruments.Expressions;

internal static partial class Functions
{
    // A text longer than this never came from a form; functions that multiply text stop here.
    internal const int LongestText = 1_000_000;

    private static void AddText()
    {
        Text("length", 0, (text, _) => Atom.Just(text.Length));
        Text("upper", 0, (text, _) => Atom.Just(text.ToUpperInvariant()));
        Text("lower", 0, (text, _) => Atom.Just(text.ToLowerInvariant()));
        Text("trim", 0, (text, _) => Atom.Just(text.Trim()));
        Text("toChars", 0, (text, _) => [.. text.Select(c => Atom.Of(c.ToString()))]);
        Text(
            "startsWith",
            1,
            (text, args) => Atom.Just(text.StartsWith(args[0], StringComparison.Ordinal))
        );
        Text(
            "endsWith",
            1,
            (text, args) => Atom.Just(text.EndsWith(args[0], StringComparison.Ordinal))
        );
        Text(
            "contains",
            1,
            (text, args) => Atom.Just(text.Contains(args[0], StringComparison.Ordinal))
        );
        Text(
            "indexOf",
            1,
            (text, args) => Atom.Just(text.IndexOf(args[0], StringComparison.Ordinal))
        );
        Text(
            "lastIndexOf",
            1,
            (text, args) => Atom.Just(text.LastIndexOf(args[0], StringComparison.Ordinal))
        );
        Text("replace", 2, (text, args) => Atom.Just(Replace(text, args[0], args[1])));
        Text("split", 1, (text, args) => [.. text.Split(args[0]).Select(Atom.Of)]);
        Text("encode", 1, Encode);
        Text("decode", 1, Decode);
        Text(
            "escape",
            1,
            (text, args) =>
                args[0] == "html" ? Atom.Just(Limit(System.Net.WebUtility.HtmlEncode(text)))
                : args[0] == "json" ? Atom.Just(Limit(EscapeJson(text)))
                : Node.Nothing
        );
        Text(
            "unescape",
            1,
            (text, args) =>
                args[0] == "html" ? Atom.Just(System.Net.WebUtility.HtmlDecode(text)) : Node.Nothing
        );
        Text(
            "matches",
            1,
            (text, args) => Atom.Just(Patterns.IsMatch(text, args[0], whole: false))
        );
        Text(
            "matchesFull",
            1,
            (text, args) => Atom.Just(Patterns.IsMatch(text, args[0], whole: true))
        );
        Text(
            "replaceMatches",
            2,
            (text, args) => Atom.Just(ReplaceMatches(text, args[0], args[1]))
        );
        Plain("substring", 1, 2, Substring);
        Plain("join", 0, 1, Join);
    }

    /// <summary>Adds a function of one text and some others; nothing where any of them is missing.</summary>
    private static void Text(string name, int arguments, Func<string, string[], Node[]> body) =>
        Plain(
            name,
            arguments,
            arguments,
            (frame, nodes, args) =>
            {
                if (nodes.Length == 0 || args.Any(argument => argument.Length == 0))
                {
                    return Node.Nothing;
                }

                var text = StringOf(Operators.Single(nodes));
                frame.Spend(text.Length / 16);
                return body(
                    text,
                    [.. args.Select(argument => StringOf(Operators.Single(argument)))]
                );
            }
        );

    private static string StringOf(Node node) =>
        node.Value as string
        ?? (
            node.Value is Temporal temporal
                ? temporal.ToString()
                : throw new EvaluationFaultException($"text was expected, not a {node.TypeName}")
        );

    private static string Limit(string text) =>
        text.Length <= LongestText
            ? text
            : throw new EvaluationFaultException("the text becomes too long");

    private static string ReplaceMatches(string text, string pattern, string substitution) =>
        (text.Length + 1L) * (substitution.Length + 1) > LongestText * 40L
            ? throw new EvaluationFaultException("the text becomes too long")
            : Limit(Patterns.Replace(text, pattern, substitution));

    private static string Replace(string text, string pattern, string substitution)
    {
        if (pattern.Length > 0)
        {
            return (long)text.Length * (substitution.Length + 1) / pattern.Length > LongestText * 4L
                ? throw new EvaluationFaultException("the text becomes too long")
                : Limit(text.Replace(pattern, substitution, StringComparison.Ordinal));
        }

        // An empty pattern surrounds every character.
        if ((long)text.Length * (substitution.Length + 1) > LongestText)
        {
            throw new EvaluationFaultException("the text becomes too long");
        }

        var result = new StringBuilder(substitution);
        foreach (var c in text)
        {
            result.Append(c).Append(substitution);
        }

        return result.ToString();
    }

    private static Node[] Substring(Frame frame, Node[] nodes, Node[][] args)
    {
        if (nodes.Length == 0 || args[0].Length == 0)
        {
            return Node.Nothing;
        }

        var text = StringOf(Operators.Single(nodes));
        var start = Integer(args[0]);
        if (start < 0 || start >= text.Length)
        {
            return Node.Nothing;
        }

        var length =
            args.Length > 1 && args[1].Length > 0
                ? Math.Clamp(Integer(args[1]), 0, text.Length - start)
                : text.Length - start;
        return Atom.Just(text.Substring(start, length));
    }

    private static Node[] Join(Frame frame, Node[] nodes, Node[][] args)
    {
        if (nodes.Length == 0)
        {
            return Node.Nothing;
        }

        var result = new StringBuilder();
        var separator =
            args.Length == 0 || args[0].Length == 0 ? "" : StringOf(Operators.Single(args[0]));
        for (var i = 0; i < nodes.Length; i++)
        {
            result.Append(i > 0 ? separator : "").Append(StringOf(nodes[i]));
            if (result.Length > LongestText)
            {
                throw new EvaluationFaultException("the text becomes too long");
            }
        }

        frame.Spend(result.Length / 16);
        return Atom.Just(result.ToString());
    }

    private static string EscapeJson(string text) =>
        System
            .Text.Json.JsonEncodedText.Encode(
                text,
                System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping
            )
            .ToString();

    private static Node[] Encode(string text, string[] args)
    {
        if (text.Length > LongestText / 4)
        {
            throw new EvaluationFaultException("the text becomes too long");
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        return args[0] switch
        {
            "hex" => Atom.Just(Convert.ToHexStringLower(bytes)),
            "base64" => Atom.Just(Convert.ToBase64String(bytes)),
            "urlbase64" => Atom.Just(
                Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_')
            ),
            _ => Node.Nothing,
        };
    }

    private static Node[] Decode(string text, string[] args)
    {
        try
        {
            return args[0] switch
            {
                "hex" => Atom.Just(Encoding.UTF8.GetString(Convert.FromHexString(text))),
                "base64" => Atom.Just(Encoding.UTF8.GetString(Convert.FromBase64String(text))),
                "urlbase64" => Atom.Just(
                    Encoding.UTF8.GetString(
                        Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/'))
                    )
                ),
                _ => Node.Nothing,
            };
        }
        catch (FormatException)
        {
            return Node.Nothing;
        }
    }
}
