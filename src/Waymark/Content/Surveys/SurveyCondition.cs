namespace Waymark.Content.Surveys;

/// <summary>How a <see cref="SurveyCondition"/> looks at another question.</summary>
public enum SurveyConditionKind
{
    /// <summary>It was answered with the code.</summary>
    Is,

    /// <summary>It was not answered with the code; unanswered counts.</summary>
    IsNot,

    /// <summary>It was answered at all.</summary>
    Answered,

    /// <summary>It was not answered.</summary>
    Unanswered,
}

/// <summary>One condition under which a survey question is asked.</summary>
/// <param name="Question">The linkId of the question that decides.</param>
/// <param name="Kind">How it decides.</param>
/// <param name="Code">The code compared with; empty where none is.</param>
public sealed record SurveyCondition(string Question, SurveyConditionKind Kind, string Code);

/// <summary>The conditions of one item: of the question itself or of a group around it.</summary>
/// <param name="All">Whether all must hold, or one is enough.</param>
/// <param name="Conditions">The conditions.</param>
public sealed record SurveyConditions(bool All, IReadOnlyList<SurveyCondition> Conditions);
