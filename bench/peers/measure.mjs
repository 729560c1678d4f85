// Usage: node measure.mjs FOLDER   (form-50.json, form-500.json, … as written by `engine generate FOLDER`)
// Prints one JSON array: [{ peer, version, itemCount, load: {p50, p95, count}, change: {…} }], times in milliseconds.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fixpoint from "./fixpoint.mjs";
import * as lforms from "./lforms.mjs";
import * as survey from "./survey.mjs";

const peers = [
  { peer: "LHC-Forms, headless model", package: ".lforms/package", measure: lforms.measure },
  { peer: "SurveyJS survey-core", package: "survey-core", measure: survey.measure },
  { peer: "fhirpath.js, naive fixpoint", package: "fhirpath", measure: fixpoint.measure },
];

const folder = process.argv[2];
if (!folder) {
  console.error("Usage: node measure.mjs FOLDER");
  process.exit(2);
}
// The peers write notes to the console; standard output is for the result alone.
console.log = console.info = console.warn = () => {};

const forms = readdirSync(folder)
  .filter(f => /^form-\d+\.json$/.test(f))
  .map(f => JSON.parse(readFileSync(join(folder, f), "utf8")))
  .sort((a, b) => a.itemCount - b.itemCount);
const results = [];
for (const { peer, package: name, measure } of peers) {
  const { version } = JSON.parse(readFileSync(new URL(`./node_modules/${name}/package.json`, import.meta.url), "utf8"));
  for (const form of forms) {
    console.error(`${peer} ${version}, ${form.itemCount} items`);
    results.push({ peer, version, itemCount: form.itemCount, ...(await measure(form)) });
  }
}
process.stdout.write(JSON.stringify(results) + "\n");
process.exit(0);
