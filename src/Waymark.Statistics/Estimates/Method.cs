namespace Waymark.Statistics;

/// <summary>
/// How a figure was worked out: the name that is printed beside it, and the source that the formula was taken from.
/// <c>docs/statistics.md</c> lists every one.
/// </summary>
public sealed record Method
{
    private Method(string name, string source) => (Name, Source) = (name, source);

    /// <summary>The name, as printed beside the figure.</summary>
    public string Name { get; }

    /// <summary>Author, year and where it was published.</summary>
    public string Source { get; }

    /// <summary>One proportion.</summary>
    public static Method WilsonScore { get; } =
        new(
            "Wilson score interval",
            "Wilson 1927, JASA 22; Newcombe 1998, Stat Med 17:857 method 3"
        );

    /// <summary>Two proportions of separate people.</summary>
    public static Method NewcombeIndependent { get; } =
        new("Newcombe hybrid score interval", "Newcombe 1998, Stat Med 17:873 method 10");

    /// <summary>Two proportions of the same people.</summary>
    public static Method NewcombePaired { get; } =
        new("Newcombe paired score interval", "Newcombe 1998, Stat Med 17:2635 method 10");

    /// <summary>Change in yes or no, few discordant pairs.</summary>
    public static Method McNemarExact { get; } =
        new("McNemar test, exact", "McNemar 1947, Psychometrika 12; binomial on discordant pairs");

    /// <summary>Change in yes or no, 25 or more discordant pairs.</summary>
    public static Method McNemarChiSquared { get; } =
        new(
            "McNemar test, chi-squared without continuity correction",
            "McNemar 1947, Psychometrika 12; Fagerland, Lydersen & Laake 2013, BMC Med Res Methodol 13:91"
        );

    /// <summary>One mean.</summary>
    public static Method MeanT { get; } = new("Mean with t interval", "Student 1908, Biometrika 6");

    /// <summary>The middle value.</summary>
    public static Method MedianOrderStatistics { get; } =
        new(
            "Median with binomial order-statistic interval",
            "Thompson 1936, Ann Math Stat 7; Conover 1999, Practical Nonparametric Statistics, 3rd ed., 3.2"
        );

    /// <summary>Mean of the changes.</summary>
    public static Method MeanChangeT { get; } =
        new("Mean change with paired t interval", "Student 1908, Biometrika 6");

    /// <summary>Mean change in units of the spread before.</summary>
    public static Method StandardisedMeanChange { get; } =
        new(
            "Standardised mean change (raw-score standardisation, bias corrected)",
            "Becker 1988, Br J Math Stat Psychol 41; as metafor's SMCR"
        );

    /// <summary>Signed-rank test worked out from every way the signs could have fallen.</summary>
    public static Method SignedRankExact { get; } =
        new(
            "Wilcoxon signed-rank test, exact permutation distribution, mid-ranks for ties",
            "Wilcoxon 1945, Biometrics Bull 1; Streitberg & Röhmel 1986, Stat Software Newsl 12"
        );

    /// <summary>Signed-rank test by the normal approximation.</summary>
    public static Method SignedRankNormal { get; } =
        new(
            "Wilcoxon signed-rank test, normal approximation, mid-ranks for ties, no continuity correction",
            "Wilcoxon 1945, Biometrics Bull 1; Pratt 1959, JASA 54"
        );

    /// <summary>Size of a change in ranks.</summary>
    public static Method RankBiserial { get; } =
        new(
            "Matched-pairs rank-biserial correlation with Fisher z interval",
            "King & Minium 2003; Kerby 2014, Compr Psychol 3; interval as R package effectsize"
        );

    /// <summary>The typical change.</summary>
    public static Method HodgesLehmann { get; } =
        new(
            "Hodges–Lehmann shift with signed-rank interval",
            "Hodges & Lehmann 1963, Ann Math Stat 34; Hollander & Wolfe 1999, 3.2–3.3"
        );

    /// <summary>Weighted proportion.</summary>
    public static Method WeightedProportion { get; } =
        new(
            "Weighted proportion, linearised variance, Wilson interval on the effective number",
            "Lumley 2010, Complex Surveys; Kish 1965; Franco et al. 2019, J Surv Stat Methodol 7"
        );

    /// <summary>Weighted mean.</summary>
    public static Method WeightedMean { get; } =
        new(
            "Weighted mean, linearised variance, t interval",
            "Lumley 2010, Complex Surveys; Särndal, Swensson & Wretman 1992, 5.7"
        );

    /// <summary>Internal consistency.</summary>
    public static Method CronbachAlpha { get; } =
        new("Cronbach's alpha with Feldt interval", "Cronbach 1951; Feldt, Woodruff & Salih 1987");

    /// <summary>Reliability of a sum under one factor.</summary>
    public static Method McDonaldOmega { get; } =
        new(
            "McDonald's omega (one factor, maximum likelihood) with percentile bootstrap",
            "McDonald 1999, Test Theory, ch. 6; Rubin & Thayer 1982; Kelley & Pornprasertmanit 2016"
        );

    /// <summary>One person's change against the measurement error.</summary>
    public static Method ReliableChange { get; } =
        new("Reliable change (Jacobson–Truax)", "Jacobson & Truax 1991, J Consult Clin Psychol 59");

    /// <summary>Agreement as it is.</summary>
    public static Method RawAgreement { get; } =
        new(
            "Raw agreement over pairs of raters, by unit",
            "Gwet 2014, Handbook, 4th ed., ch. 2 and 5"
        );

    /// <summary>Agreement beyond chance.</summary>
    public static Method KrippendorffAlpha { get; } =
        new(
            "Krippendorff's alpha with percentile bootstrap over units",
            "Krippendorff 2011, Computing Krippendorff's Alpha-Reliability; Zapf et al. 2016, BMC Med Res Methodol 16:93"
        );

    /// <summary>Agreement beyond chance, as older studies report it.</summary>
    public static Method FleissKappa { get; } =
        new("Fleiss's kappa", "Fleiss 1971, Psychol Bull 76; Gwet 2014, Handbook, 4th ed., ch. 5");

    /// <summary>Agreement beyond chance that does not break down where one category is very common.</summary>
    public static Method GwetAc1 { get; } =
        new("Gwet's AC1", "Gwet 2008, Br J Math Stat Psychol 61; Gwet 2014, Handbook, 4th ed.");

    /// <summary>AC1 for ordered categories, near misses counted in part.</summary>
    public static Method GwetAc2 { get; } =
        new("Gwet's AC2, ordinal weights", "Gwet 2014, Handbook, 4th ed., ch. 3 and 5");

    /// <summary>Distance of sureness from what was right.</summary>
    public static Method BrierScore { get; } =
        new(
            "Brier score",
            "Brier 1950, Mon Weather Rev 78; Bradley, Schwartz & Hashino 2008, Weather Forecast 23"
        );

    /// <summary>Mean sureness less share right.</summary>
    public static Method CalibrationInTheLarge { get; } =
        new(
            "Calibration-in-the-large",
            "Steyerberg 2019, Clinical Prediction Models, 2nd ed., 15.3"
        );

    /// <summary>Share right by band of sureness.</summary>
    public static Method CalibrationCurve { get; } =
        new(
            "Binned calibration curve with Wilson intervals",
            "Murphy & Winkler 1977, Appl Stat 26; Wilson 1927"
        );

    /// <summary>Share right, from figures that were rounded for protection.</summary>
    public static Method WilsonScoreFromRounded { get; } =
        new(
            "Wilson score interval on protected (rounded) counts",
            "Wilson 1927, JASA 22; on figures after disclosure control only"
        );

    /// <summary>Weighted share, from figures that were rounded for protection.</summary>
    public static Method StandardisedShare { get; } =
        new(
            "Directly standardised share of protected (rounded) counts, Wilson interval on the effective number",
            "Cochran 1977, Sampling Techniques, 3rd ed., 5A.9; on figures after disclosure control only"
        );
}
