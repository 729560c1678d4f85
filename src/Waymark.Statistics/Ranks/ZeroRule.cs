namespace Waymark.Statistics;

/// <summary>What is done with pairs that did not change. It is part of the result and is printed with it.</summary>
public enum ZeroRule
{
    /// <summary>
    /// Zeros are ranked with the rest and their ranks are then left out, so that many unchanged pairs weigh against a
    /// finding. J. W. Pratt (1959), JASA 54, 655–667.
    /// </summary>
    Pratt,

    /// <summary>Zeros are left out before ranking, as Wilcoxon did in 1945.</summary>
    LeaveOut,
}
