namespace Waymark.Instruments;

public static partial class SupportTable
{
    private static SupportEntry[] Behaviour =>
        [
            Honoured(ExtensionUrls.Hidden, "Never shown; still evaluated and stored."),
            Honoured(ExtensionUrls.MinOccurs, "Checked while the item is enabled."),
            Honoured(ExtensionUrls.MaxOccurs, "Checked, and no further instance can be added."),
            Honoured(ExtensionUrls.MinLength, "Checked."),
            Honoured(ExtensionUrls.MinValue, "Checked, also on dates and times."),
            Honoured(ExtensionUrls.MaxValue, "Checked, also on dates and times."),
            Honoured(ExtensionUrls.MinQuantity, "Checked, with units converted."),
            Honoured(ExtensionUrls.MaxQuantity, "Checked, with units converted."),
            Honoured(ExtensionUrls.MaxDecimalPlaces, "Checked."),
            Honoured(ExtensionUrls.Regex, "The whole text must match; in linear time."),
            Honoured(ExtensionUrls.EntryFormat, "Handed to the page."),
            Honoured(ExtensionUrls.ItemControl, "Handed to the page."),
            Honoured(ExtensionUrls.ChoiceOrientation, "Handed to the page."),
            Honoured(ExtensionUrls.Collapsible, "Handed to the page."),
            Honoured(ExtensionUrls.Unit, "The unit of a number."),
            Honoured(ExtensionUrls.UnitOption, "The units a quantity may be given in."),
            Honoured(ExtensionUrls.SupportLink, "Handed to the page."),
            Honoured(ExtensionUrls.OptionPrefix, "Handed to the page."),
            Honoured(
                ExtensionUrls.OptionExclusive,
                "Such an option cannot be chosen beside another."
            ),
            Honoured(
                ExtensionUrls.OrdinalValue,
                "`weight()` and `ordinal()` give it; on options, codings and concepts of contained value sets."
            ),
            Honoured(
                ExtensionUrls.ItemWeight,
                "As `ordinalValue`, which it replaces; it wins where both are there."
            ),
            Honoured(ExtensionUrls.Translation, "Of item texts and of option displays."),
            Honoured(ExtensionUrls.ShortText, "Handed to the page."),
            Honoured(ExtensionUrls.OpenLabel, "Handed to the page."),
            Honoured(
                ExtensionUrls.Variable,
                "At every level; visible to the item and everything within it."
            ),
            Honoured(
                ExtensionUrls.CqfExpression,
                "On an item's `text`, `required` and `readOnly`; anywhere else refused."
            ),
            Honoured(ExtensionUrls.TargetConstraint, "With severity, human text and location."),
            Honoured(
                ExtensionUrls.QuestionnaireConstraint,
                "The older form of `targetConstraint`."
            ),
            Honoured(ExtensionUrls.CalculatedExpression, "Never overwrites what a person entered."),
            Honoured(ExtensionUrls.InitialExpression, "Once, when a form is started."),
            Honoured(
                ExtensionUrls.EnableWhenExpression,
                "Together with `enableWhen`, both must hold."
            ),
            Honoured(ExtensionUrls.AnswerExpression, "The options it gives are the ones offered."),
            Honoured(
                ExtensionUrls.AnswerOptionsToggle,
                "Options are offered while their condition holds."
            ),
            Refused(
                ExtensionUrls.SubQuestionnaire,
                "Assemble a modular questionnaire before it is loaded."
            ),
            Refused(Core + "questionnaire-answerRepeats", "Not defined by any published guide."),
            Refused(
                Sdc + "sdc-questionnaire-lookupQuestionnaire",
                "Another questionnaire is not at hand."
            ),
            Refused(Core + "questionnaire-signatureRequired", "The engine takes no signatures."),
            Refused(
                Core + "questionnaire-unitValueSet",
                "Unit value sets are not read; list the units with `unitOption`."
            ),
            Refused(
                Sdc + "sdc-questionnaire-unitSupplementalSystem",
                "Units outside the list are not accepted."
            ),
            Refused(Core + "cqf-library", "Expressions in CQL are not evaluated."),
            Refused(Sdc + "sdc-questionnaire-unitOpen", "Units outside the list are not accepted."),
        ];

    private static SupportEntry[] Populating =>
        [
            Honoured(
                ExtensionUrls.LaunchContext,
                "Names what the application hands in; its names are known to expressions."
            ),
            Honoured(
                ExtensionUrls.PopulationContext,
                "One instance for each element it gives; its name is known to the initial expressions and further contexts within. What a query finds, the application hands in under its name."
            ),
            Honoured(Sdc + "sdc-questionnaire-definitionExtract", "Extraction."),
            Honoured(Sdc + "sdc-questionnaire-definitionExtractValue", "Extraction."),
            Honoured(Sdc + "sdc-questionnaire-itemExtractionContext", "Extraction."),
            Honoured(Sdc + "sdc-questionnaire-observationExtract", "Extraction."),
            Honoured(Sdc + "sdc-questionnaire-observation-extract-category", "Extraction."),
            Honoured(Sdc + "sdc-questionnaire-templateExtract", "Extraction."),
            Honoured(Sdc + "sdc-questionnaire-templateExtractBundle", "Extraction."),
            Honoured(Sdc + "sdc-questionnaire-templateExtractContext", "Extraction."),
            Honoured(Sdc + "sdc-questionnaire-templateExtractValue", "Extraction."),
            Honoured(Sdc + "sdc-questionnaire-extractAllocateId", "Extraction."),
            .. Ignore(
                "Populating by query or mapping is the application's: it hands the values in.",
                ExtensionUrls.SourceQueries,
                Sdc + "sdc-questionnaire-sourceStructureMap",
                Sdc + "sdc-questionnaire-observationLinkPeriod",
                Sdc + "sdc-questionnaire-contextExpression",
                Sdc + "sdc-questionnaire-candidateExpression",
                Sdc + "sdc-questionnaire-targetStructureMap",
                Sdc + "sdc-questionnaire-isSubject"
            ),
        ];

    private static SupportEntry[] Hints =>
        [
            .. Ignore(
                "Looks only.",
                Core + "questionnaire-displayCategory",
                Core + "questionnaire-sliderStepValue",
                Core + "rendering-xhtml",
                Core + "rendering-style",
                Core + "rendering-styleSensitive",
                Core + "rendering-markdown",
                Sdc + "sdc-rendering-criticalExtension",
                Sdc + "sdc-questionnaire-choiceColumn",
                Sdc + "sdc-questionnaire-columnCount",
                Sdc + "sdc-questionnaire-keyboard",
                Sdc + "sdc-questionnaire-optionalDisplay",
                Sdc + "sdc-questionnaire-width",
                Sdc + "sdc-questionnaire-itemMedia",
                Sdc + "sdc-questionnaire-itemAnswerMedia",
                Core + "questionnaire-supportHyperlink",
                Core + "valueset-label",
                Core + "designNote"
            ),
            .. Ignore(
                "Guides who fills the form in and how, not what follows.",
                Core + "questionnaire-usageMode",
                Sdc + "sdc-questionnaire-entryMode",
                Sdc + "sdc-questionnaire-performerType",
                Sdc + "sdc-questionnaire-endpoint",
                Sdc + "sdc-questionnaire-assemble-expectation",
                Sdc + "sdc-questionnaire-assembleContext",
                Sdc + "sdc-questionnaire-assembledFrom",
                Sdc + "sdc-questionnaire-referencesContained",
                Sdc + "sdc-questionnaire-preferredTerminologyServer",
                Core + "preferredTerminologyServer",
                Core + "terminology-server",
                Core + "questionnaire-baseType",
                Core + "questionnaire-fhirType"
            ),
            .. Ignore(
                "Attachments and references are not looked up.",
                Core + "mimeType",
                Core + "maxSize",
                Core + "questionnaire-referenceResource",
                Core + "questionnaire-referenceProfile",
                Core + "questionnaire-referenceFilter"
            ),
            .. Ignore(
                "About the document, not of it.",
                Core + "artifact-versionAlgorithm",
                "http://hl7.org/fhir/5.0/StructureDefinition/extension-Questionnaire.versionAlgorithm[x]",
                Core + "structuredefinition-wg",
                Core + "structuredefinition-standards-status",
                Core + "structuredefinition-fmm",
                Core + "structuredefinition-normative-version",
                Core + "cqf-citation",
                Core + "cqf-scope",
                Core + "cqf-calculatedValue",
                Core + "cqf-expressionLanguage"
            ),
        ];
}
