using Microsoft.Extensions.Compliance.Classification;

namespace Waymark.Security.Logs;

/// <summary>
/// Marks a parameter of a log message that could tell of a person: a name, an address, a child's reference, anything typed. It is left out of
/// every log line. Ids and counts need no mark.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class PrivateAttribute() : DataClassificationAttribute(Private)
{
    /// <summary>The one class of data that no log may hold.</summary>
    public static DataClassification Private { get; } = new("Waymark", "Private");
}
