// Signing in with a passkey, and making one. The forms are hidden until the browser can do it; everything else works without.

const able = window.PublicKeyCredential && PublicKeyCredential.parseCreationOptionsFromJSON
const words = {
  get: 'The passkey was not used. Try again, or sign in another way.',
  create: 'The passkey was not made. Try again and follow your device.'
}

async function ask (form) {
  const response = await fetch(form.dataset.waymarkPasskeyOptions, {
    method: 'POST',
    body: new URLSearchParams({ _token: form.elements._token.value })
  })
  if (response.redirected) {
    window.location.assign(response.url)
    return null
  }
  if (!response.ok) throw new Error(String(response.status))
  const options = await response.json()
  return form.dataset.waymarkPasskey === 'create'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
}

for (const form of document.querySelectorAll('form[data-waymark-passkey]')) {
  if (!able) continue
  form.hidden = false
  const problem = form.querySelector('[data-waymark-passkey-problem]')
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    problem.hidden = true
    try {
      const credential = await ask(form)
      if (!credential) return
      form.elements._credential.value = JSON.stringify(credential)
      form.submit()
    } catch {
      problem.textContent = words[form.dataset.waymarkPasskey]
      problem.hidden = false
    }
  })
}
