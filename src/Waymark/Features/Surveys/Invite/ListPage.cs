using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Surveys.Invite;

/// <summary>A page that takes a list of people, pasted or as a file: all of it or nothing.</summary>
public abstract class ListPage(WaymarkDb db, TimeProvider clock) : EvaluationPage(db, clock)
{
    private const int MostShown = 30;

    /// <summary>The list as it would be taken; null before there is one.</summary>
    public ListPreview? Preview { get; protected set; }

    /// <summary>Whether the last stage asks managers.</summary>
    public bool AsksManagers => Waves.Any(w => w.Stage == WaveStage.FollowUp);

    /// <summary>How many rows are wrong beyond those that are named.</summary>
    public int MoreWrong { get; private set; }

    /// <summary>The message beside the field: that of the only wrong row, or how many there are.</summary>
    public string? ListErrors =>
        Errors.Count switch
        {
            0 => null,
            1 => $"Nothing was added. {Errors[0].Message}.",
            var named => $"Nothing was added: {named + MoreWrong} rows have to be put right. "
                + (MoreWrong == 0 ? "Each is" : $"The first {named} are")
                + " named at the top of this page.",
        };

    /// <summary>Whether people can be added.</summary>
    protected bool IsOpen => IsRunning && Waves.Any(w => w.ClosedAt is null);

    /// <summary>Adds what is wrong with a list, row by row.</summary>
    protected void AddErrors(string field, IReadOnlyList<ListIssue> issues)
    {
        ArgumentNullException.ThrowIfNull(issues);
        Errors.AddRange(
            issues
                .Take(MostShown)
                .Select(i => new FieldError(field, $"Row {i.Row}: {i.Message}", i.Code))
        );
        MoreWrong = Math.Max(0, issues.Count - MostShown);
    }

    /// <summary>The list without those who are on the evaluation's list already.</summary>
    protected async Task<ListPreview> PreviewAsync(
        AttendanceList list,
        ListEncoding? encoding,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(list);
        var there = (
            await Db
                .Invitees.AsNoTracking()
                .Where(i => i.EvaluationId == EvaluationId)
                .ToListAsync(cancellation)
        )
            .Select(i => i.Email)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new(
            Home,
            [.. list.People.Where(p => !there.Contains(p.Email))],
            list.People.Count(p => there.Contains(p.Email)),
            list.LeftOut,
            AsksManagers,
            encoding
        );
    }
}
