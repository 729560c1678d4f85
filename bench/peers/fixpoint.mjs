// What one gets with fhirpath.js and an afternoon: every condition and every calculation again until nothing changes.
import fhirpath from "fhirpath";
import r4 from "fhirpath/fhir-context/r4";
import { expectTotal, time } from "./clock.mjs";

const calculatedUrl = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";

function load(form, compiled) {
  const state = { questionnaire: form.questionnaire, items: [], answers: new Map(), enabled: new Map(), compiled };
  collectItems(form.questionnaire.item, state.items);
  collectAnswers(form.response.item, state.answers);
  settle(state);
  return state;
}

function collectItems(items, into) {
  for (const item of items ?? []) {
    into.push(item);
    collectItems(item.item, into);
  }
}

function collectAnswers(items, into) {
  for (const item of items ?? []) {
    if (item.answer) into.set(item.linkId, item.answer);
    collectAnswers(item.item, into);
  }
}

function settle(state) {
  for (let changed = true; changed; ) {
    changed = false;
    for (const item of state.items) {
      const enabled = !item.enableWhen || item.enableWhen.some(when => holds(state, when));
      changed ||= state.enabled.get(item.linkId) !== enabled;
      state.enabled.set(item.linkId, enabled);
    }
    const resource = { resourceType: "QuestionnaireResponse", status: "in-progress", item: response(state, state.questionnaire.item) };
    for (const item of state.items) {
      const expression = item.extension?.find(e => e.url === calculatedUrl)?.valueExpression.expression;
      if (!expression) continue;
      const [value] = state.compiled.get(expression)(resource, { resource, questionnaire: state.questionnaire });
      if (value === state.answers.get(item.linkId)?.[0].valueInteger) continue;
      if (value === undefined) state.answers.delete(item.linkId);
      else state.answers.set(item.linkId, [{ valueInteger: value }]);
      changed = true;
    }
  }
}

function holds(state, when) {
  const source = state.enabled.get(when.question) === false ? undefined : state.answers.get(when.question);
  return (source ?? []).some(answer => answer.valueCoding.code === when.answerCoding.code);
}

function response(state, items) {
  return (items ?? [])
    .filter(item => state.enabled.get(item.linkId))
    .map(item => ({ linkId: item.linkId, answer: state.answers.get(item.linkId), item: item.item && response(state, item.item) }));
}

function compileAll(form) {
  const items = [];
  collectItems(form.questionnaire.item, items);
  const expressions = items.flatMap(i => i.extension ?? []).filter(e => e.url === calculatedUrl).map(e => e.valueExpression.expression);
  return new Map(expressions.map(e => [e, fhirpath.compile(e, r4)]));
}

export async function measure(form) {
  const compiled = compileAll(form);
  const loading = await time(() => load(form, compiled));
  const state = load(form, compiled);
  const changing = await time(i => {
    state.answers.set(form.change.linkId, [{ valueCoding: form.change.options[i % 2] }]);
    settle(state);
    expectTotal("fhirpath", state.answers.get(form.change.totalLinkId)[0].valueInteger, form.change.expectedTotals[i % 2]);
  });
  return { load: loading, change: changing };
}
