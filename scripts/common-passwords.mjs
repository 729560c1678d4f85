// Makes src/Waymark/Features/Accounts/Ways/common-passwords.bin from the list of @zxcvbn-ts/language-common (MIT licence):
//   npm run passwords
// For each password of seven letters and digits or more, the first five bytes of the SHA-256 of what CommonPasswords.Bare leaves of it, in
// order. Hashes, because people's commonest passwords are not words to keep in this repository.
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import common from '@zxcvbn-ts/language-common'

const least = 7
const bytes = 5
const target = join(dirname(fileURLToPath(import.meta.url)), '../src/Waymark/Features/Accounts/Ways/common-passwords.bin')
const bare = (password) => password.toLowerCase().replace(/[^\p{L}\p{Nd}]/gu, '')

const words = new Set(common.dictionary['passwords-common'].map(bare).filter((word) => word.length >= least))
const hashes = [...words].map((word) => createHash('sha256').update(word).digest().subarray(0, bytes)).sort(Buffer.compare)
await writeFile(target, Buffer.concat(hashes))
console.log(`${hashes.length} passwords`)
