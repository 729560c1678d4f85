using Microsoft.AspNetCore.Mvc;
using Waymark.Data;
using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Surveys.Invite;

/// <summary>
/// Takes a list of people as a CSV file and shows who would be added. It is the only page that takes a file: for training leads, away from every child's
/// record. The file is read in memory and let go; what is agreed to afterwards is a list of addresses, sent as if it had been pasted.
/// </summary>
public sealed class UploadPage(WaymarkDb db, TimeProvider clock) : ListPage(db, clock)
{
    /// <summary>The name of the field.</summary>
    public const string FileField = "_file";

    public IActionResult OnGet() => IsOpen ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!IsOpen)
        {
            return NotFound();
        }
        if (Sent() is not { Length: > 0 } file)
        {
            HasErrors(
                new FieldError(
                    FileField,
                    "Choose a CSV file that has at least one row",
                    "file-missing"
                )
            );
            return ShowErrors();
        }
        var words = ListFile.Read(file);
        var list = words.Issue is { } unreadable
            ? new([], [unreadable], [])
            : AttendanceList.Read(words.Text, words.Encoding != ListEncoding.Windows1252);
        if (list.Issues.Count > 0)
        {
            AddErrors(FileField, list.Issues);
            return ShowErrors();
        }
        Preview = await PreviewAsync(list, words.Encoding, cancellation);
        return Page();
    }

    /// <summary>The bytes of the file, one more than are allowed at most; null where none was sent.</summary>
    private byte[]? Sent()
    {
        if (!Request.HasFormContentType || Request.Form.Files[FileField] is not { } file)
        {
            return null;
        }
        using var read = file.OpenReadStream();
        var bytes = new byte[(int)Math.Min(file.Length, ListFile.MostBytes + 1)];
        read.ReadExactly(bytes);
        return bytes;
    }
}
