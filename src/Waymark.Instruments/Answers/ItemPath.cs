using System.Globalization;
using System.Text;

namespace Waymark.Instruments;

/// <summary>One step of an <see cref="ItemPath"/>: which occurrence of a repeating item to go into.</summary>
/// <param name="LinkId">The repeating item.</param>
/// <param name="Occurrence">Which of its occurrences, from 0: of a repeating group the instance, of a repeating question the answer.</param>
public readonly record struct PathStep(string LinkId, int Occurrence);

/// <summary>
/// Which item of a response: the repeating ancestors with their occurrence, then the item, as in <c>meds[1]/dose</c>.
/// </summary>
/// <remarks>
/// Written, the characters <c>% / [ ]</c> of a linkId are percent-encoded, so that <see cref="Parse"/> and <see cref="ToString"/> are each
/// other's inverse for any linkId. A step that is left out means occurrence 0; ancestors that do not repeat are never written.
/// </remarks>
public readonly struct ItemPath : IEquatable<ItemPath>
{
    private readonly PathStep[]? _within;
    private readonly string? _linkId;

    /// <summary>The item <paramref name="linkId"/>, within the occurrences <paramref name="within"/> from the outside in.</summary>
    /// <param name="linkId">The item itself.</param>
    /// <param name="within">The repeating ancestors; none for the first occurrence of everything.</param>
    /// <param name="occurrence">For a repeating group, which instance of it; otherwise <see langword="null"/>.</param>
    public ItemPath(string linkId, IReadOnlyList<PathStep>? within = null, int? occurrence = null)
    {
        ArgumentNullException.ThrowIfNull(linkId);
        _linkId = linkId;
        _within = within is { Count: > 0 } ? [.. within] : null;
        Occurrence = occurrence;
    }

    /// <summary>The item itself.</summary>
    public string LinkId => _linkId ?? "";

    /// <summary>The repeating ancestors from the outside in, each with its occurrence.</summary>
    public IReadOnlyList<PathStep> Within => _within ?? [];

    /// <summary>For a repeating group, which instance of it is meant; otherwise <see langword="null"/>.</summary>
    public int? Occurrence { get; }

    /// <summary>The first occurrence of the item with this linkId (the text is taken as it is, not parsed).</summary>
    public static ItemPath FromString(string linkId) => new(linkId);

    /// <summary>The first occurrence of the item with this linkId (the text is taken as it is, not parsed).</summary>
    public static implicit operator ItemPath(string linkId) => new(linkId);

    /// <summary>Reads the written form.</summary>
    /// <exception cref="FormatException">The text is not a path; ask <see cref="TryParse"/> when it is not trusted.</exception>
    public static ItemPath Parse(string text) =>
        TryParse(text, out var path)
            ? path
            : throw new FormatException("Not an item path: " + text);

    /// <summary>Reads the written form.</summary>
    /// <returns>Whether the text is a path.</returns>
    public static bool TryParse(string? text, out ItemPath path)
    {
        path = default;
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        var parts = text.Split('/');
        var within = new PathStep[parts.Length - 1];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!TryPart(parts[i], out var linkId, out var occurrence))
            {
                return false;
            }

            if (i == parts.Length - 1)
            {
                path = new ItemPath(linkId, within, occurrence);
                return true;
            }

            if (occurrence is null)
            {
                return false;
            }

            within[i] = new PathStep(linkId, occurrence.Value);
        }

        return false;
    }

    /// <summary>The written form, such as <c>meds[1]/dose</c>.</summary>
    public override string ToString()
    {
        if (_within is null && Occurrence is null && LinkId.AsSpan().IndexOfAny("%/[]") < 0)
        {
            return LinkId;
        }

        var text = new StringBuilder();
        foreach (var step in Within)
        {
            Encode(step.LinkId, text).Append('[').Append(step.Occurrence).Append("]/");
        }

        Encode(LinkId, text);
        if (Occurrence is { } occurrence)
        {
            text.Append('[').Append(occurrence).Append(']');
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public bool Equals(ItemPath other) =>
        string.Equals(LinkId, other.LinkId, StringComparison.Ordinal)
        && Occurrence == other.Occurrence
        && _within.AsSpan().SequenceEqual(other._within.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ItemPath other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(LinkId, StringComparer.Ordinal);
        hash.Add(Occurrence);
        foreach (var step in _within.AsSpan())
        {
            hash.Add(step);
        }

        return hash.ToHashCode();
    }

    /// <summary>Same item, same occurrences.</summary>
    public static bool operator ==(ItemPath left, ItemPath right) => left.Equals(right);

    /// <summary>Another item or another occurrence.</summary>
    public static bool operator !=(ItemPath left, ItemPath right) => !left.Equals(right);

    private static StringBuilder Encode(string linkId, StringBuilder text)
    {
        foreach (var c in linkId)
        {
            _ = c switch
            {
                '%' => text.Append("%25"),
                '/' => text.Append("%2F"),
                '[' => text.Append("%5B"),
                ']' => text.Append("%5D"),
                _ => text.Append(c),
            };
        }

        return text;
    }

    private static bool TryPart(string part, out string linkId, out int? occurrence)
    {
        linkId = part;
        occurrence = null;
        var open = part.IndexOf('[', StringComparison.Ordinal);
        if (open >= 0)
        {
            if (
                part[^1] != ']'
                || !int.TryParse(
                    part.AsSpan(open + 1, part.Length - open - 2),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                )
            )
            {
                return false;
            }

            occurrence = number;
            linkId = part[..open];
        }

        if (linkId.Length == 0 || linkId.Contains(']', StringComparison.Ordinal))
        {
            return false;
        }

        return !linkId.Contains('%', StringComparison.Ordinal) || TryDecode(ref linkId);
    }

    private static bool TryDecode(ref string linkId)
    {
        var text = new StringBuilder();
        for (var i = 0; i < linkId.Length; i++)
        {
            if (linkId[i] != '%')
            {
                text.Append(linkId[i]);
                continue;
            }

            char? decoded = (i + 2 < linkId.Length ? linkId.AsSpan(i + 1, 2) : []) switch
            {
                "25" => '%',
                "2F" => '/',
                "5B" => '[',
                "5D" => ']',
                _ => null,
            };
            if (decoded is null)
            {
                return false;
            }

            text.Append(decoded.Value);
            i += 2;
        }

        linkId = text.ToString();
        return true;
    }
}
