using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Waymark.Features.Shared.Forms;
using Waymark.Mail;

namespace Waymark.Features.Accounts.Forgotten;

/// <summary>
/// Asks for a new password by letter. Every address gets the same answer, before it is looked up, so that neither words nor time tell who
/// has an account.
/// </summary>
public sealed class ForgottenPage(PasswordLetters letters, Post post) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>What is wrong with what was typed.</summary>
    public List<FieldError> Errors { get; } = [];

    /// <summary>Whether letters can leave; where not, an administrator helps.</summary>
    public bool MailIsOn => post.IsOn;

    /// <summary>Whether a letter was asked for.</summary>
    public bool IsAsked { get; private set; }

    public void OnGet() { }

    public IActionResult OnPost()
    {
        if (!post.IsOn)
        {
            return Page();
        }
        var email = (Email ?? "").Trim();
        if (!Letter.IsAddress(email))
        {
            Errors.Add(
                new(
                    nameof(Email),
                    "Enter the e-mail address you sign in with, such as name@example.org",
                    "email-required"
                )
            );
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        Response.OnCompleted(() => letters.SendAsync(email));
        IsAsked = true;
        return Page();
    }
}
