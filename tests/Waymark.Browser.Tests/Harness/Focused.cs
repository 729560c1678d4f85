namespace Waymark.Browser.Tests.Harness;

/// <summary>What has the keyboard's focus, as a person sees it.</summary>
/// <param name="Kind">radio, checkbox, text, button, link, summary, other; none for the page itself.</param>
/// <param name="Name">Its label or its words.</param>
/// <param name="Group">The question it belongs to: the nearest legend; empty outside a group.</param>
/// <param name="Id">Its id; empty without one.</param>
/// <param name="FieldName">The name it is posted under; empty without one.</param>
/// <param name="Chosen">Whether it is checked.</param>
/// <param name="Shown">Whether it takes up room on the screen and its focus can be seen.</param>
public sealed record Focused(
    string Kind,
    string Name,
    string Group,
    string Id,
    string FieldName,
    bool Chosen,
    bool Shown
)
{
    /// <summary>Reads it off the page; works where the page's own script is off.</summary>
    internal const string Read = """
        () => {
          const el = document.activeElement
          const fold = (text) => (text || '').replace(/\s+/g, ' ').trim()
          if (!el || el === document.body || el === document.documentElement) {
            return { kind: 'none', name: '', group: '', id: '', fieldName: '', chosen: false, shown: true }
          }
          const tag = el.tagName.toLowerCase()
          const kind = tag === 'input'
            ? (['radio', 'checkbox'].includes(el.type) ? el.type : ['submit', 'button'].includes(el.type) ? 'button' : 'text')
            : tag === 'textarea' ? 'text' : tag === 'select' ? 'select' : tag === 'button' || el.getAttribute('role') === 'button' ? 'button'
            : tag === 'a' ? 'link' : tag === 'summary' ? 'summary' : 'other'
          const label = el.labels && el.labels.length ? [...el.labels].map((l) => l.textContent).join(' ') : el.textContent
          const legend = el.closest('fieldset')?.querySelector('legend')
          const box = el.getBoundingClientRect()
          const drawn = (e) => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' || s.boxShadow !== 'none' }
          // A radio's own box is transparent: its label draws the ring around it.
          const ring = ['radio', 'checkbox'].includes(kind)
            ? el.labels.length > 0 && getComputedStyle(el.labels[0], '::before').outlineStyle !== 'none' : drawn(el)
          return {
            kind, name: fold(label), group: fold(legend?.textContent), id: el.id || '', fieldName: el.name || '',
            chosen: !!el.checked, shown: box.width > 0 && box.height > 0 && ring
          }
        }
        """;

    public override string ToString() =>
        $"{Kind} “{Name}”{(Group.Length > 0 ? $" of “{Group}”" : "")}";
}
