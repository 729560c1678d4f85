using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts.SignIn;
using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Accounts.Ways;

/// <summary>
/// Sets up a code app, in place of one there was. The new secret travels encrypted in the page and is stored only once a code of it was
/// typed; then the recovery codes are shown, once.
/// </summary>
public sealed class CodeAppPage(
    AccountDesk desk,
    Entrance entrance,
    IDataProtectionProvider protection,
    TimeProvider clock
) : ConfirmedPage(clock)
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(15);

    private readonly IDataProtector _protector = protection.CreateProtector("waymark.code-app");

    /// <summary>The secret in base 32, to type.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>The address to scan.</summary>
    public string Address { get; private set; } = "";

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The secret, encrypted for this person.</summary>
    [BindProperty(Name = "_set-up")]
    public string? SetUp { get; set; }

    [BindProperty(Name = HeldPost.Field)]
    public string? Held { get; set; }

    public Task OnGetAsync(CancellationToken cancellation) => NewAsync(cancellation);

    /// <summary>The same page for a person who brings what they had typed.</summary>
    public async Task<IActionResult> OnPostStartAsync(CancellationToken cancellation)
    {
        await NewAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await using var work = desk.Open(Me.AgencyId);
        var person = await work.PersonAsync(Me.Id, cancellation);
        if (Read() is not { } secret)
        {
            await NewAsync(cancellation);
            return Refuse("That took longer than 15 minutes. Scan the new code", "set-up-expired");
        }
        if (Totp.Match(secret, Code, Now, lastStep: 0) is not { } step)
        {
            Show(person, secret);
            return Refuse(
                "That is not the code of this key. Enter the six digits that the app shows now",
                "code-wrong"
            );
        }
        var app = await work.Db.CodeApps.SingleOrDefaultAsync(
            a => a.PersonId == person.Id,
            cancellation
        );
        if (app is null)
        {
            work.Db.CodeApps.Add(
                new()
                {
                    PersonId = person.Id,
                    AgencyId = person.AgencyId,
                    Secret = secret,
                    LastStep = step,
                    AddedAt = Now,
                }
            );
        }
        else
        {
            (app.Secret, app.LastStep, app.AddedAt) = (secret, step, Now);
        }
        work.Note(person, EventKinds.CodeAppAdded);
        var codes = await NewRecoveryCodes.AddAsync(work, person, cancellation);
        await work.EndSessionsAsync(person, SignInSession.Of(User));
        await entrance.RefreshAsync(person, Way.PasswordAndCode, mustSetUp: false);
        return new ShownCodes(codes, entrance.Held(this, Held)).Show(this);
    }

    private PageResult Refuse(string message, string code)
    {
        HasErrors(new FieldError(nameof(Code), message, code));
        return ShowErrors();
    }

    private async Task NewAsync(CancellationToken cancellation)
    {
        await using var work = desk.Open(Me.AgencyId);
        Show(
            await work.PersonAsync(Me.Id, cancellation),
            Totp.ToBase32(RandomNumberGenerator.GetBytes(Totp.SecretBytes))
        );
    }

    private void Show(Practitioner person, string secret)
    {
        Secret = secret;
        Address = Totp.Address(person.Email!, secret);
        SetUp = _protector.Protect(JsonSerializer.Serialize(new NewApp(person.Id, secret, Now)));
        ModelState.Clear();
    }

    private string? Read()
    {
        try
        {
            var app = JsonSerializer.Deserialize<NewApp>(_protector.Unprotect(SetUp ?? ""));
            return app is not null && app.PersonId == Me.Id && Now - app.At < s_lifetime
                ? app.Secret
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>A code app that is being set up: whose, its secret, and since when.</summary>
    private sealed record NewApp(Guid PersonId, string Secret, DateTimeOffset At);
}
