using Waymark.Content;
using Waymark.Instruments;

namespace Waymark.Features.Shared.Reading;

/// <summary>What a record says about one factor: the answer, and where it is yes or suspected, what, who says so and when.</summary>
/// <param name="Factor">The factor, with its words.</param>
/// <param name="Presence">The answer, or null while nothing was answered.</param>
/// <param name="Details">Every other answer of the factor's group that counts, in order: the question and the words.</param>
/// <param name="SaidBy">The codes of who says so: child, carer, professional, record, police.</param>
/// <param name="Date">When it was seen or said, or null.</param>
/// <param name="TalkOver">Whether the practitioner wants to talk this over.</param>
/// <param name="Page">The page of the instrument that holds it, for a link back.</param>
public sealed record FactorReading(
    Factor Factor,
    CodingAnswer? Presence,
    IReadOnlyList<ReadAnswer> Details,
    IReadOnlyList<string> SaidBy,
    PartialDate? Date,
    bool TalkOver,
    string Page
)
{
    /// <summary>Yes or suspected.</summary>
    public bool IsPresent => Presence?.Code is "yes" or "suspected";

    /// <summary>Answered "not known" or "not asked", or not answered at all: something to find out.</summary>
    public bool IsUnknown => Presence?.Code is null or "not-known" or "not-asked";

    /// <summary>The answer as people read it.</summary>
    public string Words =>
        Presence is null
            ? "Not answered"
            : AnswerWords.Of(
                InstrumentPages.Questions(Factor.Group).Single(q => q.LinkId == Factor.Id),
                [Presence]
            );

    /// <summary>The first of the details under a link id's ending, such as <c>what</c>, or empty.</summary>
    public string Detail(string ending) =>
        Details.FirstOrDefault(d => d.LinkId == $"{Factor.Id}.{ending}")?.Words ?? "";
}

/// <summary>A question and what was answered, as people read them.</summary>
public sealed record ReadAnswer(string LinkId, string Question, string Words, bool Verbatim);
