namespace Waymark.Instruments;

/// <summary>What <c>templateExtract</c> and <c>definitionExtract</c> say about the resource's entry in the bundle.</summary>
/// <param name="FullUrl">The expression for its url; a new one, when there is none or it gives nothing.</param>
/// <param name="Conditions">The expressions for the conditions of its request, by name.</param>
internal sealed record BundleEntry(
    TemplateExpression? FullUrl,
    IReadOnlyDictionary<string, TemplateExpression> Conditions
)
{
    private static readonly HashSet<string> ConditionNames =
    [
        "ifNoneMatch",
        "ifModifiedSince",
        "ifMatch",
        "ifNoneExist",
    ];

    /// <summary>Reads the parts of an extension; those in <paramref name="others"/> are read elsewhere, any further one is refused.</summary>
    internal static BundleEntry Read(
        FhirElement extension,
        TemplateNames names,
        Findings findings,
        params string[] others
    )
    {
        TemplateExpression? fullUrl = null;
        var conditions = new Dictionary<string, TemplateExpression>(StringComparer.Ordinal);
        foreach (var part in extension.Children("extension"))
        {
            var url = part.Text("url");
            if (url is not null && others.Contains(url))
            {
                continue;
            }

            if (url is null || (url != "fullUrl" && !ConditionNames.Contains(url)))
            {
                part.Error(IssueCodes.UnknownExtension, "url", $"There is no part {url} here.");
            }
            else if (TemplateExpressions.Read(part, names, findings) is { } expression)
            {
                if (url == "fullUrl")
                {
                    fullUrl = expression;
                }
                else
                {
                    conditions[url] = expression;
                }
            }
        }

        return new BundleEntry(fullUrl, conditions);
    }
}
