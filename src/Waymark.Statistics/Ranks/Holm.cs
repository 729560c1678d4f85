namespace Waymark.Statistics;

/// <summary>
/// Holm's step-down adjustment of several p-values. S. Holm (1979), "A simple sequentially rejective multiple test
/// procedure", Scandinavian Journal of Statistics 6, 65–70.
/// </summary>
public static class Holm
{
    /// <summary>
    /// The adjusted p-values in the order given: the i-th smallest of m times (m − i + 1), never below the one before and
    /// never above 1.
    /// </summary>
    public static Result<IReadOnlyList<double>> Adjust(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        for (var i = 0; i < pValues.Count; i++)
        {
            if (pValues[i] is not (>= 0 and <= 1))
            {
                return new InputIssue(
                    InputIssueCode.OutOfRange,
                    $"pValues[{i}]",
                    "A p-value is from 0 to 1."
                );
            }
        }

        var adjusted = new double[pValues.Count];
        var largest = 0.0;
        var left = pValues.Count;
        foreach (var index in Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i]))
        {
            largest = Math.Max(largest, Math.Min(1, left-- * pValues[index]));
            adjusted[index] = largest;
        }

        return Result.From<IReadOnlyList<double>>(adjusted);
    }
}
