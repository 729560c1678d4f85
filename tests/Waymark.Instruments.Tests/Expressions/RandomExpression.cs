using System.Globalization;

namespace Waymark.Instruments.Tests.Expressions;

/// <summary>An expression made by chance from what both evaluators know.</summary>
internal sealed class RandomExpression(int seed)
{
    private static readonly string[] Items =
    [
        "a",
        "b",
        "c",
        "n",
        "m",
        "d",
        "t",
        "g",
        "r",
        "x",
        "y",
        "w",
        "v",
        "z",
    ];

    // repeat() leaves out equal items, which Firely's does not: below it, only items of which there is one.
    private static readonly string[] Single =
    [
        "a",
        "b",
        "c",
        "n",
        "m",
        "d",
        "t",
        "g",
        "w",
        "v",
        "z",
    ];

    private readonly Random _random = new(seed);

    internal string Make() => Any(3);

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];

    private string Any(int depth) =>
        _random.Next(4) switch
        {
            0 => Truth(depth),
            1 => Number(depth),
            2 => Text(depth),
            _ => Answers(depth),
        };

    private string Group() =>
        Pick(
            "%resource",
            "%resource.item.where(linkId='g')",
            "%resource.item.where(linkId='r')",
            "%resource.item.where(linkId='w').answer",
            "%resource.item.where(linkId='r').first()",
            "%context"
        );

    private string Item(int depth) =>
        _random.Next(7) switch
        {
            3 => $"%resource.descendants().where(linkId='{Pick(Items)}')",
            4 => $"%resource.repeat(item | answer).where(linkId='{Pick(Single)}')",
            5 when depth > 0 => $"({Item(depth - 1)} | {Item(depth - 1)})",
            0 => $"{Group()}.item.where(linkId='{Pick(Items)}')",
            1 => $"%resource.repeat(item).where(linkId='{Pick(Single)}')",
            2 when depth > 0 => $"{Group()}.item.where({ItemTruth(depth - 1)})",
            _ => $"{Group()}.item",
        };

    private string ItemTruth(int depth) =>
        _random.Next(4) switch
        {
            0 => $"linkId {Pick("=", "!=", ">", "<=")} '{Pick(Items)}'",
            1 => "answer.exists()",
            2 when depth > 0 => $"answer.value.exists() and {ItemTruth(depth - 1)}",
            _ => $"linkId in ('{Pick(Items)}' | '{Pick(Items)}')",
        };

    private string Answers(int depth) =>
        Item(depth)
        + ".answer"
        + Pick(
            "",
            ".first()",
            ".value",
            ".value",
            ".value.first()",
            ".value.last()",
            ".value.tail()",
            ".where(value.exists())",
            ".value.distinct()",
            ".value.code",
            "[0].value",
            ".value.skip(1)",
            ".value.take(1)"
        );

    private string Number(int depth)
    {
        if (depth == 0)
        {
            return Pick(
                "1",
                "2",
                "0",
                "2.5",
                "10",
                "%resource.item.where(linkId='n').answer.value"
            );
        }

        return _random.Next(9) switch
        {
            0 =>
                $"({Number(depth - 1)} {Pick("+", "-", "*", "/", "div", "mod")} {Number(depth - 1)})",
            1 => $"{Answers(depth - 1)}.count()",
            2 => $"{Text(depth - 1)}.length()",
            3 => $"{Text(depth - 1)}.toInteger()",
            4 => $"iif({Truth(depth - 1)}, {Number(depth - 1)}, {Number(depth - 1)})",
            5 => $"({Number(depth - 1)}).{Pick("abs", "floor", "ceiling", "truncate")}()",
            6 => $"{Text(depth - 1)}.indexOf('{Pick("a", "x", "l")}')",
            7 => $"-{Number(depth - 1)}",
            _ => _random.Next(100).ToString(CultureInfo.InvariantCulture),
        };
    }

    private string Text(int depth)
    {
        if (depth == 0)
        {
            return Pick("'alpha'", "'x'", "'12'", "%resource.item.where(linkId='t').answer.value");
        }

        return _random.Next(6) switch
        {
            0 => $"({Text(depth - 1)} & {Text(depth - 1)})",
            1 => $"{Text(depth - 1)}.{Pick("upper", "lower", "trim")}()",
            2 => $"{Text(depth - 1)}.substring({_random.Next(3)}, {_random.Next(1, 4)})",
            3 => $"({Number(depth - 1)}).toString()",
            4 => $"{Text(depth - 1)}.replace('a', '{Pick("", "bb")}')",
            _ => $"{Item(depth - 1)}.linkId.first()",
        };
    }

    private string Truth(int depth)
    {
        if (depth == 0)
        {
            return Pick("true", "false", "%resource.item.where(linkId='b').answer.value", "{}");
        }

        return _random.Next(14) switch
        {
            9 =>
                $"({Moment(depth - 1)} {Pick("=", "!=", "<", ">", "<=", ">=", "~")} {Moment(depth - 1)})",
            10 => $"{Answers(depth - 1)}.isDistinct()",
            11 => $"{Answers(depth - 1)}.subsetOf({Answers(depth - 1)})",
            12 => $"({Answers(depth - 1)} = {Answers(depth - 1)})",
            13 =>
                $"{Answers(depth - 1)}.where($this is {Pick("integer", "string", "decimal", "boolean", "Coding", "date")}).exists()",
            0 => $"({Truth(depth - 1)} {Pick("and", "or", "xor", "implies")} {Truth(depth - 1)})",
            1 => $"{Truth(depth - 1)}.not()",
            2 =>
                $"({Number(depth - 1)} {Pick("=", "!=", "<", ">", "<=", ">=", "~")} {Number(depth - 1)})",
            3 => $"({Text(depth - 1)} {Pick("=", "!=", "<", ">", "~", "!~")} {Text(depth - 1)})",
            4 => $"{Answers(depth - 1)}.{Pick("exists", "empty")}()",
            5 => $"({Text(depth - 1)} in ({Text(depth - 1)} | {Text(depth - 1)}))",
            6 => $"{Item(depth - 1)}.all({ItemTruth(depth - 1)})",
            7 =>
                $"{Text(depth - 1)}.{Pick("startsWith", "endsWith", "contains")}('{Pick("a", "al", "x")}')",
            _ => $"{Item(depth - 1)}.exists({ItemTruth(depth - 1)})",
        };
    }

    private string Moment(int depth) =>
        _random.Next(depth > 0 ? 7 : 4) switch
        {
            0 => "%resource.item.where(linkId='d').answer.value",
            1 => Pick("@2024-03-01", "@2024", "@2024-05", "@2024-12-31"),
            2 => Pick("@2024-03-01T10:00:00Z", "@2024-03-01T11:00:00+01:00", "@2024-03-01T10:30"),
            3 => Pick("@T10:30", "@T10:30:00", "%resource.item.where(linkId='z').answer.value"),
            4 =>
                $"({Moment(depth - 1)} + {_random.Next(40)} {Pick("days", "months", "years", "weeks")})",
            5 => $"({Moment(depth - 1)} - {_random.Next(40)} {Pick("days", "months", "years")})",
            _ => $"{Moment(depth - 1)}.toString().{Pick("toDate", "toDateTime")}()",
        };
}
