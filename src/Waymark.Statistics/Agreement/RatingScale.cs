using System.Collections.Immutable;

namespace Waymark.Statistics;

/// <summary>
/// The categories raters chose from, and whether they have an order. It belongs to the ratings, so that nobody can ask for
/// the ordinal form of something that has no order.
/// </summary>
public sealed class RatingScale
{
    private RatingScale(ImmutableArray<string> categories, bool ordered) =>
        (Categories, Ordered) = (categories, ordered);

    /// <summary>The categories; where they are ordered, from one end to the other.</summary>
    public ImmutableArray<string> Categories { get; }

    /// <summary>Whether a near miss is less of a miss than a far one.</summary>
    public bool Ordered { get; }

    /// <summary>Categories without an order, at least two.</summary>
    public static Result<RatingScale> Nominal(params IReadOnlyList<string> categories) =>
        Create(categories, ordered: false);

    /// <summary>Categories from one end to the other, at least two.</summary>
    public static Result<RatingScale> Ordinal(params IReadOnlyList<string> categories) =>
        Create(categories, ordered: true);

    private static Result<RatingScale> Create(IReadOnlyList<string> categories, bool ordered)
    {
        ArgumentNullException.ThrowIfNull(categories);
        if (categories.Count < 2)
        {
            return new InputIssue(
                InputIssueCode.BaseTooSmall,
                nameof(categories),
                "A scale has at least two categories."
            );
        }

        return categories.Distinct(StringComparer.Ordinal).Count() == categories.Count
            ? new RatingScale([.. categories], ordered)
            : new InputIssue(
                InputIssueCode.Duplicate,
                nameof(categories),
                "Two categories have the same name."
            );
    }
}
