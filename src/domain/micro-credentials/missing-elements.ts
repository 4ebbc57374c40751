/**
 * What a draft still lacks before it may be published: the mandatory elements of Council Recommendation 2022/C 243/02,
 * Annex I, and a rule that the LMS can prove. Codes only; the pages have the words. Advice that blocks nothing: advice-on.ts.
 */
import { Problem } from '../../shared/problem.js';
import type { Institution } from '../institutions/institution.js';
import type { LmsFamily } from '../platforms/platform.js';
import type { DraftDefinition } from './definition.js';

export type ElementCode = 'M2' | 'M3' | 'M4' | 'M6' | 'M7' | 'M8' | 'M9' | 'M10' | 'M11' | 'rule';

export type MissingCode =
  | 'title-empty' // M2
  | 'country-empty' // M3: the administrator has not told the institution's country
  | 'awarding-body-empty' // M4: the institution has no legal name
  | 'further-body-name-empty' // M4: a further awarding body has no name
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
  | 'rule-link-empty' // a condition names no activity
  | 'rule-access-not-offered' // this LMS's roster does not obey restrictions, so it proves nothing
  | 'rule-threshold-empty'; // a grade condition without its threshold

export interface Missing {
  element: ElementCode;
  /** Form field, dotted: 'title', 'outcomes.0.text', 'rule', 'rule.of.1.linkId', 'institution.country' ... */
  field: string;
  code: MissingCode;
  outcomeId?: string;
  assessmentId?: string;
}

/** In the order of the elements; empty when the draft may be published. @param family LMS of the course */
export function missingElements(
  draft: DraftDefinition,
  institution: Institution,
  family: LmsFamily,
): Missing[] {
  throw new Problem('unexpected', { detail: `${draft.language} ${institution.id} ${family}` });
}
