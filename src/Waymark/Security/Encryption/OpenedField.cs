namespace Waymark.Security.Encryption;

/// <summary>What became of opening a sealed field.</summary>
public enum FieldState
{
    /// <summary>It opened; the text is there.</summary>
    Opened,

    /// <summary>Its key was erased: nobody can read it any more.</summary>
    Erased,

    /// <summary>Its key is of a version that this agency has not.</summary>
    KeyUnknown,

    /// <summary>It was altered, cut, or moved from another place.</summary>
    Altered,
}

/// <summary>The answer to opening a sealed field.</summary>
/// <param name="State">What became of it.</param>
/// <param name="Text">The text; null unless it opened.</param>
public readonly record struct OpenedField(FieldState State, string? Text)
{
    /// <summary>What stands in a record where the words were erased with the agency's keys.</summary>
    public const string ErasedText = "[erased]";
}
