using System.Globalization;

namespace Waymark.Instruments.Expressions;

/// <summary>Parses FHIRPath (normative release 2, <see href="http://hl7.org/fhirpath/N1/"/>) by precedence climbing.</summary>
internal sealed class Parser
{
    /// <summary>The longest expression accepted, in UTF-16 code units.</summary>
    internal const int MaxLength = 20_000;

    // Deeper trees would put the stack of the evaluator at risk; no expression written by people comes near.
    private const int MaxDepth = 500;

    private static readonly HashSet<string> CalendarUnits =
    [
        .. (string[])["year", "month", "week", "day", "hour", "minute", "second", "millisecond"],
        .. (string[])
            ["years", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds"],
    ];

    private readonly Lexer _lexer;
    private Token _token;
    private int _depth;

    private Parser(string text)
    {
        _lexer = new Lexer(text);
        _token = _lexer.Next();
    }

    /// <exception cref="FhirPathSyntaxException">The text is not FHIRPath.</exception>
    internal static Syntax Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            throw new FhirPathSyntaxException(
                MaxLength,
                $"it is longer than {MaxLength} characters"
            );
        }

        var parser = new Parser(text);
        var syntax = parser.Expression(0);
        return parser._token.Kind == TokenKind.End ? syntax : throw parser.Unexpected();
    }

    private static int Precedence(Token token) =>
        token.Kind is not (TokenKind.Symbol or TokenKind.Identifier)
            ? 0
            : token.Text switch
            {
                "implies" => 1,
                "or" or "xor" => 2,
                "and" => 3,
                "in" or "contains" => 4,
                "=" or "~" or "!=" or "!~" => 5,
                "<" or ">" or "<=" or ">=" => 6,
                "|" => 7,
                "is" or "as" => 8,
                "+" or "-" or "&" => 9,
                "*" or "/" or "div" or "mod" => 10,
                _ => 0,
            };

    private Syntax Expression(int precedence)
    {
        var depth = _depth;
        Enter();
        var left = Unary();
        while (Precedence(_token) is var own && own > precedence)
        {
            Enter();
            var op = Take();
            left =
                own == 8
                    ? new TypeSyntax(op.Position, op.Text, left, TypeName())
                    : new BinarySyntax(op.Position, op.Text, left, Expression(own));
        }

        _depth = depth;
        return left;
    }

    // Depth is given back only where an expression ends: a long chain of operators or steps makes a deep tree too.
    private void Enter()
    {
        if (++_depth > MaxDepth)
        {
            throw new FhirPathSyntaxException(_token.Position, "it is nested too deeply");
        }
    }

    private Syntax Unary()
    {
        if (_token is { Kind: TokenKind.Symbol, Text: "+" or "-" })
        {
            var sign = Take();
            Enter();
            var operand = Unary();
            _depth--;
            return sign.Text == "-" ? new NegateSyntax(sign.Position, operand) : operand;
        }

        return Postfix(Term());
    }

    private Syntax Postfix(Syntax syntax)
    {
        while (true)
        {
            Enter();
            if (Is("."))
            {
                Take();
                syntax = Invocation(syntax);
            }
            else if (Is("["))
            {
                var open = Take();
                var index = Expression(0);
                Expect("]");
                syntax = new IndexSyntax(open.Position, syntax, index);
            }
            else
            {
                return syntax;
            }
        }
    }

    private Syntax Invocation(Syntax? focus)
    {
        if (_token.Kind == TokenKind.Axis)
        {
            return Axis();
        }

        if (_token.Kind is not (TokenKind.Identifier or TokenKind.DelimitedIdentifier))
        {
            throw Unexpected();
        }

        var name = Take();
        if (!Is("("))
        {
            return new ChildSyntax(name.Position, focus, name.Text);
        }

        Take();
        var arguments = new List<Syntax>();
        while (!Is(")"))
        {
            if (arguments.Count > 0)
            {
                Expect(",");
            }

            arguments.Add(Expression(0));
        }

        Take();
        return new CallSyntax(name.Position, focus, name.Text, arguments);
    }

    private Syntax Term()
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.Identifier when token.Text is "true" or "false":
                Take();
                return new LiteralSyntax(token.Position, Atom.Of(token.Text == "true"));
            case TokenKind.Identifier or TokenKind.DelimitedIdentifier:
                return Invocation(null);
            case TokenKind.Axis:
                return Axis();
            case TokenKind.Variable:
                Take();
                return new VariableSyntax(token.Position, token.Text);
            case TokenKind.String:
                Take();
                return new LiteralSyntax(token.Position, Atom.Of(token.Text));
            case TokenKind.Temporal:
                Take();
                return Temporal.TryParseLiteral(token.Text, out var temporal)
                    ? new LiteralSyntax(token.Position, Atom.Of(temporal))
                    : throw new FhirPathSyntaxException(
                        token.Position,
                        $"@{token.Text} is not a date or time"
                    );
            case TokenKind.Number:
                Take();
                return Number(token);
            case TokenKind.Symbol when token.Text == "(":
                Take();
                var inner = Expression(0);
                Expect(")");
                return inner;
            case TokenKind.Symbol when token.Text == "{":
                Take();
                Expect("}");
                return new LiteralSyntax(token.Position, null);
            default:
                throw Unexpected();
        }
    }

    private AxisSyntax Axis()
    {
        var token = Take();
        return token.Text is "this" or "index" or "total"
            ? new AxisSyntax(token.Position, token.Text)
            : throw new FhirPathSyntaxException(
                token.Position,
                $"${token.Text} is not $this, $index or $total"
            );
    }

    private LiteralSyntax Number(Token token)
    {
        if (
            !decimal.TryParse(
                token.Text,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            throw new FhirPathSyntaxException(token.Position, $"{token.Text} is too large");
        }

        if (_token.Kind == TokenKind.String)
        {
            return new LiteralSyntax(token.Position, Atom.Of(new Measure(number, Take().Text)));
        }

        if (_token.Kind == TokenKind.Identifier && CalendarUnits.Contains(_token.Text))
        {
            return new LiteralSyntax(
                token.Position,
                Atom.Of(new Measure(number, Take().Text.TrimEnd('s')))
            );
        }

        var isInteger =
            !token.Text.Contains('.', StringComparison.Ordinal) && number <= int.MaxValue;
        return new LiteralSyntax(
            token.Position,
            isInteger ? Atom.Of((int)number) : Atom.Of(number)
        );
    }

    private string TypeName()
    {
        if (_token.Kind is not (TokenKind.Identifier or TokenKind.DelimitedIdentifier))
        {
            throw Unexpected();
        }

        var name = Take().Text;
        while (Is("."))
        {
            Take();
            name += "." + Take().Text;
        }

        return name;
    }

    private bool Is(string symbol) => _token.Kind == TokenKind.Symbol && _token.Text == symbol;

    private void Expect(string symbol)
    {
        if (!Is(symbol))
        {
            throw new FhirPathSyntaxException(_token.Position, $"\"{symbol}\" was expected");
        }

        Take();
    }

    private Token Take()
    {
        var token = _token;
        _token = _lexer.Next();
        return token;
    }

    private FhirPathSyntaxException Unexpected() =>
        _token.Kind == TokenKind.End
            ? new FhirPathSyntaxException(_token.Position, "it ends too early")
            : new FhirPathSyntaxException(_token.Position, $"\"{_token.Text}\" was not expected");
}
