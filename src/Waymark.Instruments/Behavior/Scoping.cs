namespace Waymark.Instruments.Behavior;

/// <summary>How the standard finds "the" occurrence of another item.</summary>
internal static class Scoping
{
    /// <summary>The innermost repeating item that both are within, so that both have one occurrence of it; <see langword="null"/> when there is none.</summary>
    internal static ItemDefinition? Shared(ItemDefinition one, ItemDefinition other)
    {
        for (var scope = one.RepeatScope; scope is not null; scope = scope.Parent?.RepeatScope)
        {
            if (
                !ReferenceEquals(scope, other)
                && !ReferenceEquals(scope, one)
                && other.IsWithin(scope)
            )
            {
                return scope;
            }
        }

        return null;
    }
}
