/**
 * Which of the eleven mandatory elements of Annex I are among what is shown, by the names that our type gives them? Information
 * alone. Council Recommendation 2022/C 243/02, Annex I.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../documents/json/json-value.js';
import { notChecked, passed } from '../checks.js';
import { type EuropeanElement, europeanElements } from '../european-elements.js';
import type { Check } from '../report.js';
import { isOurType } from './our-type.js';

/** details.missing: names of elements, separated by spaces. */
export function checkClaimedElements(claims: JsonObject): Check {
  const name = 'european-elements';
  if (!isOurType(claims['vct'])) return notChecked(name, 'european-elements-none');
  const missing = europeanElements.filter((element) => !isCarried(claims, element));
  if (missing.length === 0) return passed(name, 'european-elements-complete');
  const details = { present: europeanElements.length - missing.length, missing: missing.join(' ') };
  // who it is of is the holder's to show, one by one
  return missing.join() === 'learner'
    ? notChecked(name, 'european-elements-kept-back', details)
    : notChecked(name, 'european-elements-missing', details);
}

function isCarried(claims: JsonObject, element: EuropeanElement): boolean {
  const body = claims['awarding_body'];
  const ofBody = (member: string): JsonValue | undefined => (isJsonObject(body) ? body[member] : undefined);
  const places: Record<EuropeanElement, (JsonValue | undefined)[]> = {
    learner: [claims['sub'], claims['name'], claims['email']],
    title: [claims['title']],
    country: [ofBody('country')],
    'awarding-body': [ofBody('name')],
    date: [claims['date_of_award']],
    outcomes: [claims['learning_outcomes']],
    workload: [claims['ects'], claims['hours']],
    level: [claims['level']],
    assessment: [claims['assessments']],
    participation: [claims['participation']],
    'quality-assurance': [claims['quality_assurance']],
  };
  return places[element].some(saysSomething);
}

/** A text that is not blank, or anything with one in it. */
function saysSomething(value: JsonValue | undefined): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (typeof value !== 'object' || value === null) return typeof value === 'number';
  return Object.values(value).some(saysSomething);
}
