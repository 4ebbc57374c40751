/**
 * Which of the eleven mandatory elements of Annex I does it carry, as far as Open Badges 2.0 can: in its own members, and in the alignments
 * and the criteria of its badge class? Information alone: a badge without them is no worse a badge.
 * Council Recommendation 2022/C 243/02, Annex I.
 */
import type { TermName } from '../../../documents/european-elements/terms.js';
import { isJsonObject, type JsonObject, stringOf } from '../../../documents/json/json-value.js';
import { toldTerms } from '../../../documents/open-badge-2/told-terms.js';
import { notChecked, passed } from '../checks.js';
import { beyondOpenBadges, type EuropeanElement, europeanElements } from '../european-elements.js';
import type { Check } from '../report.js';

const termsOf: Partial<Record<EuropeanElement, readonly TermName[]>> = {
  'awarding-body': ['AwardingBody'],
  outcomes: ['LearningOutcome'],
  workload: ['ECTS', 'NotionalWorkload'],
  level: ['EQFLevel', 'LevelNotApplicable'],
  assessment: ['AssessmentType'],
  participation: ['FormOfParticipation'],
  'quality-assurance': ['QualityAssurance'],
};

/**
 * details.missing: names of elements, separated by spaces. Of a badge that is aligned with none, words in its criteria mean what they like.
 * @param badge undefined where the badge class could not be had
 */
export function checkEuropeanElements2({
  assertion,
  badge,
  issuer,
}: {
  assertion: JsonObject;
  badge: JsonObject | undefined;
  issuer: JsonObject | undefined;
}): Check {
  const name = 'european-elements';
  if (!badge) return notChecked(name, 'not-reached');
  const { aligned, inWords, countries } = toldTerms(badge);
  const isTold = (terms: ReadonlySet<TermName>, element: EuropeanElement): boolean =>
    termsOf[element]?.some((term) => terms.has(term)) ?? false;
  if (!beyondOpenBadges.some((element) => isTold(aligned, element))) {
    return notChecked(name, 'european-elements-other-form');
  }
  const { recipient } = assertion;
  const ownMembers: Partial<Record<EuropeanElement, boolean>> = {
    learner: isJsonObject(recipient) && isText(recipient['identity']),
    title: isText(badge['name']),
    country: countries.length > 0,
    'awarding-body': isText(issuer?.['name']),
    date: isText(assertion['issuedOn']),
  };
  const missing = europeanElements.filter(
    (element) => !ownMembers[element] && !isTold(aligned, element) && !isTold(inWords, element),
  );
  if (missing.length === 0) return passed(name, 'european-elements-complete');
  return notChecked(name, 'european-elements-missing', {
    present: europeanElements.length - missing.length,
    missing: missing.join(' '),
  });
}

const isText = (value: JsonObject[string] | undefined): boolean => (stringOf(value) ?? '').trim() !== '';
