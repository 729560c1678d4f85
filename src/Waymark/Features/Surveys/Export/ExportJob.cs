namespace Waymark.Features.Surveys.Export;

/// <summary>How far an export is.</summary>
public enum ExportStage
{
    /// <summary>Another export is made first.</summary>
    Waiting,

    /// <summary>It is counted how many people share what others may know of them.</summary>
    Counting,

    /// <summary>Rows are written.</summary>
    Writing,

    /// <summary>It can be downloaded.</summary>
    Ready,

    /// <summary>Fewer people answered than a file of rows needs.</summary>
    TooFew,

    /// <summary>Something went wrong; the log of the service says what.</summary>
    Failed,
}

/// <summary>One export that a person asked for. It lives in the memory of the service and, when made, as a file for an hour.</summary>
/// <param name="Id">Its id, which is the name of its folder.</param>
/// <param name="AgencyId">Whose answers.</param>
/// <param name="EvaluationId">Of which evaluation.</param>
/// <param name="ById">Who asked for it; nobody else can fetch it.</param>
/// <param name="StartedAt">When.</param>
public sealed record ExportJob(
    Guid Id,
    Guid AgencyId,
    Guid EvaluationId,
    Guid ById,
    DateTimeOffset StartedAt
)
{
    private volatile ExportProgress _progress = new(ExportStage.Waiting, 0, 0, null, null);

    /// <summary>How far it is: one consistent picture, also while another thread goes on.</summary>
    public ExportProgress Progress
    {
        get => _progress;
        internal set => _progress = value;
    }
}

/// <summary>How far an export is at one moment.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Done">Rows done in this stage.</param>
/// <param name="Total">Rows in all; 0 while that is not known.</param>
/// <param name="Package">The file, once it is ready.</param>
/// <param name="FinishedAt">When it was ready, too small or failed.</param>
public sealed record ExportProgress(
    ExportStage Stage,
    long Done,
    long Total,
    string? Package,
    DateTimeOffset? FinishedAt
)
{
    /// <summary>Whether it is still being made.</summary>
    public bool IsUnderWay =>
        Stage is ExportStage.Waiting or ExportStage.Counting or ExportStage.Writing;
}
