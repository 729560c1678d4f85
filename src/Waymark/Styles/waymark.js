// Progressive enhancement only: every page works without this file.
import { initAll } from './govuk-frontend.min.js'
import './autosave.js'
import './paste.js'

initAll()

// "Print this page" is offered only where script can do it.
for (const button of document.querySelectorAll('[data-waymark-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
