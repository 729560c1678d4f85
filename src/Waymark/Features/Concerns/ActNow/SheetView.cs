using Waymark.Documents.ActNow;
using Waymark.Features.Shared.Reading;

namespace Waymark.Features.Concerns.ActNow;

/// <summary>What the sheet shows on screen.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Actions">The actions behind the sheet's steps, one for one.</param>
/// <param name="Unanswered">Labels of questions without an answer.</param>
/// <param name="DoneForm">The page whose forms mark actions as done; null where nothing is stored.</param>
public sealed record SheetView(
    ActNowSheet Sheet,
    IReadOnlyList<ActionReading> Actions,
    IReadOnlyList<string> Unanswered,
    ActNowPage? DoneForm
);
