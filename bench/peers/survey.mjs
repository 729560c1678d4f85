// SurveyJS without a page. It does not read FHIR: the same form in its own words, with numbers for options.
import { createRequire } from "node:module";
import { expectTotal, time } from "./clock.mjs";

const { Model } = createRequire(import.meta.url)("survey-core");

const name = linkId => linkId.replaceAll(".", "_");
const optionOf = coding => Number(coding.code.slice(1));

function element(item, section) {
  const common = { name: name(item.linkId), title: item.text };
  switch (item.type) {
    case "group":
      return { ...common, type: "panel", elements: item.item.map(child => element(child, section ?? item)) };
    case "choice":
      return {
        ...common,
        type: "radiogroup",
        choices: item.answerOption.map(o => ({ value: optionOf(o.valueCoding), text: o.valueCoding.display })),
        ...(item.enableWhen ? { visibleIf: condition(item) } : {}),
      };
    case "string":
      return { ...common, type: "text" };
    case "integer":
      return item.readOnly
        ? { ...common, type: "expression", expression: calculation(item, section) }
        : { ...common, type: "text", inputType: "number" };
    default:
      throw new Error(`No translation for ${item.type}`);
  }
}

function condition(item) {
  const [when] = item.enableWhen;
  return `{${name(when.question)}} = ${optionOf(when.answerCoding)}`;
}

/** SurveyJS keeps the answers of hidden questions; its sum leaves them out by their condition. */
function calculation(item, section) {
  const terms = section.item[0].item.map(q => (q.enableWhen ? `iif(${condition(q)}, {${name(q.linkId)}}, 0)` : `{${name(q.linkId)}}`));
  return item.linkId.endsWith(".score")
    ? terms.join(" + ")
    : `{${name(section.linkId)}_score} + {${name(section.linkId)}_adjustment}`;
}

function answers(items, into = {}) {
  for (const item of items ?? []) {
    const [answer] = item.answer ?? [];
    if (answer) into[name(item.linkId)] = answer.valueCoding ? optionOf(answer.valueCoding) : (answer.valueInteger ?? answer.valueString);
    answers(item.item, into);
  }
  return into;
}

function load(form) {
  const survey = new Model({ elements: form.questionnaire.item.map(item => element(item)) });
  survey.data = answers(form.response.item);
  return survey;
}

export async function measure(form) {
  const loading = await time(() => load(form));
  const survey = load(form);
  const question = name(form.change.linkId);
  const total = name(form.change.totalLinkId);
  const changing = await time(i => {
    survey.setValue(question, i % 2);
    expectTotal("survey-core", survey.getValue(total), form.change.expectedTotals[i % 2]);
  });
  return { load: loading, change: changing };
}
