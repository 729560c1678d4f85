// A pasted or dropped picture goes nowhere: the page says why, and where to go instead. The server refuses it too.

const notice = document.querySelector('[data-waymark-image-notice]')

function hasFile (transfer) {
  return transfer && (transfer.files.length > 0 || [...transfer.items].some((item) => item.kind === 'file'))
}

for (const kind of ['paste', 'drop']) {
  document.addEventListener(kind, (event) => {
    if (!hasFile(event.clipboardData || event.dataTransfer)) return
    event.preventDefault()
    if (!notice) return
    notice.hidden = false
    notice.focus()
  })
}
