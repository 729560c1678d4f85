// Opens and closes follow-up questions as people answer. Without this they are all shown, and say when they apply.

function chosen (form, name) {
  return [...form.elements].filter((field) => field.name === name && field.checked).map((field) => field.value)
}

function isFilledIn (field) {
  return field.type === 'radio' || field.type === 'checkbox' ? field.checked : field.type !== 'hidden' && field.value.trim() !== ''
}

function settle (block) {
  const form = block.closest('form')
  if (!form) return
  const answers = chosen(form, block.dataset.waymarkShownBy)
  const applies = JSON.parse(block.dataset.waymarkShownFor).some((key) => answers.includes(key))
  // Something to mend is never folded away.
  block.classList.toggle('wm-follow-up--closed', !applies && !block.querySelector('.govuk-error-message'))
  block.classList.toggle('wm-follow-up--kept', [...block.querySelectorAll('input, textarea, select')].some(isFilledIn))
}

const blocks = [...document.querySelectorAll('[data-waymark-shown-by]')]
const settleAll = () => blocks.forEach(settle)

document.addEventListener('change', settleAll)
// A browser that goes back restores the answers after the page was read.
window.addEventListener('pageshow', settleAll)
settleAll()
