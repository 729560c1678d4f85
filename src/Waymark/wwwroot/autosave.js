// Saves a form's answers as they are given. The form works without this: its Save button posts the same fields.
// One save at a time, in order, so that a page never competes with itself: a form sent by its button waits for the save
// under way, or the server would take the two for two people's answers.

const NOT_SAVED = 'Not saved yet. Keep this page open; Waymark tries again by itself.'
// A connection that hangs must not keep anyone from pressing Save, in milliseconds.
const LONGEST_WAIT = 5000
const SIGNED_OUT = 'You have been signed out. Press Save to sign in again. What you typed stays on this page until then.'

export class Autosave {
  constructor (form) {
    this.form = form
    this.status = form.querySelector('[data-waymark-saved]')
    this.wanted = false
    this.saving = false
    this.retryAfter = 2000
    form.addEventListener('change', () => this.save())
    form.addEventListener('input', (event) => {
      if (event.target.tagName !== 'TEXTAREA' && event.target.type !== 'text') return
      clearTimeout(this.pause)
      this.pause = setTimeout(() => this.save(), 1500)
      this.unsaved = true
    })
    form.addEventListener('submit', (event) => this.leave(event))
    window.addEventListener('beforeunload', (event) => {
      if ((this.unsaved || this.saving) && !this.leaving) event.preventDefault()
    })
  }

  async save () {
    this.wanted = true
    if (this.saving || this.leaving) return
    this.saving = true
    while (this.wanted && !this.leaving) {
      this.wanted = false
      this.underWay = this.post()
      const outcome = await this.underWay
      this.underWay = null
      if (outcome === 'again') {
        this.wanted = true
        await new Promise((resolve) => setTimeout(resolve, this.retryAfter))
        this.retryAfter = Math.min(this.retryAfter * 2, 30000)
      } else {
        this.retryAfter = 2000
      }
    }
    this.saving = false
  }

  leave (event) {
    clearTimeout(this.pause)
    if (!this.underWay || this.waited) {
      this.leaving = true
      return
    }
    event.preventDefault()
    if (this.leaving) return
    this.leaving = true
    const tooLong = new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT))
    Promise.race([this.underWay, tooLong]).then(() => {
      this.waited = true
      this.form.requestSubmit(event.submitter)
    })
  }

  async post () {
    let response
    try {
      response = await fetch(this.form.getAttribute('action') || window.location.href, {
        method: 'POST',
        body: new URLSearchParams(new FormData(this.form)),
        headers: { 'X-Waymark-Autosave': '1' },
        redirect: 'manual'
      })
    } catch {
      this.say(NOT_SAVED)
      return 'again'
    }
    if (response.status === 401) {
      this.say(SIGNED_OUT)
      return 'stop'
    }
    if (response.status >= 500 || response.type === 'opaqueredirect') {
      this.say(NOT_SAVED)
      return response.type === 'opaqueredirect' ? 'stop' : 'again'
    }
    if (!(response.headers.get('content-type') || '').includes('json')) {
      this.say('Not saved. Press Save to see why. What you typed stays on this page.')
      return 'stop'
    }
    const answer = await response.json()
    const seen = this.form.elements.namedItem('_seen')
    if (seen && answer.revision !== undefined) seen.value = answer.revision
    this.unsaved = this.wanted || answer.problems.length > 0
    this.say([answer.saved, ...answer.problems, ...answer.notes].filter(Boolean).join(' '))
    return 'done'
  }

  say (words) {
    if (this.status) this.status.textContent = words
  }
}

for (const form of document.querySelectorAll('form[data-waymark-autosave]')) new Autosave(form)
