namespace Waymark.Hosting;

/// <summary>How much one request may carry. Waymark takes words, never files.</summary>
public static class RequestLimits
{
    /// <summary>The largest request body, in bytes: a page of long answers fits many times over.</summary>
    public const long BodyBytes = 512 * 1024;
}
