using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Waymark.Security.Encryption;

namespace Waymark.Data.Protection;

/// <summary>
/// Keeps ASP.NET Core's keys in the database, so that a form drawn by one node is understood by every other (ADR 0040).
/// </summary>
public sealed class ProtectionKeyStore(
    IServiceScopeFactory scopes,
    WrappingKeys wrapping,
    TimeProvider clock,
    ILogger<ProtectionKeyStore> log
) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var kept = scope
            .ServiceProvider.GetRequiredService<WaymarkDb>()
            .ProtectionKeys.AsNoTracking()
            .OrderBy(k => k.Name)
            .ToList();
        return [.. kept.Select(Opened).OfType<XElement>()];
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<WaymarkDb>();
        db.ProtectionKeys.Add(
            ProtectionKeyWrap.Wrap(wrapping, friendlyName, element, clock.GetUtcNow())
        );
        db.SaveChanges();
    }

    /// <summary>
    /// Sees to it that there is a key before the first request. The files of an installation that kept its keys in a folder are taken over:
    /// nobody has to sign in again, and no form that is being filled in is refused.
    /// </summary>
    public void Prepare(IKeyManager keys, string earlierFolder)
    {
        if (GetAllElements().Count > 0)
        {
            return;
        }
        if (Directory.Exists(earlierFolder))
        {
            foreach (
                var file in Directory
                    .EnumerateFiles(earlierFolder, "*.xml")
                    .Order(StringComparer.Ordinal)
            )
            {
                try
                {
                    StoreElement(XElement.Load(file), Path.GetFileNameWithoutExtension(file));
                }
                catch (DbUpdateException) when (GetAllElements().Count > 0)
                {
                    // Another node that starts from the same folder was faster.
                }
            }
        }
        if (keys.GetAllKeys().Count == 0)
        {
            var now = clock.GetUtcNow();
            keys.CreateNewKey(now, now + TimeSpan.FromDays(90));
        }
    }

    /// <summary>A key that does not open must not keep the others from working: what it protected is asked for again.</summary>
    private XElement? Opened(ProtectionKey kept)
    {
        var key = ProtectionKeyWrap.Open(wrapping, kept);
        if (key is null)
        {
            log.LogError(
                "The protection key {Name} does not open with the encryption key {WrappedBy}: it was altered, or that key is missing.",
                kept.Name,
                kept.WrappedBy
            );
        }
        return key;
    }
}
