using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Extensions.Options;
using Npgsql;
using Waymark.Features.Accounts;
using Waymark.Features.Accounts.External;

namespace Waymark.Hosting.Settings;

/// <summary>What annotations cannot say of Waymark's settings. Each line names the setting and what to do.</summary>
public sealed class SettingsCheck : IValidateOptions<WaymarkOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, WaymarkOptions options)
    {
        List<string> wrong = [.. Wrong(options)];
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    /// <summary>What is wrong; empty when nothing is. Pure.</summary>
    public static IEnumerable<string> Wrong(WaymarkOptions options)
    {
        if (options.PublicAddress is { } address && !IsWebAddress(address))
        {
            yield return $"{Setting(nameof(options.PublicAddress))}: '{address}' is no address such as https://waymark.example.gov.uk.";
        }
        foreach (
            var (setting, connection) in new[]
            {
                (nameof(options.Postgres), options.Postgres),
                (nameof(options.ReadDatabase), options.ReadDatabase),
            }
        )
        {
            if (WrongConnection(connection) is { } wrong)
            {
                yield return $"{Setting(setting)}: {wrong}";
            }
        }
        foreach (var proxy in options.Proxies.Where(p => ClientAddress.Parse(p) is null))
        {
            yield return $"{Setting(nameof(options.Proxies))}: '{proxy}' is no address such as 10.0.0.7 and no network such as 10.0.0.0/24.";
        }
        foreach (
            var line in Annotated(Setting(nameof(options.Limits)), options.Limits)
                .Concat(options.SignIn.OpenIdConnect.SelectMany(p => Wrong(p.Key, p.Value)))
        )
        {
            yield return line;
        }
    }

    /// <summary>What is wrong with how a database is reached, or null. Words about children do not cross a network in the clear.</summary>
    private static string? WrongConnection(string? connection)
    {
        if (string.IsNullOrWhiteSpace(connection))
        {
            return null;
        }
        NpgsqlConnectionStringBuilder parts;
        try
        {
            parts = new(connection);
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException)
        {
            return "it is no connection string of Npgsql, such as Host=db.example;Database=waymark;Username=waymark;SSL Mode=VerifyFull.";
        }
        return
            parts.SslMode is SslMode.VerifyFull or SslMode.VerifyCA
            || (parts.Host ?? "").Split(',').All(IsThisMachine)
            ? null
            : "the database is on another machine. Add SSL Mode=VerifyFull (and Root Certificate=FILE where its certificate is your own).";
    }

    private static bool IsThisMachine(string host)
    {
        var name = host.Trim();
        return name.Length == 0
            || name.StartsWith('/')
            || name.StartsWith('@')
            || (IPAddress.TryParse(name, out var ip) && IPAddress.IsLoopback(ip))
            || Uri.TryCreate($"tcp://{name}", UriKind.Absolute, out var address)
                && address.IsLoopback;
    }

    private static IEnumerable<string> Wrong(string name, ProviderOptions provider)
    {
        var section = Setting($"SignIn:OpenIdConnect:{name}");
        if (name.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
        {
            yield return $"{section}: a provider's name has a-z, 0-9 and hyphens only.";
        }
        foreach (var line in Annotated(section, provider))
        {
            yield return line;
        }
        if (
            Uri.TryCreate(provider.Authority, UriKind.Absolute, out var authority)
            && authority.Scheme != Uri.UriSchemeHttps
            && !authority.IsLoopback
        )
        {
            yield return $"{section}:{nameof(provider.Authority)} must begin with https://.";
        }
        if (provider.Agency is null == provider.AgencyClaim is null)
        {
            yield return $"{section}: set either {nameof(provider.Agency)} or {nameof(provider.AgencyClaim)}.";
        }
        foreach (var role in provider.Roles.Values.Where(r => !Roles.All.Contains(r)))
        {
            yield return $"{section}:{nameof(provider.Roles)}: '{role}' is no role. Roles are {string.Join(", ", Roles.All)}.";
        }
        if (provider.CreatesAccounts && provider.RoleClaim is null)
        {
            yield return $"{section}: {nameof(provider.CreatesAccounts)} needs {nameof(provider.RoleClaim)}: an account has a role.";
        }
    }

    private static IEnumerable<string> Annotated(string section, object part)
    {
        List<ValidationResult> results = [];
        Validator.TryValidateObject(part, new(part), results, validateAllProperties: true);
        return results.Select(r =>
            $"{section}:{string.Join(", ", r.MemberNames)}: {r.ErrorMessage}"
        );
    }

    private static bool IsWebAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    private static string Setting(string name) => $"{WaymarkOptions.Section}:{name}";
}
