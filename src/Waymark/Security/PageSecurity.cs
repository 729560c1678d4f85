namespace Waymark.Security;

/// <summary>The headers every answer carries: only our own scripts and styles, no framing, no sniffing, no referrer abroad.</summary>
public static class PageSecurity
{
    private const int YearInSeconds = 365 * 24 * 60 * 60;

    /// <summary>A strict policy: nothing inline, nothing from elsewhere, no way back to plain HTTP.</summary>
    public static HeaderPolicyCollection Headers() =>
        new HeaderPolicyCollection()
            .AddDefaultSecurityHeaders()
            // By https only, and never on a developer's own machine.
            .AddStrictTransportSecurityMaxAgeIncludeSubDomains(YearInSeconds)
            .AddReferrerPolicySameOrigin()
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddScriptSrc().Self();
                csp.AddStyleSrc().Self();
                csp.AddImgSrc().Self();
                csp.AddFontSrc().None();
                csp.AddConnectSrc().Self();
                csp.AddManifestSrc().Self();
                csp.AddFormAction().Self();
                csp.AddBaseUri().None();
                csp.AddFrameAncestors().None();
            })
            .AddPermissionsPolicy(policy =>
            {
                policy.AddDefaultSecureDirectives();
                // Passkeys, on our own pages only.
                policy.AddPublickeyCredentialsGet().Self();
                policy.AddPublickeyCredentialsCreate().Self();
            });
}
