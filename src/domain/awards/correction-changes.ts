/**
 * Whether a correction of the same version could say anything else than the award: another name, address or grade, as the LMS tells them
 * now, or other facts of the institution. What was earned, and by what, stays. docs/decisions/0023-correcting-and-suspending.md
 */
import type { Course } from '../courses/course.js';
import { impatientLms } from '../courses/impatient-lms.js';
import { ask } from '../evidence/asked.js';
import { gatherFacts, type GatherFactsDeps } from '../evidence/gather-facts.js';
import { meetsRule } from '../evidence/meets-rule.js';
import type { InstitutionStore } from '../institutions/institution-store.js';
import type { MicroCredential, PublishedVersion } from '../micro-credentials/micro-credential.js';
import { ruleOf } from '../micro-credentials/rule-of.js';
import type { Timers } from '../../shared/timers.js';
import type { Award } from './award.js';
import { carriedGrades, type CarriedGrades } from './carried-grade.js';
import { toldByLms } from './confirmed-identity.js';

export interface CorrectionChangesDeps extends GatherFactsDeps {
  institutions: InstitutionStore;
  timers: Timers;
}

/**
 * changes: something is different, or may be, for all that is known. nothing: certainly not. grade-choice: nothing but what the learner
 * chooses, whether it carries the grade.
 */
export type CorrectionChanges = 'changes' | 'nothing' | 'grade-choice';

export async function correctionChanges(
  deps: CorrectionChangesDeps,
  award: Award & { issuedAt: Date },
  of: { course: Course; microCredential: MicroCredential; version: PublishedVersion },
): Promise<CorrectionChanges> {
  const { recipient, subject, issuedAt } = award;
  // what the learner typed can be typed anew
  if (recipient?.nameFrom !== 'lms' || recipient.emailFrom !== 'lms') return 'changes';
  const institution = await deps.institutions.byId(award.institutionId);
  if (!institution || institution.changedAt > issuedAt) return 'changes';
  // what is not known in time is no reason to refuse a correction
  const asked = { ...deps, ...impatientLms(deps, deps.timers) };
  const roster = await ask(async () => ({ answer: await asked.lms.roster(of.course) }));
  const listed = 'answer' in roster ? roster.answer.find((member) => member.subject === subject) : undefined;
  const told = listed && toldByLms(listed);
  if (told?.name !== recipient.name || told.email !== recipient.email) return 'changes';
  if (!of.version.definition.gradeMayBeCarried) return 'nothing';
  const now = meetsRule(ruleOf(of.version.definition), await gatherFacts(asked, { ...of, subject }));
  if (now.verdict === 'unknown') return 'changes';
  const grades = carriedGrades(now, award.basis);
  if (carriesNone(grades)) return carriesNone(award) ? 'nothing' : 'changes';
  return carriesNone(award) || isSame(award, grades) ? 'grade-choice' : 'changes';
}

const carriesNone = ({ grade, outcomeGrades }: CarriedGrades): boolean => !grade && !outcomeGrades;

function isSame(one: CarriedGrades, other: CarriedGrades): boolean {
  const told = ({ grade, outcomeGrades = [] }: CarriedGrades) => [
    grade && [grade.score, grade.maximum],
    outcomeGrades
      .map(({ outcomeId, score, maximum }) => [outcomeId, score, maximum] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ];
  return JSON.stringify(told(one)) === JSON.stringify(told(other));
}
