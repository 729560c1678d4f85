// Builds what the browser is served: one style sheet from src/Waymark/Styles, our scripts, and GOV.UK Frontend's
// module. Nothing of GDS Transport, the crown or GOV.UK's images is copied: Waymark is not a government service.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileAsync } from 'sass'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const assets = join(root, 'src/Waymark/wwwroot/assets')
const sources = join(root, 'src/Waymark/Styles')
const govuk = join(root, 'node_modules/govuk-frontend/dist/govuk')

await rm(assets, { recursive: true, force: true })
await mkdir(assets, { recursive: true })

const { css } = await compileAsync(join(sources, 'waymark.scss'), {
  loadPaths: [join(root, 'node_modules')],
  style: 'compressed',
  quietDeps: true
})
const unwanted = ['GDS Transport', 'crown', 'url('].filter((word) => css.includes(word))
if (unwanted.length > 0) {
  throw new Error(`waymark.css must not contain ${unwanted.join(', ')}: another organisation's font, crest or file`)
}
await writeFile(join(assets, 'waymark.css'), css)

// The comment that points a browser at a source map we do not serve is left off.
const frontend = await readFile(join(govuk, 'govuk-frontend.min.js'), 'utf8')
await writeFile(join(assets, 'govuk-frontend.min.js'), frontend.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n'))

for (const file of ['waymark.js', 'autosave.js', 'passkeys.js', 'paste.js', 'progress.js', 'questions.js', 'scripting.js', 'waymark.svg']) {
  await cp(join(sources, file), join(assets, file))
}
console.log(`Built ${assets}: waymark.css is ${Math.round(css.length / 1024)} KiB`)
