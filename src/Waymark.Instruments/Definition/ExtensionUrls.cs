namespace Waymark.Instruments;

/// <summary>The URLs of the extensions that the engine acts on, each written once.</summary>
internal static class ExtensionUrls
{
    private const string Core = "http://hl7.org/fhir/StructureDefinition/";
    private const string Sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";

    internal const string Hidden = Core + "questionnaire-hidden";
    internal const string MinOccurs = Core + "questionnaire-minOccurs";
    internal const string MaxOccurs = Core + "questionnaire-maxOccurs";
    internal const string MinLength = Core + "minLength";
    internal const string MinValue = Core + "minValue";
    internal const string MaxValue = Core + "maxValue";
    internal const string MinQuantity = Sdc + "minQuantity";
    internal const string MaxQuantity = Sdc + "maxQuantity";
    internal const string MaxDecimalPlaces = Core + "maxDecimalPlaces";
    internal const string Regex = Core + "regex";
    internal const string EntryFormat = Core + "entryFormat";
    internal const string ItemControl = Core + "questionnaire-itemControl";
    internal const string ChoiceOrientation = Core + "questionnaire-choiceOrientation";
    internal const string Collapsible = Sdc + "collapsible";
    internal const string Unit = Core + "questionnaire-unit";
    internal const string UnitOption = Core + "questionnaire-unitOption";
    internal const string SupportLink = Core + "questionnaire-supportLink";
    internal const string OptionPrefix = Core + "questionnaire-optionPrefix";
    internal const string OptionExclusive = Core + "questionnaire-optionExclusive";
    internal const string OrdinalValue = Core + "ordinalValue";
    internal const string ItemWeight = Core + "itemWeight";
    internal const string Translation = Core + "translation";
    internal const string ShortText = Sdc + "shortText";
    internal const string OpenLabel = Sdc + "openLabel";
    internal const string Variable = Core + "variable";
    internal const string CqfExpression = Core + "cqf-expression";
    internal const string TargetConstraint = Core + "targetConstraint";
    internal const string QuestionnaireConstraint = Core + "questionnaire-constraint";
    internal const string LaunchContext = Sdc + "launchContext";
    internal const string CalculatedExpression = Sdc + "calculatedExpression";
    internal const string InitialExpression = Sdc + "initialExpression";
    internal const string EnableWhenExpression = Sdc + "enableWhenExpression";
    internal const string AnswerExpression = Sdc + "answerExpression";
    internal const string AnswerOptionsToggle = Sdc + "answerOptionsToggleExpression";
    internal const string PopulationContext = Sdc + "itemPopulationContext";
    internal const string SourceQueries = Sdc + "sourceQueries";
    internal const string SubQuestionnaire = Sdc + "subQuestionnaire";

    /// <summary>Where an <see cref="AnswerValue"/> came from, in a stored draft: see <see cref="Form.ToDraftJson"/>.</summary>
    internal const string AnswerOrigin =
        "https://waymark.example/fhir/StructureDefinition/answer-origin";

    /// <summary>In a stored draft, an item whose answers do not count for now because it is disabled.</summary>
    internal const string Disabled =
        "https://waymark.example/fhir/StructureDefinition/item-disabled";
}
