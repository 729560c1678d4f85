namespace Waymark.Statistics;

/// <summary>How much two categories agree, from 0 to 1.</summary>
internal static class AgreementWeights
{
    /// <summary>
    /// Without an order, 1 for the same and 0 otherwise. With one, Gwet's ordinal weights 1 − C(|k − l| + 1, 2) / C(q, 2), which use
    /// the order of the categories and nothing else: K. L. Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition, ch. 3.
    /// </summary>
    public static double[,] Of(RatingScale scale)
    {
        var q = scale.Categories.Length;
        var weights = new double[q, q];
        for (var k = 0; k < q; k++)
        {
            for (var l = 0; l < q; l++)
            {
                var apart = Math.Abs(k - l);
                weights[k, l] =
                    scale.Ordered ? 1 - apart * (apart + 1.0) / (q * (q - 1.0))
                    : apart == 0 ? 1
                    : 0;
            }
        }

        return weights;
    }

    public static double[,] Identity(int categories)
    {
        var weights = new double[categories, categories];
        for (var k = 0; k < categories; k++)
        {
            weights[k, k] = 1;
        }

        return weights;
    }
}
