/** Advice on a draft: nothing here stops publishing. What does: missing-elements.ts. */
import { Problem } from '../../shared/problem.js';
import type { Institution } from '../institutions/institution.js';
import type { DraftDefinition } from './definition.js';

export type AdviceCode =
  | 'title-like-degree' // could be taken for a degree or diploma; details.word is the word that does it
  | 'description-empty'
  | 'ects-below-one' // some verifiers break on numbers below 1; details.ects
  | 'ects-wherever-possible' // the institution may award ECTS, only hours are told
  | 'assessment-unused' // proves no outcome; details.assessmentId
  | 'threshold-zero' // any score passes
  | 'restricted-needs-others'; // everybody passing looks like no restriction; an alternative condition helps

export interface Advice {
  code: AdviceCode;
  field: string;
  details: Record<string, string>;
}

export function adviceOn(draft: DraftDefinition, institution: Institution): Advice[] {
  throw new Problem('unexpected', { detail: `${draft.language} ${institution.id}` });
}
