/**
 * A teacher corrects an issued award: a new one is offered to the same learner, and takes the place of the old one when it is claimed.
 * Until then the old one stands. docs/decisions/0023-correcting-and-suspending.md
 */
import type { NewId } from '../../shared/ids.js';
import { Problem } from '../../shared/problem.js';
import type { Course } from '../courses/course.js';
import { reasonGiven } from '../courses/reason-given.js';
import type { Visit } from '../courses/visit.js';
import { gatherFacts } from '../evidence/gather-facts.js';
import { meetsRule } from '../evidence/meets-rule.js';
import type { RuleResult } from '../evidence/verdict.js';
import type { MicroCredentialStore } from '../micro-credentials/micro-credential-store.js';
import type { MicroCredential, PublishedVersion } from '../micro-credentials/micro-credential.js';
import { ruleOf } from '../micro-credentials/rule-of.js';
import type { AwardStore } from './award-store.js';
import type { Award } from './award.js';
import { correctionChanges, type CorrectionChangesDeps } from './correction-changes.js';
import { correctionOf } from './held-award.js';
import { awardOfTeacher } from './move-award.js';
import { newOffer } from './new-offer.js';
import type { TellLearner } from './tell-learner.js';

export interface CorrectAwardDeps extends CorrectionChangesDeps {
  awards: AwardStore;
  microCredentials: MicroCredentialStore;
  newId: NewId;
  /** Undefined where nobody is told of anything. */
  tellLearner?: TellLearner;
}

/**
 * The offered correction; a second press gets the same one.
 * @param input.version number of the version to correct to: the award's own, or a newer one, whose rule must be met now
 * @param input.choosesGrade the learner wants to choose anew whether the grade shows: reason enough for a correction of the same version
 * @param input.reason 1 to 1000 characters; it is published with the old award
 * @throws Problem not-found, not-permitted, request-invalid (facts.fields.reason), award-move-not-allowed (not issued, or expired),
 * rule-not-met (facts.result: RuleResult), correction-changes-nothing (facts.gradeChoice: true where the learner could choose anew)
 */
export async function correctAward(
  deps: CorrectAwardDeps,
  input: { awardId: string; visit: Visit; version: number; reason: string; choosesGrade?: boolean },
): Promise<Award> {
  const award = await awardOfTeacher(deps, input);
  const reason = reasonGiven(input.reason);
  const at = deps.clock();
  if (!canBeCorrected(award, at))
    throw new Problem('award-move-not-allowed', { facts: { state: award.state } });
  const { microCredentialId, platformId, subject } = award;
  const all = await deps.awards.ofLearnerAllVersions(microCredentialId, platformId, subject);
  const offered = correctionOf(award, all);
  if (offered) return offered;
  const [course, microCredential] = await Promise.all([
    deps.courses.byId(award.courseId),
    deps.microCredentials.byId(microCredentialId),
  ]);
  const version = microCredential?.versions.find(({ number }) => number === input.version);
  if (!course || !microCredential || !version || version.number < award.version)
    throw new Problem('not-found', { detail: 'version' });
  const of = { course, microCredential, version };
  if (version.number === award.version) await requireChange(deps, award, of, input.choosesGrade);
  const by = input.visit.person.subject;
  const offer = newOffer({
    id: deps.newId(),
    course,
    microCredential,
    version,
    learner: { subject, name: award.lmsName },
    basis: await basisOf(deps, award, of),
    at,
    by,
    correction: {
      of: award.id,
      number: Math.max(0, ...all.map(({ correction }) => correction?.number ?? 0)) + 1,
      firstIssuedAt: award.correction?.firstIssuedAt ?? award.issuedAt,
      by,
      reason,
      pending: true,
    },
  });
  await deps.tellLearner?.({ award: offer, what: 'corrected', at, recipient: award.recipient });
  return deps.awards.offer(offer);
}

/** One that has expired would only be prolonged. */
export function canBeCorrected(award: Award, now: Date): award is Award & { issuedAt: Date } {
  const { state, issuedAt, expiresAt } = award;
  return state === 'issued' && issuedAt !== undefined && !(expiresAt && expiresAt <= now);
}

async function requireChange(
  deps: CorrectAwardDeps,
  award: Award & { issuedAt: Date },
  of: { course: Course; microCredential: MicroCredential; version: PublishedVersion },
  choosesGrade = false,
): Promise<void> {
  const found = await correctionChanges(deps, award, of);
  if (found === 'changes' || (found === 'grade-choice' && choosesGrade)) return;
  const gradeChoice = found === 'grade-choice';
  throw new Problem('correction-changes-nothing', { facts: { gradeChoice } });
}

/** Of the same version: what was earned was earned. */
async function basisOf(
  deps: CorrectAwardDeps,
  award: Award,
  of: { course: Course; microCredential: MicroCredential; version: PublishedVersion },
): Promise<RuleResult> {
  if (of.version.number === award.version) return award.basis;
  const result = meetsRule(
    ruleOf(of.version.definition),
    await gatherFacts(deps, { ...of, subject: award.subject }),
  );
  if (result.verdict !== 'met') throw new Problem('rule-not-met', { facts: { result } });
  return result;
}
