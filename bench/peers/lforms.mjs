// LHC-Forms without a page: its own form model, driven as its web component drives it (convert, merge answers, run expressions).
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { JSDOM, VirtualConsole } from "jsdom";
import { expectTotal, time } from "./clock.mjs";

const bundle = fileURLToPath(new URL("./node_modules/.lforms/package/dist/lforms/", import.meta.url));

function openWindow() {
  const { window } = new JSDOM("<!doctype html><body></body>", {
    runScripts: "outside-only",
    url: "http://localhost/",
    pretendToBeVisual: true,
    virtualConsole: new VirtualConsole(),
  });
  window.matchMedia = () => ({ matches: false, addListener() {}, removeListener() {}, addEventListener() {}, removeEventListener() {} });
  for (const script of ["webcomponent/assets/lib/zone.min.js", "webcomponent/lhc-forms.js", "fhir/R4/lformsFHIR.min.js"]) {
    window.eval(readFileSync(bundle + script, "utf8"));
  }
  return window;
}

async function load(window, form) {
  const { LForms } = window;
  const sdc = LForms.FHIR.R4.SDC;
  let definition = sdc.convertQuestionnaireToLForms(form.questionnaire, {});
  definition = sdc.mergeQuestionnaireResponseToLForms(definition, form.response);
  const data = new LForms.LFormsData(definition);
  await data.loadFHIRResources(false);
  await data._expressionProcessor.runCalculations(!data.hasSavedData);
  data._checkFormControls();
  return data;
}

function find(items, linkId) {
  for (const item of items ?? []) {
    const found = item.linkId === linkId ? item : find(item.items, linkId);
    if (found) return found;
  }
  return undefined;
}

/** The component defers its expressions with a timer; run them at once instead, so that no idle millisecond is counted against it. */
async function change(data, item, option) {
  const processor = data._expressionProcessor;
  const original = processor.runCalculations.bind(processor);
  let settled;
  processor.runCalculations = all => (settled = original(all));
  item.value = item.answers[option];
  data.updateOnSourceItemChange(item);
  await Promise.resolve();
  await settled;
  processor.runCalculations = original;
}

export async function measure(form) {
  const window = openWindow();
  const loading = await time(() => load(window, structuredClone(form)));
  const data = await load(window, structuredClone(form));
  window.setTimeout = callback => queueMicrotask(callback);
  const item = find(data.items, form.change.linkId);
  const total = find(data.items, form.change.totalLinkId);
  const changing = await time(async i => {
    await change(data, item, i % 2);
    expectTotal("lforms", total.value, form.change.expectedTotals[i % 2]);
  });
  window.close();
  return { load: loading, change: changing };
}
