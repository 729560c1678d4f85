// Folds away questions that do not apply to the answer above them. Without script they are simply there.

for (const block of document.querySelectorAll('[data-waymark-reveal]')) {
  const name = block.getAttribute('data-waymark-reveal')
  const values = block.getAttribute('data-waymark-values').split(' ')
  const form = block.closest('form')
  const fold = () => {
    const chosen = form.querySelector(`input[name="${CSS.escape(name)}"]:checked`)
    // Something to mend is never folded away.
    block.hidden = !(chosen && values.includes(chosen.value)) && !block.querySelector('.govuk-error-message')
  }
  form.addEventListener('change', fold)
  fold()
}
