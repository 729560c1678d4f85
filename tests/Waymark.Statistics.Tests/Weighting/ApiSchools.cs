namespace Waymark.Statistics.Tests.Weighting;

/// <summary>
/// The simple random sample of 200 Californian schools that the R package survey documents as <c>apisrs</c> (Academic Performance
/// Index 2000, California Department of Education): school type, met the school-wide target, eligible for awards, score.
/// </summary>
internal static class ApiSchools
{
    // The numbers of all 6,194 schools by type, and by the school-wide target, from the same package's apipop.
    public static readonly Population Types = Six.Ok(
        Population.Create(
            new Dictionary<string, double>
            {
                ["E"] = 4421,
                ["H"] = 755,
                ["M"] = 1018,
            }
        )
    );

    public static readonly Population Targets = Six.Ok(
        Population.Create(new Dictionary<string, double> { ["N"] = 1072, ["Y"] = 5122 })
    );

    public static readonly (string Type, string Target, bool Awards, double Score)[] Sample =
    [
        .. Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(school => school.Split(','))
            .Select(s =>
                (
                    s[0],
                    s[1],
                    s[2] == "Y",
                    double.Parse(s[3], System.Globalization.CultureInfo.InvariantCulture)
                )
            ),
    ];

    public static Margin TypeMargin =>
        Six.Ok(Margin.Create("type", [.. Sample.Select(s => s.Type)], Types));

    public static Margin TargetMargin =>
        Six.Ok(Margin.Create("target", [.. Sample.Select(s => s.Target)], Targets));

    private const string Text = """
        H,N,N,462 E,Y,Y,878 H,N,N,734 E,Y,Y,772 E,Y,Y,739 E,Y,N,835 M,N,N,456 E,Y,Y,506
        E,Y,Y,543 E,Y,N,649 E,N,N,556 H,Y,Y,671 M,N,N,528 E,Y,Y,742 E,Y,Y,555 E,Y,Y,631
        M,Y,Y,698 M,Y,Y,810 H,N,N,502 E,Y,Y,532 E,Y,Y,430 E,Y,Y,658 E,Y,N,453 E,Y,Y,635
        M,Y,Y,508 E,Y,Y,804 E,Y,Y,813 E,Y,Y,650 M,Y,N,569 M,Y,Y,642 E,Y,Y,500 E,Y,Y,808
        E,Y,N,594 H,Y,Y,607 E,Y,Y,760 H,Y,N,764 E,Y,Y,622 E,Y,Y,793 M,Y,Y,802 E,Y,Y,529
        E,Y,N,630 E,Y,Y,742 E,Y,Y,842 E,Y,Y,903 E,Y,N,720 M,Y,Y,634 E,N,N,529 E,Y,Y,540
        E,Y,Y,795 E,Y,Y,485 E,N,N,734 E,Y,Y,665 H,N,N,541 E,Y,Y,642 H,N,N,758 M,N,N,425
        M,Y,Y,878 E,Y,N,691 E,Y,Y,558 H,N,N,424 H,Y,Y,641 M,N,N,462 E,Y,Y,749 E,Y,Y,715
        E,Y,Y,498 E,Y,Y,744 M,Y,N,564 E,Y,Y,448 M,Y,N,496 M,Y,Y,744 E,N,N,725 E,Y,Y,762
        E,Y,Y,542 E,Y,Y,693 E,N,N,553 E,Y,Y,704 E,N,N,474 H,Y,Y,720 M,Y,N,665 M,Y,Y,720
        E,Y,Y,827 E,Y,Y,743 M,N,N,485 M,N,N,759 E,Y,Y,752 E,Y,Y,528 E,Y,N,670 E,Y,N,598
        E,Y,Y,675 E,Y,N,603 E,N,N,512 E,Y,Y,728 E,Y,Y,906 H,Y,Y,588 E,Y,Y,591 E,Y,Y,796
        E,Y,Y,722 E,Y,Y,579 H,N,N,657 E,Y,Y,474 E,N,N,573 H,N,N,348 E,Y,Y,708 E,Y,Y,699
        E,Y,Y,738 E,Y,Y,529 E,N,N,757 H,N,N,674 E,Y,N,741 E,Y,Y,475 H,N,N,533 E,N,N,427
        E,Y,Y,536 E,N,N,504 M,Y,Y,771 E,Y,Y,965 E,Y,Y,559 H,N,N,590 E,Y,Y,745 M,Y,N,790
        E,Y,Y,915 H,N,N,734 E,Y,N,787 E,Y,Y,579 E,Y,Y,737 E,Y,N,719 M,Y,Y,794 E,Y,N,596
        E,Y,N,840 E,Y,Y,952 E,Y,Y,794 E,Y,Y,905 M,Y,N,660 H,Y,Y,497 E,Y,Y,666 E,Y,Y,801
        E,N,N,765 E,Y,N,722 E,Y,Y,893 E,Y,Y,834 E,Y,Y,447 H,Y,N,582 E,Y,Y,410 M,Y,Y,728
        E,Y,Y,818 M,Y,Y,905 M,Y,Y,698 E,Y,Y,644 H,Y,Y,577 E,Y,N,677 E,Y,N,633 E,Y,Y,479
        E,Y,Y,852 H,Y,Y,509 E,Y,N,884 E,Y,Y,813 E,Y,Y,813 M,N,N,482 E,Y,N,804 E,Y,Y,447
        M,N,N,630 M,Y,N,739 E,Y,Y,658 E,Y,Y,564 E,Y,Y,894 E,Y,Y,460 E,Y,Y,787 E,N,N,494
        E,Y,Y,772 M,Y,N,537 E,Y,Y,676 E,Y,Y,868 E,Y,N,544 E,Y,Y,740 E,Y,Y,584 E,Y,Y,548
        E,N,N,382 E,Y,N,706 E,Y,Y,584 H,N,N,754 E,Y,Y,638 E,Y,Y,883 M,Y,N,660 M,N,N,708
        E,Y,Y,607 E,Y,Y,544 E,N,N,607 E,Y,N,806 E,Y,N,708 E,Y,Y,487 E,Y,Y,682 E,Y,N,513
        M,Y,N,644 E,Y,Y,625 H,Y,Y,720 H,Y,N,547 E,Y,Y,467 E,Y,Y,612 E,Y,Y,601 E,Y,N,595
        """;
}
