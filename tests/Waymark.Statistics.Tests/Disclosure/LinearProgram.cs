namespace Waymark.Statistics.Tests.Disclosure;

/// <summary>
/// Maximises c·x under A·x ≤ b, x ≥ 0: a dense simplex in dictionary form (V. Chvátal, Linear Programming, 1983), made feasible once and then asked
/// many times. Only for small programs with whole coefficients.
/// </summary>
internal sealed class LinearProgram
{
    private const double Tiny = 1e-9;

    private readonly int _rows;
    private readonly int _columns;
    private readonly double[,] _a;
    private readonly double[] _b;
    private readonly int[] _basic;
    private readonly int[] _free;

    public LinearProgram(double[,] a, double[] b)
    {
        (_rows, _columns) = (a.GetLength(0), a.GetLength(1) + 1);
        (_a, _b) = (new double[_rows, _columns], (double[])b.Clone());
        for (var i = 0; i < _rows; i++)
        {
            for (var j = 0; j + 1 < _columns; j++)
            {
                _a[i, j] = a[i, j];
            }

            // The last column is the helper of phase one.
            _a[i, _columns - 1] = -1;
        }

        _free = [.. Enumerable.Range(0, _columns)];
        _basic = [.. Enumerable.Range(_columns, _rows)];
        Helper = _columns - 1;
        Feasible = MakeFeasible();
    }

    public bool Feasible { get; }

    private int Helper { get; }

    /// <summary>The largest value of c·x, infinite where there is none.</summary>
    public double Maximise(double[] c)
    {
        var z = new double[_columns];
        var value = 0.0;
        for (var p = 0; p < _columns; p++)
        {
            z[p] += _free[p] < c.Length ? c[_free[p]] : 0;
        }

        for (var i = 0; i < _rows; i++)
        {
            if (_basic[i] < c.Length && c[_basic[i]] is var k && k != 0)
            {
                value += k * _b[i];
                for (var p = 0; p < _columns; p++)
                {
                    z[p] -= k * _a[i, p];
                }
            }
        }

        return Climb(z, value, allowHelper: false);
    }

    private bool MakeFeasible()
    {
        var worst = Enumerable.Range(0, _rows).MinBy(i => _b[i]);
        if (_b[worst] >= 0)
        {
            return true;
        }

        var z = new double[_columns];
        z[_columns - 1] = -1;
        var value = 0.0;
        Pivot(worst, _columns - 1, z, ref value);
        if (Climb(z, value, allowHelper: true) < -1e-7)
        {
            return false;
        }

        // If the helper is still basic it is so at zero: any pivot takes it out.
        var row = Array.IndexOf(_basic, Helper);
        if (row >= 0)
        {
            var column = Enumerable.Range(0, _columns).MaxBy(p => Math.Abs(_a[row, p]));
            Pivot(row, column, new double[_columns], ref value);
        }

        return true;
    }

    private double Climb(double[] z, double value, bool allowHelper)
    {
        for (var step = 0; step < 20_000; step++)
        {
            // The steepest column first; after a while the first one, which cannot cycle (Bland).
            var column = -1;
            for (var p = 0; p < _columns; p++)
            {
                if (
                    z[p] > Tiny
                    && (allowHelper || _free[p] != Helper)
                    && (column < 0 || (step < 500 ? z[p] > z[column] : _free[p] < _free[column]))
                )
                {
                    column = p;
                }
            }

            if (column < 0)
            {
                return value;
            }

            var row = -1;
            for (var i = 0; i < _rows; i++)
            {
                if (_a[i, column] > Tiny)
                {
                    var here = _b[i] / _a[i, column];
                    var best = row < 0 ? double.PositiveInfinity : _b[row] / _a[row, column];
                    if (here < best - 1e-12 || (here < best + 1e-12 && _basic[i] < _basic[row]))
                    {
                        row = i;
                    }
                }
            }

            if (row < 0)
            {
                return double.PositiveInfinity;
            }

            Pivot(row, column, z, ref value);
        }

        throw new InvalidOperationException("The simplex did not end.");
    }

    private void Pivot(int row, int column, double[] z, ref double value)
    {
        var pivot = _a[row, column];
        for (var p = 0; p < _columns; p++)
        {
            _a[row, p] = p == column ? 1 / pivot : _a[row, p] / pivot;
        }

        _b[row] /= pivot;
        for (var i = 0; i < _rows; i++)
        {
            var factor = _a[i, column];
            if (i == row || factor == 0)
            {
                continue;
            }

            for (var p = 0; p < _columns; p++)
            {
                _a[i, p] = p == column ? -factor / pivot : _a[i, p] - factor * _a[row, p];
            }

            _b[i] =
                Math.Abs(_b[i] - factor * _b[row]) is var moved && moved < 1e-11
                    ? 0
                    : _b[i] - factor * _b[row];
        }

        var gain = z[column];
        for (var p = 0; p < _columns; p++)
        {
            z[p] = p == column ? -gain / pivot : z[p] - gain * _a[row, p];
        }

        value += gain * _b[row];
        (_basic[row], _free[column]) = (_free[column], _basic[row]);
    }
}
