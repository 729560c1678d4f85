namespace Waymark.Security;

/// <summary>The headers every answer carries: only our own scripts and styles, no framing, no sniffing, no referrer abroad.</summary>
public static class PageSecurity
{
    /// <summary>A strict policy: nothing inline, nothing from elsewhere, and no page is kept by a cache.</summary>
    public static HeaderPolicyCollection Headers() =>
        new HeaderPolicyCollection()
            .AddDefaultSecurityHeaders()
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
