namespace Waymark.Features.Surveys.Export;

/// <summary>One row on its way into the files. One instance serves all rows, so that memory stays flat: copy what is to be kept.</summary>
/// <param name="questions">How many questions the export has.</param>
public sealed class ExportRow(int questions)
{
    /// <summary>1 for before, 2 for straight after, 3 for the follow-up, 0 for the only wave.</summary>
    public int Wave { get; set; }

    /// <summary>1 for a respondent, 2 for a manager.</summary>
    public int By { get; set; }

    /// <summary>The Monday of the week; null where too few share it.</summary>
    public DateOnly? Week { get; set; }

    /// <summary>The weight; null where the population of the sector is not known.</summary>
    public double? Weight { get; set; }

    /// <summary>The numbers of the questions, in the order of the codebook.</summary>
    public short[] Answers { get; } = new short[questions];
}
