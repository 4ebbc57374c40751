/**
 * Which of the eleven mandatory elements of Annex I does it carry, in the terms that this project publishes (or the European
 * vocabularies' own addresses)? Information alone: a badge without them is no worse a badge.
 * Council Recommendation 2022/C 243/02, Annex I.
 */
import { extensionType, type TermName } from '../../../documents/european-elements/terms.js';
import { isEntryOf } from '../../../documents/european-elements/published-lists.js';
import { isJsonObject, type JsonObject, listOf, stringOf } from '../../../documents/json/json-value.js';
import { isClr } from '../../../documents/clr/clr-shape.js';
import { isEndorsement } from '../../../documents/open-badge-3/endorsement-shape.js';
import { notChecked, passed } from '../checks.js';
import { beyondOpenBadges, type EuropeanElement, europeanElements } from '../european-elements.js';
import type { Check } from '../report.js';

/** details.missing: names of elements, separated by spaces. */
export function checkEuropeanElements(credential: JsonObject): Check {
  if (isClr(credential)) return notChecked('european-elements', 'european-elements-inside');
  if (isEndorsement(credential)) return notChecked('european-elements', 'european-elements-of-no-award');
  const carried = carriedElements(credential);
  const missing = europeanElements.filter((element) => !carried.has(element));
  const details = { present: carried.size, missing: missing.join(' ') };
  if (missing.length === 0) return passed('european-elements', 'european-elements-complete');
  const hasEuropean = beyondOpenBadges.some((element) => carried.has(element));
  return notChecked(
    'european-elements',
    hasEuropean ? 'european-elements-missing' : 'european-elements-none',
    details,
  );
}

function carriedElements(credential: JsonObject): Set<EuropeanElement> {
  const subject = objectAt(credential, 'credentialSubject');
  const achievement = objectAt(subject, 'achievement');
  const issuer = objectAt(credential, 'issuer');
  const descriptions = listOf(achievement['resultDescription']).filter(isJsonObject);
  const alignments = [achievement, ...descriptions].flatMap((one) =>
    listOf(one['alignment']).filter(isJsonObject),
  );
  const aligned = (...names: TermName[]): boolean =>
    alignments.some(({ targetType, targetUrl }) =>
      names.some((name) => targetType === extensionType(name) || isEntryOf(name, stringOf(targetUrl) ?? '')),
    );
  const has: Record<EuropeanElement, boolean> = {
    learner: listOf(subject['identifier']).length > 0 || /^did:/.test(stringOf(subject['id']) ?? ''),
    title: isText(achievement['name']),
    country: isText(objectAt(issuer, 'address')['addressCountryCode']),
    'awarding-body': isText(issuer['name']),
    date: isText(credential['validFrom'] ?? credential['issuanceDate'] ?? credential['awardedDate']),
    outcomes: descriptions.some((one) => one['resultType'] === extensionType('LearningOutcome')),
    workload: aligned('ECTS', 'NotionalWorkload'),
    level: aligned('EQFLevel', 'LevelNotApplicable'),
    assessment: aligned('AssessmentType'),
    participation: aligned('FormOfParticipation'),
    'quality-assurance': aligned('QualityAssurance'),
  };
  return new Set(europeanElements.filter((element) => has[element]));
}

function objectAt(object: JsonObject, name: string): JsonObject {
  const value = object[name];
  return isJsonObject(value) ? value : {};
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
