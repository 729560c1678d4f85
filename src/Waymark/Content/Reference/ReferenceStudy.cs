namespace Waymark.Content.Reference;

/// <summary>How far a figure is established.</summary>
public enum FigureStatus
{
    /// <summary>Printed in a source that is named.</summary>
    Published,

    /// <summary>Our own arithmetic on published figures.</summary>
    Derived,

    /// <summary>Looked for and not seen. It has no value, and none is to be made up.</summary>
    NotFound,
}

/// <summary>A study of the workforce that others are described beside.</summary>
/// <param name="Id">The name it goes by.</param>
/// <param name="Title">What we call it.</param>
/// <param name="Status">How far what is said of the study itself is established.</param>
/// <param name="Sources">The sources it is known from.</param>
/// <param name="CommissionedBy">Who asked for it, where that is known.</param>
/// <param name="Researchers">Who did it.</param>
/// <param name="Fieldwork">When people were asked, in words, where that is known.</param>
/// <param name="Published">When it came out: a year, a month or a day in ISO form.</param>
/// <param name="Population">Who was asked.</param>
/// <param name="Design">How.</param>
/// <param name="Recruitment">By which way they were reached, where that is known.</param>
/// <param name="Respondents">How many answered; null when that was not seen.</param>
/// <param name="Sectors">Respondents by sector; empty when that was not seen.</param>
/// <param name="Unallocated">Respondents in none of the sectors; null where there are no sectors.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="CaseTypes">The kinds of case respondents told of, in the words of today.</param>
/// <param name="Results">Results that were reported in words alone.</param>
/// <param name="NotFound">What was looked for and not seen.</param>
/// <param name="Caveats">What must be said beside its figures.</param>
/// <param name="Footnotes">What else is worth knowing, each with how well it is established.</param>
public sealed record ReferenceStudy(
    string Id,
    string Title,
    FigureStatus Status,
    IReadOnlyList<string> Sources,
    string? CommissionedBy,
    string Researchers,
    string? Fieldwork,
    string Published,
    string Population,
    string Design,
    string? Recruitment,
    int? Respondents,
    IReadOnlyList<StudySector> Sectors,
    int? Unallocated,
    IReadOnlyList<StudyFigure> Figures,
    IReadOnlyList<StudyCaseType> CaseTypes,
    IReadOnlyList<string> Results,
    IReadOnlyList<NotFoundFigure> NotFound,
    IReadOnlyList<string> Caveats,
    IReadOnlyList<StudyFootnote> Footnotes
);

/// <summary>Respondents of one sector.</summary>
/// <param name="Code">The sector's code, the same as in our surveys.</param>
/// <param name="Label">What people read.</param>
/// <param name="Route">The mailing route that stands for the sector.</param>
/// <param name="Count">How many.</param>
/// <param name="Sources">Where that is printed.</param>
public sealed record StudySector(
    string Code,
    string Label,
    string Route,
    int Count,
    IReadOnlyList<string> Sources
);

/// <summary>A percentage of a study.</summary>
/// <param name="Id">The name it goes by.</param>
/// <param name="Topic">The topic, the same as in our surveys.</param>
/// <param name="Label">What it is the percentage of.</param>
/// <param name="Status">How far it is established.</param>
/// <param name="Percent">The figure; null exactly when it was not found.</param>
/// <param name="Date">When it was printed, in ISO form.</param>
/// <param name="Sources">Where it is printed.</param>
/// <param name="Variants">How other sources print it.</param>
/// <param name="Derived">What follows from it by arithmetic; null where nothing was worked out.</param>
public sealed record StudyFigure(
    string Id,
    string Topic,
    string Label,
    FigureStatus Status,
    decimal? Percent,
    string Date,
    IReadOnlyList<string> Sources,
    IReadOnlyList<FigureVariant> Variants,
    DerivedFigure? Derived
);

/// <summary>Another form in which a figure was printed.</summary>
/// <param name="Percent">The figure; null where it was printed in words alone.</param>
/// <param name="AsPrinted">The form.</param>
/// <param name="Sources">Where.</param>
public sealed record FigureVariant(
    decimal? Percent,
    string AsPrinted,
    IReadOnlyList<string> Sources
);

/// <summary>What follows from a published percentage by arithmetic; always labelled as derived.</summary>
/// <param name="Count">The percentage of all respondents, to the nearest person.</param>
/// <param name="LowerPercent">The lower limit of Wilson's 95% interval if it had been a simple random sample, to one decimal.</param>
/// <param name="UpperPercent">The upper limit.</param>
public sealed record DerivedFigure(int Count, decimal LowerPercent, decimal UpperPercent);

/// <summary>A kind of case that respondents told of.</summary>
/// <param name="Topic">The question of our surveys that asks for it.</param>
/// <param name="Words">It in the words of today.</param>
/// <param name="Reported">How it was reported.</param>
/// <param name="Sources">Where.</param>
public sealed record StudyCaseType(
    string Topic,
    string Words,
    string Reported,
    IReadOnlyList<string> Sources
);

/// <summary>Something that was looked for and not seen.</summary>
/// <param name="Id">The name it goes by.</param>
/// <param name="Label">What it is.</param>
public sealed record NotFoundFigure(string Id, string Label);

/// <summary>Something else worth knowing.</summary>
/// <param name="Text">It.</param>
/// <param name="Mark">How well it is established.</param>
public sealed record StudyFootnote(string Text, SourceMark Mark);

/// <summary>The file <c>reference/workforce-2014.json</c>.</summary>
internal sealed record StudyFile(
    string About,
    DateOnly CompiledOn,
    IReadOnlyList<ReferenceStudy> Studies
);
