namespace Waymark.Data.Sealing;

/// <summary>
/// A sealed field cannot be what this program wrote. The record must not be shown as if nothing had happened: someone
/// changed the database, or a back-up is incomplete.
/// </summary>
public sealed class SealedFieldException(string message) : Exception(message);
