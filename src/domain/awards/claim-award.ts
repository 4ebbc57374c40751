/**
 * A learner claims an offered award: name and e-mail are confirmed, the documents are made and signed, and one atomic write
 * makes it issued. Killed before that write, nothing has happened: the award is still offered.
 */
import { randomUUID } from 'node:crypto';
import { Problem } from '../../shared/problem.js';
import type { Course } from '../courses/course.js';
import type { Visit } from '../courses/visit.js';
import type { EndorsementStore } from '../endorsements/endorsement-store.js';
import { gatherFacts, type GatherFactsDeps } from '../evidence/gather-facts.js';
import type { InstitutionStore } from '../institutions/institution-store.js';
import type { Institution } from '../institutions/institution.js';
import type { SigningKeys } from '../institutions/signing-keys.js';
import type { MicroCredentialStore } from '../micro-credentials/micro-credential-store.js';
import type { MicroCredential, PublishedVersion } from '../micro-credentials/micro-credential.js';
import { ruleOf } from '../micro-credentials/rule-of.js';
import type { AwardStore, Issue } from './award-store.js';
import { asEarned, awardToCorrect, isSameLearner } from './award-to-correct.js';
import { isKept } from './award-review.js';
import type { Award, Recipient } from './award.js';
import { carriedGrades } from './carried-grade.js';
import { changedFacts } from './changed-facts.js';
import { confirmedIdentity, emailKeyOf, newSalt } from './confirmed-identity.js';
import { drawStatusPlace } from './draw-status-place.js';
import { isLearnersOwn } from './learners-own.js';
import { makeDocuments } from './make-documents.js';
import { offerStands, stillHolds } from './offer-stands.js';

import { signedWith } from './signed-with.js';
import { settleCorrection } from './supersede-award.js';
import type { StatusListStore } from './status-list-store.js';
import type { TellLearner } from './tell-learner.js';
import { monthsLater, wholeSeconds } from './validity.js';

export interface ClaimAwardDeps extends GatherFactsDeps {
  awards: AwardStore;
  statusLists: StatusListStore;
  /** Undefined where nobody is told of anything. */
  tellLearner?: TellLearner;
  microCredentials: MicroCredentialStore;
  institutions: InstitutionStore;
  endorsements: EndorsementStore;
  keys: SigningKeys;
  /** Public origin, without a slash at the end. */
  base: string;
  /** Key of Recipient.emailKey (HMAC-SHA256). */
  emailPepper: Uint8Array;
}

export interface ClaimInput {
  awardId: string;
  visit: Visit;
  /** Used only where the LMS tells no name. */
  name?: string;
  /** Used only where the LMS tells no (usable) e-mail address. */
  email?: string;
  carryGrade: boolean;
  consent: boolean;
}

/**
 * The issued award; a second claim (double click, two tabs, two replicas) gets the same one.
 * @throws Problem not-found, not-permitted, request-invalid (facts.fields: name, email, consent), rule-not-met
 * (facts.result: RuleResult), award-already-claimed (the same e-mail address holds this version from elsewhere),
 * award-move-not-allowed (revoked)
 */
export async function claimAward(deps: ClaimAwardDeps, input: ClaimInput): Promise<Award> {
  const { visit } = input;
  const award = await deps.awards.byId(input.awardId);
  if (!award) throw new Problem('not-found');
  if (!isLearnersOwn(award, visit)) throw new Problem('not-permitted');
  if (award.state !== 'offered') return asItIs(deps, award);
  const old = await awardToCorrect(deps, award);
  const identity = confirmedIdentity(visit.person, input);
  const known = await loadBasis(deps, award);
  const answer = await askAgain(deps, award, known, visit);
  const { stands, result } = old?.version === award.version ? asEarned(old, answer.result) : answer;
  if (!stands) throw new Problem('rule-not-met', { facts: { result } });
  const emailKey = emailKeyOf(identity.email, deps.emailPepper);
  const holder = await deps.awards.issuedToEmail(award.microCredentialId, award.version, emailKey);
  // what it corrects, or another one before it, keeps the address
  const isKept = old !== undefined && holder !== undefined && isSameLearner(holder, award);
  if (holder && !isKept && holder.id !== award.id) throw new Problem('award-already-claimed');

  const issuedAt = wholeSeconds(deps.clock());
  const { definition } = known.version;
  const recipient: Recipient = {
    ...identity,
    ...(!isKept && { emailKey }),
    nameSalt: newSalt(),
    emailSalt: newSalt(),
    subjectId: `urn:uuid:${randomUUID()}`,
  };
  const carries = input.carryGrade && definition.gradeMayBeCarried;
  const issue = {
    issuedAt,
    claimBasis: result,
    expiresAt:
      old?.version === award.version
        ? old.expiresAt
        : definition.validMonths
          ? monthsLater(issuedAt, definition.validMonths)
          : undefined,
    recipient,
    ...(carries && carriedGrades(answer.result, award.basis)),
    consentAt: issuedAt,
    ...(old?.public && { public: true as const }),
    event: { what: 'issued' as const, at: issuedAt, by: award.subject },
  } satisfies Omit<Issue, 'statusPlace' | 'documents' | 'signedWith'>;
  const place = { institutionId: award.institutionId, at: issuedAt };
  const outcome = await drawStatusPlace(deps, place, async (statusPlace) => {
    const documents = await makeDocuments(deps, { ...known, award, issue: { ...issue, statusPlace } });
    return deps.awards.issue(award.id, {
      ...issue,
      statusPlace,
      documents,
      signedWith: signedWith(documents),
    });
  });
  const now = await deps.awards.byId(award.id);
  if (!now) throw new Problem('not-found');
  // somebody else's claim may have gone through between: then theirs is the answer, whatever ours was
  if (outcome === 'email-used' && now.state === 'offered') throw new Problem('award-already-claimed');
  return asItIs(deps, now);
}

/** Issued: the answer, and nothing that follows from it is left undone. Revoked: nothing can be claimed any more. */
async function asItIs(deps: ClaimAwardDeps, award: Award): Promise<Award> {
  if (award.state !== 'issued')
    throw new Problem('award-move-not-allowed', { facts: { state: award.state } });
  if (!award.correction?.pending) return award;
  await settleCorrection(deps, award);
  return (await deps.awards.byId(award.id)) ?? award;
}

interface Basis {
  version: PublishedVersion;
  microCredential: MicroCredential;
  institution: Institution;
  course: Course;
}

async function loadBasis(deps: ClaimAwardDeps, award: Award): Promise<Basis> {
  const [microCredential, institution, course] = await Promise.all([
    deps.microCredentials.byId(award.microCredentialId),
    deps.institutions.byId(award.institutionId),
    deps.courses.byId(award.courseId),
  ]);
  const version = microCredential?.versions.find((published) => published.number === award.version);
  if (!microCredential || !version || !institution || !course) throw new Problem('not-found');
  return { version, microCredential, institution, course };
}

/** @throws Problem not-permitted for somebody who teaches, or ever taught, in the course */
async function askAgain(deps: ClaimAwardDeps, award: Award, basis: Basis, visit: Visit) {
  const member = await deps.courses.member(award.courseId, award.subject);
  if (member?.everTaught || (visit.courseId === award.courseId && visit.roles.teaches)) {
    throw new Problem('not-permitted', { detail: 'teaches in this course' });
  }
  const facts = await gatherFacts(deps, { ...basis, subject: award.subject });
  const rule = ruleOf(basis.version.definition);
  const { stands, result } = offerStands(rule, facts);
  // a teacher may have looked at just what has changed, and let the offer stand
  return { stands: stands || isKept(award, changedFacts(award, stillHolds(rule, facts))), result };
}
