using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Waymark.Features.Children;
using Waymark.Features.Concerns;
using Waymark.Features.Openings;

namespace Waymark.Data;

/// <summary>
/// Who may open a child's record inside an agency: the second filter on every row about a child, beside the wall. A record
/// that someone has no need to know of is not there for them, on any page (ADR 0020).
/// </summary>
public abstract partial class WaymarkDb
{
    /// <summary>The filter that shows an agency's rows to that agency alone. Never ignored.</summary>
    public const string Wall = "agency-wall";

    /// <summary>The filter that shows a child's rows to those who need to know.</summary>
    public const string NeedToKnow = "need-to-know";

    /// <summary>
    /// What the place of an event begins with that is about a child as a whole: its subject is the child, and it has no concern.
    /// </summary>
    public const string ChildPlace = "child";

    /// <summary>The property that says which concern a row is of.</summary>
    internal const string OfConcern = nameof(RecordEvent.ConcernId);

    /// <summary>The property that says which child a row is of.</summary>
    internal const string OfChild = nameof(Concern.ChildId);

    private bool SeesWholeAgency => !scope.IsOfPerson;
    private Guid CurrentPersonId => scope.PersonId;
    private bool OverseesUnplaced => scope.IsSupervisor;
    private DateTimeOffset CurrentMoment => scope.Now;

    /// <summary>
    /// The children whose whole record the current person may open. Someone outside the team who started a worry sees that
    /// worry and the child's reference, and nothing else.
    /// </summary>
    public IQueryable<Child> WholeRecords => Children.Where(WholeRecord());

    /// <summary>
    /// The children whose record the current person may look after: give it to another team, copy it, hold it. An emergency
    /// opening is for reading and gives none of that.
    /// </summary>
    public IQueryable<Child> RecordsToLookAfter =>
        WholeRecords.Where(child =>
            SeesWholeAgency
            || child.TeamId == null
            || TeamMembers.Any(m => m.TeamId == child.TeamId && m.PersonId == CurrentPersonId)
        );

    private Expression<Func<Child, bool>> WholeRecord() =>
        child =>
            SeesWholeAgency
            || (
                child.TeamId != null
                && TeamMembers.Any(m => m.TeamId == child.TeamId && m.PersonId == CurrentPersonId)
            )
            || (child.TeamId == null && (OverseesUnplaced || !Teams.Any()))
            || Admissions.Any(a =>
                a.ChildId == child.Id
                && a.ConcernId == null
                && a.PersonId == CurrentPersonId
                && (a.Until == null || a.Until > CurrentMoment)
            );

    /// <summary>Shows a row to those who need to know, by what it is: a child, a concern, a row of either, or none.</summary>
    private void OpenToThoseWhoNeedToKnow<T>(EntityTypeBuilder<T> builder)
        where T : class
    {
        switch (builder)
        {
            case EntityTypeBuilder<Child> children:
                Filter(
                    children,
                    child =>
                        IsWhole(child)
                        || Admissions.Any(a =>
                            a.ChildId == child.Id
                            && a.PersonId == CurrentPersonId
                            && (a.Until == null || a.Until > CurrentMoment)
                        )
                );
                break;
            case EntityTypeBuilder<Concern> concerns:
                Filter(
                    concerns,
                    concern =>
                        SeesWholeAgency
                        || Children.Any(c => c.Id == concern.ChildId && IsWhole(c))
                        || Admissions.Any(a =>
                            a.ConcernId == concern.Id
                            && a.PersonId == CurrentPersonId
                            && (a.Until == null || a.Until > CurrentMoment)
                        )
                );
                break;
            case EntityTypeBuilder<RecordEvent> events:
                Filter(
                    events,
                    e =>
                        SeesWholeAgency
                        || (
                            e.ConcernId != null
                                ? Concerns.Any(c => c.Id == e.ConcernId)
                                : !e.Place.StartsWith(ChildPlace)
                                    || Children.Any(c => c.Id == e.SubjectId && IsWhole(c))
                        )
                );
                break;
            case EntityTypeBuilder<Admission>:
                // The rows that the filter itself asks.
                break;
            default:
                OpenByOwner(builder);
                break;
        }
    }

    private void OpenByOwner<T>(EntityTypeBuilder<T> builder)
        where T : class
    {
        if (builder.Metadata.FindProperty(OfConcern) is { } concern)
        {
            Filter(
                builder,
                concern.IsNullable
                    ? row =>
                        SeesWholeAgency
                        || EF.Property<Guid?>(row, OfConcern) == null
                        || Concerns.Any(c => c.Id == EF.Property<Guid?>(row, OfConcern))
                    : row =>
                        SeesWholeAgency
                        || Concerns.Any(c => c.Id == EF.Property<Guid>(row, OfConcern))
            );
        }
        else if (builder.Metadata.FindProperty(OfChild) is not null)
        {
            Filter(
                builder,
                row =>
                    SeesWholeAgency
                    || Children.Any(c => c.Id == EF.Property<Guid>(row, OfChild) && IsWhole(c))
            );
        }
    }

    private void Filter<T>(EntityTypeBuilder<T> builder, Expression<Func<T, bool>> shown)
        where T : class =>
        builder.HasQueryFilter(
            NeedToKnow,
            (Expression<Func<T, bool>>)new WholeRecordWrittenOut(WholeRecord()).Visit(shown)
        );

    /// <summary>A row that hangs on a child's record must say on whose, or the filter and the erasure would pass it by.</summary>
    private static void RequireNeedToKnow(ModelBuilder builder)
    {
        foreach (var type in builder.Model.GetEntityTypes())
        {
            var owner = type.GetForeignKeys()
                .FirstOrDefault(k =>
                    k.PrincipalEntityType.FindDeclaredQueryFilter(NeedToKnow) is not null
                );
            if (
                owner is not null
                && type.ClrType != typeof(Admission)
                && type.FindDeclaredQueryFilter(NeedToKnow) is null
            )
            {
                throw new InvalidOperationException(
                    $"{type.ClrType.Name} hangs on {owner.PrincipalEntityType.ClrType.Name} and must have a {OfConcern} or a {OfChild}."
                );
            }
        }
    }

    /// <summary>Stands in a filter for <see cref="WholeRecord"/>, which is written out in its place.</summary>
    private static bool IsWhole(Child child) =>
        throw new NotSupportedException($"Only a filter asks whether {child.Id} is whole.");

    /// <summary>Puts the condition of a whole record where a filter asks <see cref="IsWhole"/>.</summary>
    private sealed class WholeRecordWrittenOut(Expression<Func<Child, bool>> whole)
        : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node.Method.Name == nameof(IsWhole) && node.Method.DeclaringType == typeof(WaymarkDb)
                ? new Put(whole.Parameters[0], node.Arguments[0]).Visit(whole.Body)
                : base.VisitMethodCall(node);

        private sealed class Put(ParameterExpression parameter, Expression value)
            : ExpressionVisitor
        {
            protected override Expression VisitParameter(ParameterExpression node) =>
                node == parameter ? value : node;
        }
    }
}
