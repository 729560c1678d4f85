using Microsoft.EntityFrameworkCore;
using Waymark.Features.AccessCopies;
using Waymark.Features.Accounts;
using Waymark.Features.Retention;
using Waymark.Tests.Host;

namespace Waymark.Browser.Tests.Pages;

/// <summary>The records of a council with two teams: closed to one, opened in an emergency, held, to be erased, copied.</summary>
public sealed partial class Stage
{
    /// <summary>The reference of a record that is closed to Sam Okafor.</summary>
    public const string Closed = "AX-C1";

    /// <summary>An opening that waits for Helen Marsh.</summary>
    public Guid Opening { get; private set; }

    /// <summary>The team of Priya Nair and Helen Marsh.</summary>
    public Guid Team { get; private set; }

    /// <summary>A child whose record was opened in an emergency.</summary>
    public Guid OpenedChild { get; private set; }

    /// <summary>A child whose record is under a legal hold.</summary>
    public Guid HeldChild { get; private set; }

    /// <summary>A child whose record Helen Marsh asks to be erased.</summary>
    public Guid RequestedChild { get; private set; }

    /// <summary>A child of whose record every passage was decided, some withheld.</summary>
    public Guid CopiedChild { get; private set; }

    private async Task SetAccessAsync()
    {
        using var priya = await SignInAsync("priya.nair");
        using var helen = await SignInAsync("helen.marsh");
        using var sam = await SignInAsync("sam.okafor");
        await RecordWalk.StartAsync(this, priya, Closed);
        OpenedChild = await ChildAsync(await RecordWalk.StartAsync(this, priya, "AX-C2"));
        var found = await (await sam.GetAsync("/concerns/find")).SubmitAsync(
            sam,
            "main form",
            ("Reference", "AX-C2")
        );
        await found.SubmitAsync(sam, "main form", ("Reason", "The child is at our front desk."));
        (Opening, Team) = await ReadAsync(
            AgencyKind.Council,
            async db =>
                (
                    await db.Admissions.Select(a => a.Id).SingleAsync(),
                    (await db.Children.SingleAsync(c => c.Id == OpenedChild)).TeamId!.Value
                )
        );
        HeldChild = await ChildAsync(await RecordWalk.StartAsync(this, priya, "AX-C3"));
        await (await helen.GetAsync($"/retention/{HeldChild}")).SubmitAsync(
            helen,
            "form[action$=hold]",
            ("HoldReason", "A court has asked for the record.")
        );
        RequestedChild = await ChildAsync(await RecordWalk.StartAsync(this, priya, "AX-C4"));
        await (await helen.GetAsync($"/retention/{RequestedChild}")).SubmitAsync(
            helen,
            "form[action$=request]",
            ("Ground", nameof(ErasureGround.StartedInError)),
            ("ErasureReason", "Started for the wrong child.")
        );
        CopiedChild = await ChildAsync(await RecordWalk.StartAsync(this, priya, "AX-C5"));
        var review = await helen.GetAsync($"/children/{CopiedChild}/access-copy");
        await review.SubmitAsync(
            helen,
            "main form",
            review
                .Document.QuerySelectorAll("main form section")
                .Select(
                    (section, index) =>
                        (
                            section.QuerySelector("[type=radio]")!.GetAttribute("name")!,
                            index == 0
                                ? nameof(PassageChoice.WithholdAboutAnother)
                                : nameof(PassageChoice.Keep)
                        )
                )
        );
    }

    private Task<Guid> ChildAsync(RecordWalk record) =>
        ReadAsync(
            AgencyKind.Council,
            db =>
                db.Concerns.Where(c => c.Id == record.ConcernId)
                    .Select(c => c.ChildId)
                    .SingleAsync()
        );
}
