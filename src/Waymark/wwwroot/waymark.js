// Progressive enhancement only: every page works without this file.
import { initAll } from './govuk-frontend.min.js'
import './autosave.js'
import './passkeys.js'
import './paste.js'
import './progress.js'
import './questions.js'

initAll()

// GOV.UK Frontend marks a radio with a follow-up question as expanded or collapsed. ARIA does not allow that on a radio,
// and a screen reader that reads it out says something about the choice that is not so.
const withoutExpanded = () => {
  for (const radio of document.querySelectorAll('input[type="radio"][aria-expanded]')) radio.removeAttribute('aria-expanded')
}
withoutExpanded()
new MutationObserver(withoutExpanded).observe(document.body, { subtree: true, attributeFilter: ['aria-expanded'] })

// "Print this page" is offered only where script can do it.
for (const button of document.querySelectorAll('[data-waymark-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
