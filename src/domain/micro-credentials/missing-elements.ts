/**
 * What a draft still lacks before it may be published: the mandatory elements of Council Recommendation 2022/C 243/02,
 * Annex I, and a rule that the LMS can prove. Codes only; the pages have the words. Advice that blocks nothing: advice-on.ts.
 */
import type { LanguageMap } from '../../shared/language-map.js';
import type { Institution } from '../institutions/institution.js';
import { differencesOf } from '../platforms/differences/differences-of.js';
import type { LmsFamily } from '../platforms/platform.js';
import { conditionsOf, type AwardRule, type Combination, type Condition, type Period } from './award-rule.js';
import type { DraftDefinition } from './definition.js';
import { ruleOf, saysWhatPasses } from './rule-of.js';
import { asksForColumn, type OwnColumn } from './written-column.js';

export type ElementCode = 'M2' | 'M3' | 'M4' | 'M6' | 'M7' | 'M8' | 'M9' | 'M10' | 'M11' | 'rule';

export type MissingCode =
  | 'title-empty' // M2
  | 'country-empty' // M3: the administrator has not told the institution's country
  | 'awarding-body-empty' // M4: the institution has no legal name
  | 'further-body-name-empty' // M4: a further awarding body has no name
  | 'further-body-country-empty' // M3: a further awarding body has no country
  | 'outcomes-empty' // M6: not one learning outcome
  | 'outcome-text-empty' // M6
  | 'outcome-assessment-empty' // M6: no assessment was chosen for the outcome
  | 'outcome-assessment-unknown' // M6: the chosen assessment was removed
  | 'workload-empty' // M7: neither ECTS nor hours, or zero
  | 'workload-hours-empty' // M7: the institution may not award ECTS, so hours are needed
  | 'workload-ects-not-entitled' // M7: ECTS given, but the institution may not award them
  | 'level-empty' // M8: neither a level nor "not applicable"
  | 'level-reason-empty' // M8: not applicable, without the reason
  | 'assessments-empty' // M9: not one assessment
  | 'assessment-type-empty' // M9
  | 'assessment-criterion-empty' // M9: nobody can tell what had to be reached
  | 'participation-empty' // M10
  | 'quality-assurance-empty' // M11: nothing told
  | 'quality-assurance-kind-empty' // M11
  | 'quality-assurance-standard-empty' // M11
  | 'quality-assurance-other-standard-empty' // M11: standard "other" without its name
  | 'quality-assurance-body-empty' // M11
  | 'rule-empty' // nothing counts as passing yet
  | 'rule-outcome-empty' // neither the outcome's own rule nor one for the whole proves it
  | 'rule-too-many-conditions' // `chosen` in all rules together, `needed` at most
  | 'rule-too-many-needed' // at least `needed` of `chosen` conditions, which are fewer
  | 'rule-dates-crossed' // the last day that counts lies before the first
  | 'rule-link-empty' // a condition names no activity
  | 'rule-column-is-written' // Acquis writes the badges into that column: it would prove itself
  | 'rule-records-not-offered' // this LMS has no web services that Acquis asks
  | 'rule-access-not-offered'; // this LMS's roster does not obey restrictions, so it proves nothing

export interface Missing {
  element: ElementCode;
  /** Form field, dotted: 'title', 'outcomes.0.text', 'rule', 'outcomes.0.provenBy.of.1.linkId', 'institution.country' ... */
  field: string;
  code: MissingCode;
  outcomeId?: string;
  assessmentId?: string;
  /** Of 'rule-too-many-needed' and 'rule-too-many-conditions'. */
  needed?: number;
  chosen?: number;
}

/**
 * In the order of the elements; empty when the draft may be published.
 * @param family LMS of the course
 * @param written the column that the badges are, or were, written into
 */
export function missingElements(
  draft: DraftDefinition,
  institution: Institution,
  family: LmsFamily,
  written?: OwnColumn,
): Missing[] {
  const lms = { family, written };
  return [
    ...(isBlank(draft.title) ? [missing('M2', 'title', 'title-empty')] : []),
    ...awardingBody(draft, institution),
    ...outcomes(draft),
    ...workload(draft, institution),
    ...level(draft),
    ...assessments(draft),
    ...(draft.participation ? [] : [missing('M10', 'participation', 'participation-empty')]),
    ...assurance(draft),
    ...whatPasses(draft, lms),
  ];
}

const missing = (
  element: ElementCode,
  field: string,
  code: MissingCode,
  of: Partial<Missing> = {},
): Missing => ({
  element,
  field,
  code,
  ...of,
});

const isBlank = (map: LanguageMap): boolean => Object.values(map).every((text) => text.trim() === '');
const isEmpty = (text: string | undefined): boolean => (text ?? '').trim() === '';

function awardingBody(draft: DraftDefinition, institution: Institution): Missing[] {
  const found: Missing[] = [];
  if (!/^[A-Z]{2}$/.test(institution.country))
    found.push(missing('M3', 'institution.country', 'country-empty'));
  if (isEmpty(institution.legalName))
    found.push(missing('M4', 'institution.legalName', 'awarding-body-empty'));
  draft.furtherAwardingBodies.forEach((body, index) => {
    const field = `furtherAwardingBodies.${index}`;
    if (isEmpty(body.legalName)) found.push(missing('M4', `${field}.legalName`, 'further-body-name-empty'));
    if (body.country === '') found.push(missing('M3', `${field}.country`, 'further-body-country-empty'));
  });
  return found;
}

function outcomes(draft: DraftDefinition): Missing[] {
  if (draft.outcomes.length === 0) return [missing('M6', 'outcomes', 'outcomes-empty')];
  return draft.outcomes.flatMap((outcome, index) => {
    const found: Missing[] = [];
    const of = { outcomeId: outcome.id };
    if (isBlank(outcome.text)) found.push(missing('M6', `outcomes.${index}.text`, 'outcome-text-empty', of));
    const field = `outcomes.${index}.assessmentId`;
    if (outcome.assessmentId === '') found.push(missing('M6', field, 'outcome-assessment-empty', of));
    else if (!draft.assessments.some((assessment) => assessment.id === outcome.assessmentId)) {
      found.push(missing('M6', field, 'outcome-assessment-unknown', of));
    }
    return found;
  });
}

function workload(draft: DraftDefinition, institution: Institution): Missing[] {
  const { ects, hours } = draft.workload;
  const hasHours = hours !== undefined && hours > 0;
  if (!institution.mayAwardEcts) {
    return [
      ...(ects !== undefined ? [missing('M7', 'workload.ects', 'workload-ects-not-entitled')] : []),
      ...(hasHours ? [] : [missing('M7', 'workload.hours', 'workload-hours-empty')]),
    ];
  }
  return hasHours || Number(ects ?? 0) > 0 ? [] : [missing('M7', 'workload', 'workload-empty')];
}

function level(draft: DraftDefinition): Missing[] {
  if (!draft.level) return [missing('M8', 'level', 'level-empty')];
  const unexplained = draft.level.kind === 'not-applicable' && isEmpty(draft.level.reason);
  return unexplained ? [missing('M8', 'level.reason', 'level-reason-empty')] : [];
}

function assessments(draft: DraftDefinition): Missing[] {
  if (draft.assessments.length === 0) return [missing('M9', 'assessments', 'assessments-empty')];
  return draft.assessments.flatMap((assessment, index) => {
    const of = { assessmentId: assessment.id };
    const field = `assessments.${index}`;
    return [
      ...(assessment.type ? [] : [missing('M9', `${field}.type`, 'assessment-type-empty', of)]),
      ...(isEmpty(assessment.criterion)
        ? [missing('M9', `${field}.criterion`, 'assessment-criterion-empty', of)]
        : []),
    ];
  });
}

function assurance(draft: DraftDefinition): Missing[] {
  const told = draft.qualityAssurance;
  const of = (part: string, code: MissingCode) => missing('M11', `qualityAssurance.${part}`, code);
  if (!told || Object.values(told).every((value) => value === undefined || value === '')) {
    return [missing('M11', 'qualityAssurance', 'quality-assurance-empty')];
  }
  return [
    ...(told.kind ? [] : [of('kind', 'quality-assurance-kind-empty')]),
    ...(told.standard ? [] : [of('standard', 'quality-assurance-standard-empty')]),
    ...(told.standard === 'other' && isEmpty(told.otherStandard)
      ? [of('otherStandard', 'quality-assurance-other-standard-empty')]
      : []),
    ...(isEmpty(told.body) ? [of('body', 'quality-assurance-body-empty')] : []),
  ];
}

interface RulesOf {
  family: LmsFamily;
  written: OwnColumn | undefined;
}

/** Each condition may cost a question to the LMS. */
const mostInAll = 80;

function whatPasses(draft: DraftDefinition, lms: RulesOf): Missing[] {
  if (!saysWhatPasses(draft)) return [missing('rule', 'rule', 'rule-empty')];
  const chosen = conditionsOf(ruleOf(draft)).length;
  const tooMany = { needed: mostInAll, chosen };
  return [
    ...draft.outcomes.flatMap(({ id, provenBy }, index) => {
      const field = `outcomes.${index}.provenBy`;
      const found = provenBy
        ? ruleElements(provenBy, field, lms)
        : draft.rule
          ? []
          : [missing('rule', field, 'rule-outcome-empty')];
      return found.map((one) => ({ ...one, outcomeId: id }));
    }),
    ...(draft.rule ? ruleElements(draft.rule, 'rule', lms) : []),
    ...(chosen > mostInAll ? [missing('rule', 'rule', 'rule-too-many-conditions', tooMany)] : []),
  ];
}

function ruleElements(rule: AwardRule, field: string, lms: RulesOf): Missing[] {
  switch (rule.kind) {
    case 'all':
    case 'any':
    case 'at-least':
      if (rule.of.length === 0) return [missing('rule', field, 'rule-empty')];
      return [
        ...tooManyNeeded(rule, field),
        ...rule.of.flatMap((part, index) => ruleElements(part, `${field}.of.${index}`, lms)),
      ];
    case 'restricted-activity':
      return [
        ...(isEmpty(rule.linkId) ? [missing('rule', `${field}.linkId`, 'rule-link-empty')] : []),
        ...(differencesOf(lms.family).rosterObeysRestrictions
          ? []
          : [missing('rule', field, 'rule-access-not-offered')]),
      ];
    case 'own-line-item':
      return [
        ...(isEmpty(rule.linkId) ? [missing('rule', `${field}.linkId`, 'rule-link-empty')] : []),
        ...ofWrittenColumn(rule, field, lms),
        ...datesCrossed(rule, field),
      ];
    case 'examiner-confirmation':
    case 'jury-decision':
      return datesCrossed(rule, field);
    case 'activity-grade':
    case 'activity-completion':
    case 'course-total':
    case 'course-completion':
    case 'competency':
      return [
        ...(differencesOf(lms.family).records ? [] : [missing('rule', field, 'rule-records-not-offered')]),
        ...ofWrittenColumn(rule, field, lms),
        ...datesCrossed(rule, field),
      ];
  }
}

function ofWrittenColumn(rule: Condition, field: string, { written }: RulesOf): Missing[] {
  return written && asksForColumn(rule, written) ? [missing('rule', field, 'rule-column-is-written')] : [];
}

function tooManyNeeded(rule: Combination, field: string): Missing[] {
  if (rule.kind !== 'at-least' || rule.count <= rule.of.length) return [];
  const of = { needed: rule.count, chosen: rule.of.length };
  return [missing('rule', `${field}.count`, 'rule-too-many-needed', of)];
}

function datesCrossed({ notBefore, notAfter }: Period, field: string): Missing[] {
  const crossed = notBefore !== undefined && notAfter !== undefined && notAfter < notBefore;
  return crossed ? [missing('rule', `${field}.notAfter`, 'rule-dates-crossed')] : [];
}
