using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Waymark.Features.Accounts;

/// <summary>A page that was asked for by a person whose roles do not open it. The program's log says so, by ids alone.</summary>
public sealed partial class RefusedPage
{
    private RefusedPage() { }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Person {PersonId} of agency {AgencyId} has no role for {Page}."
    )]
    internal static partial void Write(ILogger log, Guid? personId, Guid? agencyId, string page);
}

internal static class RefusedPageLog
{
    /// <summary>Writes who was refused which page: its name, never the address with what was typed into it.</summary>
    public static void Refused(this ILogger<RefusedPage> log, HttpContext context)
    {
        var person = CurrentPractitioner.From(context.User);
        var page = context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>();
        RefusedPage.Write(log, person?.Id, person?.AgencyId, page?.ViewEnginePath ?? "a page");
    }
}
