namespace Waymark.Browser.Tests.Journeys;

/// <summary>Something that a page tells a practitioner to do, or never to do.</summary>
/// <param name="RuleId">The rule behind it; empty where the page does not say.</param>
/// <param name="Urgency">Now, Today, ThisWeek or Consider; <see cref="Never"/> for what not to do.</param>
/// <param name="Title">What to do.</param>
/// <param name="Reason">Why.</param>
public sealed record Suggestion(string RuleId, string Urgency, string Title, string Reason)
{
    /// <summary>The urgency of what not to do.</summary>
    public const string Never = "Never";

    /// <summary>The steps of an act-now sheet, by the section they stand in.</summary>
    internal const string OnSheet = """
        () => [...document.querySelectorAll('.wm-no-print .wm-steps__step')].map((step) => ({
          ruleId: step.id,
          urgency: step.closest('section').getAttribute('aria-labelledby').replace('steps-', ''),
          title: step.querySelector('h3').textContent.trim(),
          reason: step.querySelector('p').textContent.trim()
        }))
        """;

    /// <summary>The lists of what the guidance suggests and warns of, in a formulation.</summary>
    internal const string OnFormulation = """
        () => {
          const list = (title) => {
            const heading = [...document.querySelectorAll('h2')].find((h) => h.textContent === title)
            return heading ? [...heading.nextElementSibling.children] : []
          }
          const never = list('What not to do').map((item) => ({
            ruleId: '', urgency: 'Never', title: item.textContent.replace(/\s+/g, ' ').trim(), reason: ''
          }))
          return list('What the guidance suggests doing').map((item) => {
            const urgency = item.querySelector('strong').textContent
            const words = item.textContent.replace(urgency, '').replace(/\s+/g, ' ').trim()
            return { ruleId: '', urgency: urgency.replace(':', '').replace('This week', 'ThisWeek'), title: words, reason: '' }
          }).concat(never)
        }
        """;
}
