using System.Globalization;
using Waymark.Components.Questions;
using Waymark.Features.Shared.Forms;
using Waymark.Instruments;
using Waymark.Security;

namespace Waymark.Features.Shared.Answers;

/// <summary>What a page of an instrument posted.</summary>
/// <param name="Fields">The texts of each question's fields.</param>
/// <param name="AskedFor">LinkIds of the questions that the page showed: one without a text was left empty.</param>
/// <param name="Seen">The revision of the answers that the page showed; 0 where it kept none.</param>
/// <param name="Refused">LinkIds of the questions whose text the free-text guard refused.</param>
/// <param name="HasOtherFields">Whether something was posted that is neither a question's field nor the page's own.</param>
public sealed record PostedAnswers(
    IReadOnlyDictionary<ItemPath, PostedFields> Fields,
    IReadOnlySet<string> AskedFor,
    int Seen,
    IReadOnlySet<string> Refused,
    bool HasOtherFields
)
{
    /// <summary>Names, each as often as needed, the questions that the page showed.</summary>
    public const string AskedField = "_asked";

    /// <summary>The revision of the answers that the page showed.</summary>
    public const string SeenField = "_seen";

    /// <summary>Reads a posted form after the free-text guard has been over it.</summary>
    public static PostedAnswers Of(IFormCollection form, HttpContext context) =>
        new(
            QuestionFields.Read(form),
            form[AskedField].OfType<string>().ToHashSet(StringComparer.Ordinal),
            int.TryParse(
                form[SeenField],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var seen
            )
                ? seen
                : 0,
            Refusals(context)
                .Select(r => r.LinkId)
                .OfType<string>()
                .ToHashSet(StringComparer.Ordinal),
            form.Keys.Any(name =>
                !name.StartsWith('_') && !QuestionFields.TryParse(name, out _, out var _)
            )
        );

    /// <summary>What the free-text guard refused, named by question where it was a question's field.</summary>
    public static IEnumerable<FieldError> Refusals(HttpContext context) =>
        GuardedForm
            .Refusals(context)
            .Select(refusal =>
                QuestionFields.TryParse(refusal.Field, out var path, out var field)
                    ? refusal with
                    {
                        LinkId = path.LinkId,
                        Field =
                            field == "value"
                                ? QuestionFields.Id(path)
                                : $"{QuestionFields.Id(path)}-{field}",
                    }
                    : refusal
            );

    /// <summary>Whether the page asked the question, or an answer to it was posted.</summary>
    public bool Asked(ItemDefinition question) =>
        AskedFor.Contains(question.LinkId) || Fields.ContainsKey(question.LinkId);

    /// <summary>The question's fields, under the names that <see cref="AnswerText"/> knows.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> FieldsOf(ItemDefinition question) =>
        Fields.TryGetValue(question.LinkId, out var fields) ? fields : s_none;

    /// <summary>Whether something was posted that none of the questions asks for.</summary>
    public bool HasStrangers(IReadOnlyList<ItemDefinition> questions) =>
        HasOtherFields || Fields.Keys.Any(path => !questions.Any(q => path == q.LinkId));

    private static readonly PostedFields s_none = [];
}
