// LHC-Forms' dependency tree does not resolve under npm, but its package holds a finished bundle: take the archive and unpack it.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const version = "40.1.3";
const integrity = "sha512-WLruTm+BcVnafC0rSAQ3/cNqhxvclBUxyBG68aub/uha2NaK9H8ZZcEXTTuORuGzzCt0wa7fvhuieZtcDIdPzQ==";
const folder = join(fileURLToPath(new URL(".", import.meta.url)), "node_modules", ".lforms");
const marker = join(folder, "package", "package.json");

if (!existsSync(marker) || JSON.parse(readFileSync(marker, "utf8")).version !== version) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  execFileSync("npm", ["pack", `lforms@${version}`, "--silent"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  const archive = join(folder, `lforms-${version}.tgz`);
  const found = "sha512-" + createHash("sha512").update(readFileSync(archive)).digest("base64");
  if (found !== integrity) throw new Error(`lforms ${version} is not the archive this was written for: ${found}`);
  execFileSync("tar", ["xzf", archive, "-C", folder]);
  rmSync(archive);
}
