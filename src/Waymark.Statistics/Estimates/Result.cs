using System.Diagnostics.CodeAnalysis;

namespace Waymark.Statistics;

/// <summary>
/// Either a value or the one thing that was wrong with the input. Bad input is never an exception here; an exception
/// is a bug of ours.
/// </summary>
public sealed class Result<T>
    where T : class
{
    private Result(T? value, InputIssue? issue) => (Value, Issue) = (value, issue);

    /// <summary>The value; present exactly when <see cref="IsOk"/>.</summary>
    public T? Value { get; }

    /// <summary>What was wrong; present exactly when not <see cref="IsOk"/>.</summary>
    public InputIssue? Issue { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Issue))]
    public bool IsOk => Value is not null;

    internal static Result<T> Ok(T value) => new(value, null);

    /// <summary>A value is a result.</summary>
    public static implicit operator Result<T>(T value) => Ok(value);

    /// <summary>An issue is a result.</summary>
    public static implicit operator Result<T>(InputIssue issue) => new(null, issue);

    /// <summary>Goes on with the value, or hands the issue on.</summary>
    public Result<TNext> Then<TNext>(Func<T, Result<TNext>> next)
        where TNext : class => IsOk ? next(Value) : Issue;

    /// <summary>Turns both sides into one answer.</summary>
    public TOut Match<TOut>(Func<T, TOut> ok, Func<InputIssue, TOut> refused) =>
        IsOk ? ok(Value) : refused(Issue);
}

/// <summary>Makes results where the value is known by an interface, which C# cannot convert by itself.</summary>
internal static class Result
{
    public static Result<T> From<T>(T value)
        where T : class => Result<T>.Ok(value);
}
