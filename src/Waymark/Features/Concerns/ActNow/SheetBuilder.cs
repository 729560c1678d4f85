using Waymark.Content;
using Waymark.Documents;
using Waymark.Documents.ActNow;
using Waymark.Features.Shared.Reading;
using ContentUrgency = Waymark.Content.Urgency;
using SheetUrgency = Waymark.Documents.ActNow.Urgency;

namespace Waymark.Features.Concerns.ActNow;

/// <summary>The act-now sheet of what the rules make of a safety check. Pure.</summary>
public static class SheetBuilder
{
    /// <summary>Builds the sheet.</summary>
    /// <param name="reading">What the rules say.</param>
    /// <param name="routes">Where to turn to.</param>
    /// <param name="reference">The agency's reference for the child; null in the open safety check.</param>
    /// <param name="agency">The agency; null in the open safety check.</param>
    /// <param name="madeFrom">The instrument and its version.</param>
    /// <param name="now">The moment of the sheet.</param>
    public static ActNowSheet Build(
        RecordReading reading,
        RouteDirectory routes,
        string? reference,
        string? agency,
        string madeFrom,
        DateTimeOffset now
    )
    {
        var today = UkTime.DateOf(now);
        var rules = reading.Actions.Concat(reading.DoNot).ToList();
        var named = rules
            .SelectMany(a => a.Facts.Routes)
            .Distinct(StringComparer.Ordinal)
            .Select(routes.Find)
            .OfType<HelpRoute>()
            .ToList();
        return new()
        {
            Reference = reference,
            MadeAt = now,
            Agency = agency,
            MadeFrom = madeFrom,
            Steps = [.. reading.Actions.Select(action => Step(action, routes))],
            DoNot =
            [
                .. reading
                    .DoNot.Select(a => a.Title)
                    .Concat(reading.DoNot.SelectMany(a => a.Facts.DoNot))
                    .Distinct(StringComparer.Ordinal),
            ],
            Routes = [.. named.Select(route => SheetRouteOf(route, today, routes.WarnAfterDays))],
            Say = [.. rules.SelectMany(a => a.Facts.Say).Distinct(StringComparer.Ordinal)],
            DoNotSay =
            [
                .. rules.SelectMany(a => a.Facts.DoNotSay).Distinct(StringComparer.Ordinal),
            ],
        };
    }

    private static ActNowStep Step(ActionReading action, RouteDirectory routes) =>
        new()
        {
            WhatToDo = action.Title,
            Why = action.Reason,
            Law = action.LawText,
            Urgency = (action.Facts.Urgency ?? ContentUrgency.Consider) switch
            {
                ContentUrgency.Now => SheetUrgency.Now,
                ContentUrgency.Today => SheetUrgency.Today,
                ContentUrgency.ThisWeek => SheetUrgency.ThisWeek,
                ContentUrgency.Consider => SheetUrgency.Consider,
            },
            Who = action.Facts.Who,
            ByWhen = action.Facts.ByWhen,
            DoNot = action.Facts.DoNot,
            Routes = [.. action.Facts.Routes.Select(id => routes.Find(id)?.Name).OfType<string>()],
            Status = action.Facts.Status switch
            {
                RuleStatus.GuidanceDerived => GuidanceStatus.GuidanceDerived,
                RuleStatus.ToBeChecked => GuidanceStatus.ToBeChecked,
            },
        };

    private static SheetRoute SheetRouteOf(HelpRoute route, DateOnly today, int warnAfterDays) =>
        new()
        {
            Name = route.Name,
            Phone =
                route.Phone.Count == 0
                    ? null
                    : string.Join(" or ", route.Phone.Select(p => p.Number)),
            Url = route.Url,
            Hours = route.Hours,
            Does = string.Join(". ", route.Does),
            DoesNot = route.DoesNot.Count == 0 ? null : string.Join(". ", route.DoesNot),
            LastChecked = route.LastChecked,
            Warning = route.WarningOn(today, warnAfterDays),
        };
}
