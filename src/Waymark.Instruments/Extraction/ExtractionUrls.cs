namespace Waymark.Instruments;

/// <summary>The extensions that say what to extract.</summary>
internal static class ExtractionUrls
{
    internal const string Template = Sdc + "templateExtract";
    internal const string TemplateBundle = Sdc + "templateExtractBundle";
    internal const string TemplateContext = Sdc + "templateExtractContext";
    internal const string TemplateValue = Sdc + "templateExtractValue";
    internal const string Definition = Sdc + "definitionExtract";
    internal const string DefinitionValue = Sdc + "definitionExtractValue";
    internal const string ItemContext = Sdc + "itemExtractionContext";
    internal const string AllocateId = Sdc + "extractAllocateId";
    internal const string Observation = Sdc + "observationExtract";
    internal const string ObservationCategory = Sdc + "observation-extract-category";

    private const string Sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";
}
