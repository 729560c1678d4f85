namespace Waymark.Statistics;

/// <summary>
/// The averages of every two values, each value with itself included: n(n + 1)/2 of them. They are never written down:
/// the k-th smallest is found by halving the range and counting, which needs no more memory than the values.
/// </summary>
internal sealed class WalshAverages
{
    private readonly double[] _sorted;

    public WalshAverages(IEnumerable<double> values) => _sorted = [.. values.Order()];

    public long Count => _sorted.LongLength * (_sorted.LongLength + 1) / 2;

    public double Median =>
        Count % 2 == 1
            ? Smallest(Count / 2 + 1)
            : (Smallest(Count / 2) + Smallest(Count / 2 + 1)) / 2;

    /// <summary>The k-th smallest average, k from 1.</summary>
    public double Smallest(long k)
    {
        // Every double has a place in an ordered row of 64-bit numbers, so that halving ends after at most 64 steps.
        long low = Place(_sorted[0]),
            high = Place(_sorted[^1]);
        while (low < high)
        {
            var middle = low + (long)((ulong)(high - low) / 2);
            if (CountUpTo(Value(middle)) >= k)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return Value(low);
    }

    private long CountUpTo(double limit)
    {
        long count = 0;
        var j = _sorted.Length - 1;
        for (var i = 0; i < _sorted.Length; i++)
        {
            while (j >= i && Average(_sorted[i], _sorted[j]) > limit)
            {
                j--;
            }

            if (j < i)
            {
                break;
            }

            count += j - i + 1;
        }

        return count;
    }

    private static double Average(double a, double b) => (a + b) / 2;

    private static long Place(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value == 0 ? 0 : value);
        return bits >= 0 ? bits : long.MinValue - bits;
    }

    private static double Value(long place) =>
        BitConverter.Int64BitsToDouble(place >= 0 ? place : long.MinValue - place);
}
