// A page that shows how far something is looks again by itself. Without this, its link does the same.

const part = document.querySelector('[data-waymark-refresh]')

async function look () {
  try {
    const response = await fetch(window.location.href, { headers: { Accept: 'text/html' } })
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    const now = page.querySelector('[data-waymark-refresh]')
    if (!now) {
      window.location.reload()
      return
    }
    // Whoever is on the link stays on it, so only what changed is replaced.
    for (const [index, element] of [...part.children].entries()) {
      const fresh = now.children[index]
      if (fresh && fresh.outerHTML !== element.outerHTML) element.replaceWith(fresh.cloneNode(true))
    }
  } catch {
    // The connection is away for a moment; the next look may find it.
  }
  setTimeout(look, Number(part.dataset.waymarkRefresh))
}

if (part) setTimeout(look, Number(part.dataset.waymarkRefresh))
