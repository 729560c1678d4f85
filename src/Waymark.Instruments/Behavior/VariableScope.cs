using Waymark.Instruments.Expressions;

namespace Waymark.Instruments.Behavior;

/// <summary>The variables declared at one level, with those above.</summary>
internal sealed class VariableScope(VariableScope? above, HashSet<string> external) : INames
{
    private readonly Dictionary<string, Computation> _own = new(StringComparer.Ordinal);

    internal bool TryAdd(Computation variable) => _own.TryAdd(variable.Name!, variable);

    public Computation? Variable(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Above)
        {
            if (scope._own.TryGetValue(name, out var variable))
            {
                return variable;
            }
        }

        return null;
    }

    private VariableScope? Above => above;

    public bool IsExternal(string name) => external.Contains(name);
}
