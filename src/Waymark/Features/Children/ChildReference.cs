namespace Waymark.Features.Children;

/// <summary>An agency's own reference for a child, written one way so that the same child is found again.</summary>
public static class ChildReference
{
    /// <summary>The longest reference, in characters.</summary>
    public const int Length = 40;

    /// <summary>Upper case without spaces: "hb 102-a" and "HB102-A" are one child.</summary>
    public static string Normalise(string typed) =>
        string.Concat(typed.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
}
