/** Advice on a draft: nothing here stops publishing. What does: missing-elements.ts. */
import type { LanguageMap } from '../../shared/language-map.js';
import type { Institution } from '../institutions/institution.js';
import { conditionsOf, type Condition } from './award-rule.js';
import type { DraftDefinition } from './definition.js';
import { ruleOf } from './rule-of.js';

export type AdviceCode =
  | 'title-like-degree' // could be taken for a degree or diploma; details.word is the word that does it
  | 'description-empty'
  | 'language-half-filled' // title or description alone is in a further language; details.language
  | 'ects-below-one' // some verifiers break on numbers below 1; details.ects
  | 'ects-wherever-possible' // the institution may award ECTS, only hours are told
  | 'ects-unlike-hours' // not 25 to 30 hours a credit; details.ects, details.hours
  | 'assessment-unused' // proves no outcome; details.assessmentId
  | 'threshold-zero' // any score passes, or any level
  | 'restricted-needs-others' // everybody passing looks like no restriction; an alternative condition helps
  | 'restricted-locks-out' // the activity to claim in is the restricted one: whoever passes otherwise cannot open it
  | 'confirmations-begin-anew'; // those of the version before do not count for the next

export interface Advice {
  code: AdviceCode;
  field: string;
  details: Record<string, string>;
}

/** Words of degrees and diplomas in several languages, without accents, singular. [ARES 2024-23, 03.1.4] */
const degreeWords: ReadonlySet<string> = new Set(
  (
    'bachelier bacheliere bachelor baccalaureat baccalaureate bac master maitrise magister mba doctorat doctorate doctor ' +
    'docteur phd diplome diploma diplom certificat certificate zertifikat licence license licentiate licenciatura brevet ' +
    'degree agregation laurea dottorato doctorado grado staatsexamen'
  ).split(' '),
);

/** Of the micro-credential that the draft belongs to. */
export interface Standing {
  /** The activity in which learners claim it. */
  linkId?: string;
  /** Whether a version was published before. */
  isPublished?: boolean;
}

/** In the order of the form. Never blocks. */
export function adviceOn(
  draft: DraftDefinition,
  institution: Institution,
  standing: Standing = {},
): Advice[] {
  return [
    ...titleAdvice(draft),
    ...(Object.values(draft.description).every((text) => text.trim() === '')
      ? [advice('description-empty', 'description')]
      : []),
    ...languageAdvice(draft),
    ...draft.assessments
      .filter((assessment) => !draft.outcomes.some((outcome) => outcome.assessmentId === assessment.id))
      .map((assessment) => advice('assessment-unused', 'assessments', { assessmentId: assessment.id })),
    ...workloadAdvice(draft, institution),
    ...ruleAdvice(draft, standing),
  ];
}

const advice = (code: AdviceCode, field: string, details: Record<string, string> = {}): Advice => ({
  code,
  field,
  details,
});

/** One piece of advice for each title that does it, with the first such word as it stands there. */
function titleAdvice(draft: DraftDefinition): Advice[] {
  return Object.entries(draft.title).flatMap(([tag, title]) => {
    const word = (title.match(/[\p{L}\p{M}]+/gu) ?? []).find((part) => {
      const plain = part.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
      return degreeWords.has(plain) || degreeWords.has(plain.replace(/s$/, ''));
    });
    return word ? [advice('title-like-degree', `title.${tag}`, { word })] : [];
  });
}

/** One piece of advice for each such language. A description that is empty in every language is told by itself. */
function languageAdvice({ title, description, language }: DraftDefinition): Advice[] {
  const isIn = (text: LanguageMap, tag: string): boolean => (text[tag] ?? '').trim() !== '';
  if (!isIn(title, language) || !isIn(description, language)) return [];
  return [...new Set([...Object.keys(title), ...Object.keys(description)])]
    .filter((tag) => isIn(title, tag) !== isIn(description, tag))
    .map((tag) =>
      advice('language-half-filled', `${isIn(title, tag) ? 'description' : 'title'}.${tag}`, {
        language: tag,
      }),
    );
}

/** Hours of work that one credit stands for. [ECTS Users' Guide 2015, 4.1] */
const hoursOfCredit = { least: 25, most: 30 };

function workloadAdvice(draft: DraftDefinition, institution: Institution): Advice[] {
  const { ects, hours } = draft.workload;
  const points = Number(ects ?? 0);
  if (ects === undefined)
    return institution.mayAwardEcts && hours !== undefined
      ? [advice('ects-wherever-possible', 'workload.ects')]
      : [];
  if (points <= 0) return [];
  const isUnlike =
    hours !== undefined && (hours < points * hoursOfCredit.least || hours > points * hoursOfCredit.most);
  return [
    ...(points < 1 ? [advice('ects-below-one', 'workload.ects', { ects })] : []),
    ...(isUnlike ? [advice('ects-unlike-hours', 'workload.hours', { ects, hours: String(hours) })] : []),
  ];
}

function ruleAdvice(draft: DraftDefinition, { linkId, isPublished }: Standing): Advice[] {
  const conditions = conditionsOf(ruleOf(draft));
  const zero = conditions.some(takesAny);
  const restricted = conditions.filter((part) => part.kind === 'restricted-activity');
  const own = restricted.some((part) => part.linkId === linkId);
  const byHand = conditions.some(
    (part) => part.kind === 'examiner-confirmation' || part.kind === 'jury-decision',
  );
  return [
    ...(zero ? [advice('threshold-zero', 'rule')] : []),
    ...(restricted.length > 0 && !byHand ? [advice('restricted-needs-others', 'rule')] : []),
    ...(own && byHand ? [advice('restricted-locks-out', 'rule')] : []),
    ...(isPublished && byHand ? [advice('confirmations-begin-anew', 'rule')] : []),
  ];
}

function takesAny(condition: Condition): boolean {
  if ('thresholdPercent' in condition) return condition.thresholdPercent === 0;
  if ('thresholdPoints' in condition) return condition.thresholdPoints === 0;
  return 'thresholdLevel' in condition && condition.thresholdLevel === 1;
}
