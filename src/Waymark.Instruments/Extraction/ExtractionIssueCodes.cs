namespace Waymark.Instruments;

public static partial class IssueCodes
{
    /// <summary>A template that extraction names is not contained in the instrument.</summary>
    public const string TemplateNotFound = "template-not-found";

    /// <summary>An extraction extension stands where it has no meaning.</summary>
    public const string ExtractionMisplaced = "extraction-misplaced";

    /// <summary>A name for an allocated id is taken already.</summary>
    public const string DuplicateAllocatedId = "duplicate-allocated-id";

    /// <summary>A template expression gave several values for an element that can have one.</summary>
    public const string ExtractionTooManyValues = "extraction-too-many-values";

    /// <summary>A template expression gave something that its element cannot hold.</summary>
    public const string ExtractionValueMismatch = "extraction-value-mismatch";

    /// <summary>What is to be extracted is not a resource type of R4 itself.</summary>
    public const string ExtractionProfile = "extraction-profile";

    /// <summary>An item stands for an element that does not exist, or that cannot hold its answers.</summary>
    public const string ExtractionElement = "extraction-element";

    /// <summary>What a template gave is not a valid resource.</summary>
    public const string ExtractedResourceInvalid = "extracted-resource-invalid";
}
