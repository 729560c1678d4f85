using System.Globalization;
using System.Text;

namespace Waymark.Instruments.Expressions;

internal enum TokenKind
{
    End,
    Identifier,
    DelimitedIdentifier,
    String,
    Number,
    Temporal,
    Variable,
    Axis,
    Symbol,
}

// Text is the name, symbol or number as written; of strings and delimited identifiers it is what they stand for.
internal readonly record struct Token(TokenKind Kind, string Text, int Position);

/// <summary>Cuts FHIRPath into tokens.</summary>
internal sealed class Lexer(string text)
{
    private const string Symbols = "()[]{}.,+-*/|&=~<>!";
    private int _at;

    internal Token Next()
    {
        SkipBlank();
        if (_at >= text.Length)
        {
            return new Token(TokenKind.End, "", text.Length);
        }

        var start = _at;
        var c = text[_at];
        if (char.IsAsciiLetter(c) || c == '_')
        {
            return new Token(TokenKind.Identifier, Word(), start);
        }

        if (char.IsAsciiDigit(c))
        {
            return new Token(TokenKind.Number, Number(), start);
        }

        switch (c)
        {
            case '\'':
                return new Token(TokenKind.String, Quoted('\''), start);
            case '`':
                return new Token(TokenKind.DelimitedIdentifier, Quoted('`'), start);
            case '@':
                return new Token(TokenKind.Temporal, Temporal(), start);
            case '%':
                _at++;
                return new Token(TokenKind.Variable, VariableName(start), start);
            case '$':
                _at++;
                return new Token(TokenKind.Axis, Word(), start);
            default:
                return Symbol(start, c);
        }
    }

    private Token Symbol(int start, char c)
    {
        if (!Symbols.Contains(c, StringComparison.Ordinal))
        {
            throw new FhirPathSyntaxException(start, $"\"{c}\" has no meaning here");
        }

        var length =
            start + 1 < text.Length && text.Substring(start, 2) is "<=" or ">=" or "!=" or "!~"
                ? 2
                : 1;
        _at += length;
        return new Token(TokenKind.Symbol, text.Substring(start, length), start);
    }

    private void SkipBlank()
    {
        while (_at < text.Length)
        {
            if (char.IsWhiteSpace(text[_at]))
            {
                _at++;
            }
            else if (text.AsSpan(_at).StartsWith("//"))
            {
                var end = text.AsSpan(_at).IndexOfAny('\r', '\n');
                _at = end < 0 ? text.Length : _at + end;
            }
            else if (text.AsSpan(_at).StartsWith("/*"))
            {
                var end = text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                _at =
                    end < 0
                        ? throw new FhirPathSyntaxException(_at, "a comment does not end")
                        : end + 2;
            }
            else
            {
                return;
            }
        }
    }

    private string Word()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] == '_'))
        {
            _at++;
        }

        return text[start.._at];
    }

    private string VariableName(int start)
    {
        if (_at < text.Length && text[_at] is '`' or '\'' or '"')
        {
            return Quoted(text[_at]);
        }

        var name = Word();
        return name.Length > 0
            ? name
            : throw new FhirPathSyntaxException(start, "a name must follow %");
    }

    private string Number()
    {
        var start = _at;
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }

        if (_at + 1 < text.Length && text[_at] == '.' && char.IsAsciiDigit(text[_at + 1]))
        {
            _at++;
            while (_at < text.Length && char.IsAsciiDigit(text[_at]))
            {
                _at++;
            }
        }

        return text[start.._at];
    }

    private string Temporal()
    {
        var start = ++_at;
        while (
            _at < text.Length
            && (char.IsAsciiDigit(text[_at]) || text[_at] is '-' or ':' or '.' or 'T' or 'Z' or '+')
        )
        {
            // A full stop that no digit follows is the step to a function, as in @2020-01-01.toString().
            if (text[_at] == '.' && !(_at + 1 < text.Length && char.IsAsciiDigit(text[_at + 1])))
            {
                break;
            }

            _at++;
        }

        return text[start.._at];
    }

    private string Quoted(char quote)
    {
        var start = _at++;
        var result = new StringBuilder();
        while (_at < text.Length)
        {
            var c = text[_at++];
            if (c == quote)
            {
                return result.ToString();
            }

            result.Append(c == '\\' ? Escape() : c);
        }

        throw new FhirPathSyntaxException(start, "a quotation does not end");
    }

    private char Escape()
    {
        var at = _at;
        if (_at >= text.Length)
        {
            throw new FhirPathSyntaxException(at, "a quotation does not end");
        }

        var c = text[_at++];
        switch (c)
        {
            case '\'' or '"' or '`' or '\\' or '/':
                return c;
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'f':
                return '\f';
            case 'u'
                when _at + 4 <= text.Length
                    && int.TryParse(
                        text.AsSpan(_at, 4),
                        NumberStyles.AllowHexSpecifier,
                        CultureInfo.InvariantCulture,
                        out var code
                    ):
                _at += 4;
                return (char)code;
            default:
                throw new FhirPathSyntaxException(
                    at - 1,
                    $"\\{c} is not an escape of FHIRPath; write \\\\{c} for a backslash before {c}"
                );
        }
    }
}
