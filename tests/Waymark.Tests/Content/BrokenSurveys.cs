using System.Text.Json.Nodes;
using Waymark.Content;

namespace Waymark.Tests.Content;

/// <summary>Surveys, studies and denominators, each broken in one way.</summary>
internal static class BrokenSurveys
{
    private const string Survey = "instruments/surveys/small/1.0.0/questionnaire.json";
    private const string Other = "instruments/surveys/other/1.0.0/questionnaire.json";
    private const string Studies = "reference/workforce-2014.json";
    private const string Denominators = "reference/denominators.json";

    internal static IReadOnlyList<Breakage> All { get; } =
    [
        Question(
            "survey question in free text",
            ContentCodes.SurveyQuestionUnfit,
            question =>
            {
                question["type"] = "string";
                question.Remove("answerOption");
            }
        ),
        Question(
            "survey answers of one number",
            ContentCodes.SurveyQuestionUnfit,
            question =>
                question["answerOption"]![1]!["extension"]![0]!["valueDecimal"] = question[
                    "answerOption"
                ]![0]!["extension"]![0]!["valueDecimal"]!.DeepClone()
        ),
        Question(
            "survey question that repeats its group",
            ContentCodes.SurveyQuestionUnfit,
            _ => { },
            page => page["repeats"] = true,
            "page_one"
        ),
        Question(
            "survey question without a topic",
            ContentCodes.TopicMissing,
            question => question.Remove("code")
        ),
        Question(
            "survey question that cannot be declined",
            ContentCodes.DeclineMissing,
            question => question["answerOption"]!.AsArray().RemoveAt(2)
        ),
        Question(
            "survey question without a measure",
            ContentCodes.ValueMissing,
            question => question.Remove("extension")
        ),
        Question(
            "survey question with no name for a variable",
            ContentCodes.VariableName,
            question => question["linkId"] = "Sector-1",
            item: "Sector-1"
        ),
        Question(
            "survey page that cites nothing that exists",
            ContentCodes.SourceUnknown,
            _ => { },
            page => page.SetExtension("source", "valueString", "hearsay"),
            "page_one"
        ),
        Question(
            "survey page on no case study",
            ContentCodes.ValueUnknown,
            _ => { },
            page => page.SetExtension("case-study", "valueString", "v99"),
            "page_one"
        ),
        new(
            "one name for two survey questions",
            ContentCodes.VariableDiffers,
            Survey,
            "sector",
            null,
            content =>
                content
                    .With(Other, content.Files[Survey])
                    .Edit(
                        Other,
                        file =>
                        {
                            file["url"] =
                                "https://waymark.example/fhir/Questionnaire/surveys/other";
                            First(file)["text"] = "Where did you work?";
                        }
                    )
                    .Approved()
        ),
        Study("sectors that do not add up", "small-study", study => study["unallocated"] = 6),
        Study(
            "derived count that does not follow",
            "half",
            study => study["figures"]![0]!["derived"]!["count"] = 51
        ),
        Study(
            "derived interval that does not follow",
            "half",
            study => study["figures"]![0]!["derived"]!["upperPercent"] = 59.7
        ),
        Study(
            "figure derived from nobody knows how many",
            "half",
            study =>
            {
                study["respondents"] = null;
                study["sectors"] = new JsonArray();
            }
        ),
        Study("figure made up", "unknown", study => study["figures"]![1]!["percent"] = 12),
        Study(
            "figure above a hundred",
            "half",
            study =>
            {
                study["figures"]![0]!["percent"] = 101;
                study["figures"]![0]!["derived"] = null;
            }
        ),
        new(
            "figure that cites nothing",
            ContentCodes.SourceMissing,
            Studies,
            "half",
            null,
            content =>
                content.Edit(
                    Studies,
                    file => file["studies"]![0]!["figures"]![0]!["sources"] = new JsonArray()
                )
        ),
        Denominator(
            "denominators that do not add up",
            ContentCodes.FigureWrong,
            "all",
            groups => groups[2]!["values"]![0]!["value"] = 16
        ),
        Denominator(
            "denominator made up",
            ContentCodes.FigureWrong,
            "nobody",
            groups =>
                groups[3]!["values"] = new JsonArray(
                    new JsonObject { ["measure"] = "fte", ["value"] = 7 }
                )
        ),
        Denominator(
            "denominator of no date",
            ContentCodes.ValueMissing,
            "some",
            groups => groups[0]!["date"] = null
        ),
    ];

    private static Breakage Question(
        string name,
        string code,
        Action<JsonObject> edit,
        Action<JsonObject>? editPage = null,
        string item = "sector"
    ) =>
        new(
            name,
            code,
            Survey,
            item,
            null,
            content =>
                content
                    .Edit(
                        Survey,
                        file =>
                        {
                            edit(First(file));
                            editPage?.Invoke(file["item"]![0]!.AsObject());
                        }
                    )
                    .Approved()
        );

    private static Breakage Study(string name, string item, Action<JsonObject> edit) =>
        new(
            name,
            ContentCodes.FigureWrong,
            Studies,
            item,
            null,
            content => content.Edit(Studies, file => edit(file["studies"]![0]!.AsObject()))
        );

    private static Breakage Denominator(
        string name,
        string code,
        string item,
        Action<JsonArray> edit
    ) =>
        new(
            name,
            code,
            Denominators,
            item,
            null,
            content => content.Edit(Denominators, file => edit(file["groups"]!.AsArray()))
        );

    private static JsonObject First(JsonNode file) => file["item"]![0]!["item"]![0]!.AsObject();
}
