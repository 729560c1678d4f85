namespace Waymark.Security.FreeText;

/// <summary>
/// Files written as letters: base64 (whole or broken into lines), hexadecimal, lists of bytes, uuencode. Known by what prose never
/// does: hundreds of letters on end with capitals and digits strewn among them. The thresholds are below the size of any picture that shows
/// something and above the identifiers that stand in ordinary links.
/// </summary>
internal static class EncodedData
{
    private const int ShortestBlob = 256;
    private const int ShortestLine = 20;
    private const int MostShortWords = 200;
    private const int LongestNumberList = 1_500;
    private const int LongestToken = 2_000;

    /// <summary>Whether the text holds such data.</summary>
    public static bool In(ReadOnlySpan<char> text) =>
        HasBlob(text)
        || HasShortWords(text)
        || HasNumberList(text)
        || HasEndlessToken(text)
        || HasUuencode(text);

    /// <summary>A run of the base64 alphabet, or such runs on lines of their own, that mixes capitals, small letters and digits; or is hexadecimal.</summary>
    private static bool HasBlob(ReadOnlySpan<char> text)
    {
        var total = new Letters();
        var run = new Letters();
        var gap = false; // only white space since the last run
        foreach (var c in text)
        {
            if (IsBase64(c))
            {
                if (gap)
                {
                    total = run.Count >= ShortestLine ? total.Plus(run) : new Letters();
                    run = new Letters();
                    gap = false;
                }
                run.Add(c);
                if (run.IsBlob || (run.Count >= ShortestLine && total.Plus(run).IsBlob))
                {
                    return true;
                }
            }
            else if (char.IsWhiteSpace(c))
            {
                gap = true;
            }
            else
            {
                total = new Letters();
                run = new Letters();
                gap = false;
            }
        }
        return false;
    }

    /// <summary>Bytes or letters spelled one by one: "FF D8 FF E0 …".</summary>
    private static bool HasShortWords(ReadOnlySpan<char> text)
    {
        var words = 0;
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c is ',' or ';')
            {
                words += length > 0 ? 1 : 0;
                length = 0;
            }
            else if (char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '=')
            {
                length++;
                words = length > 3 ? 0 : words;
            }
            else
            {
                (words, length) = (0, 0);
            }
            if (words > MostShortWords)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A list of numbers longer than any list of telephone numbers: "137,80,78,71 …" or "0x89, 0x50, …".</summary>
    private static bool HasNumberList(ReadOnlySpan<char> text)
    {
        var length = 0;
        foreach (var c in text)
        {
            length =
                char.IsAsciiHexDigit(c) || char.IsWhiteSpace(c) || c is ',' or ';' or 'x' or '\\'
                    ? length + 1
                    : 0;
            if (length > LongestNumberList)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>One "word" of basic Latin longer than any link: whatever it is, no one typed it.</summary>
    private static bool HasEndlessToken(ReadOnlySpan<char> text)
    {
        var length = 0;
        UInt128 seen = 0;
        foreach (var c in text)
        {
            if (c is <= ' ' or >= (char)0x7F)
            {
                (length, seen) = (0, 0);
                continue;
            }
            length++;
            seen |= UInt128.One << c;
            if (length > LongestToken && UInt128.PopCount(seen) >= 12) // a line of dashes is a line
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A line "begin 644 name": the head of a uuencoded file.</summary>
    private static bool HasUuencode(ReadOnlySpan<char> text)
    {
        foreach (var line in text.EnumerateLines())
        {
            if (
                line.Length > 10
                && line.StartsWith("begin ", StringComparison.Ordinal)
                && char.IsBetween(line[6], '0', '7')
                && char.IsBetween(line[7], '0', '7')
                && char.IsBetween(line[8], '0', '7')
                && line[9] == ' '
            )
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsBase64(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '=' or '_' or '-';

    /// <summary>What kinds of letters a run is made of.</summary>
    private record struct Letters
    {
        private int _capitals;
        private int _small;
        private int _digits;
        private int _hex;

        public int Count { get; private set; }

        /// <summary>
        /// Base64 of anything but a toy has about 40 % capitals, 40 % small letters and 15 % digits; the path of a web address, however
        /// long, is nearly all small letters. Hexadecimal has nothing beyond f, and more digits than letters.
        /// </summary>
        public readonly bool IsBlob =>
            Count >= ShortestBlob
            && (
                (_capitals * 10 >= Count && _small * 10 >= Count && _digits * 50 >= Count)
                || (_hex == Count && _digits * 5 >= Count && _digits < Count)
            );

        public void Add(char c)
        {
            Count++;
            _capitals += char.IsAsciiLetterUpper(c) ? 1 : 0;
            _small += char.IsAsciiLetterLower(c) ? 1 : 0;
            _digits += char.IsAsciiDigit(c) ? 1 : 0;
            _hex += char.IsAsciiHexDigit(c) ? 1 : 0;
        }

        public readonly Letters Plus(Letters other) =>
            new()
            {
                Count = Count + other.Count,
                _capitals = _capitals + other._capitals,
                _small = _small + other._small,
                _digits = _digits + other._digits,
                _hex = _hex + other._hex,
            };
    }
}
