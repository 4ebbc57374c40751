/** Everything the public page of an award shows. Names a person only while the learner wants it. */
import type { Clock } from '../../shared/clock.js';
import type { CourseStore } from '../courses/course-store.js';
import { namedExaminers } from '../evidence/named-examiners.js';
import { metByOutcome } from '../evidence/outcome-results.js';
import type { ConditionResult } from '../evidence/verdict.js';
import type { InstitutionStore } from '../institutions/institution-store.js';
import type { Institution } from '../institutions/institution.js';
import {
  hasThreshold,
  thresholdOf,
  type Condition,
  type Threshold,
} from '../micro-credentials/award-rule.js';
import type { Definition } from '../micro-credentials/definition.js';
import type { MicroCredentialStore } from '../micro-credentials/micro-credential-store.js';
import type { AwardStore } from './award-store.js';
import type { Award } from './award.js';
import type { CarriedGrade, OutcomeGrade } from './carried-grade.js';
import type { PublishedAward } from './is-published.js';
import { publishedAward } from './published-award.js';

export interface PublicAward {
  id: string;
  institution: Institution;
  microCredentialId: string;
  version: number;
  definition: Definition;
  /** Title of the course it was earned in, where the course is still known. */
  courseTitle?: string;
  state: 'valid' | 'suspended' | 'revoked' | 'expired';
  issuedAt: Date;
  expiresAt?: Date;
  revokedAt?: Date;
  revocationReason?: string;
  suspension?: Award['suspension'];
  /** Of a revoked one: id of the award that took its place. */
  supersededBy?: string;
  /** Id of the award whose place it took. */
  supersedes?: string;
  /** What it rests on: no score, no name of an examiner who has not agreed. */
  evidence: PublicEvidence[];
  /** Carried only where the learner chose so. */
  grade?: CarriedGrade;
  /** As `grade`, of outcomes that are proven by themselves. */
  outcomeGrades?: OutcomeGrade[];
  /** When its documents were signed again, if ever. */
  signedAgainAt?: Date;
  /** Is there a signed Open Badges 2.0 assertion of it? */
  signedOpenBadge2: boolean;
  /** Of a superseded one false, whatever the learner chose: its correction shows the name, or nothing does. */
  public: boolean;
  /** Only while `public`. 'learner': stated by the learner, the LMS told none. */
  name?: { text: string; from: 'lms' | 'learner' };
}

/** What of a condition is told outside of the course: no activity, but a competency by its name. */
export interface PublicEvidence {
  kind: Condition['kind'];
  at?: Date;
  threshold?: Threshold;
  needs?: 'passed' | 'completed';
  competency?: string;
  /** Of a jury, who agreed to be named. */
  examiners?: string[];
  /** The learning outcome that it proves, where that one is proven by itself. */
  outcomeId?: string;
}

export interface PublicAwardDeps {
  awards: AwardStore;
  institutions: InstitutionStore;
  microCredentials: MicroCredentialStore;
  courses: CourseStore;
  clock: Clock;
}

/** Undefined for an unknown id and for an offer nobody claimed. */
export async function publicAward(deps: PublicAwardDeps, id: string): Promise<PublicAward | undefined> {
  const award = await publishedAward(deps, id);
  if (!award) return undefined;
  const [institution, microCredential, course] = await Promise.all([
    deps.institutions.byId(award.institutionId),
    deps.microCredentials.byId(award.microCredentialId),
    deps.courses.byId(award.courseId),
  ]);
  const version = microCredential?.versions.find((published) => published.number === award.version);
  if (!institution || !version) return undefined;
  // the name may be what was wrong
  const namesHolder = award.public && award.supersededBy === undefined;
  return {
    id: award.id,
    institution,
    microCredentialId: award.microCredentialId,
    version: award.version,
    definition: version.definition,
    courseTitle: course?.title,
    state: stateOf(award, deps.clock()),
    issuedAt: award.issuedAt,
    expiresAt: award.expiresAt,
    revokedAt: award.revokedAt,
    revocationReason: award.revocationReason,
    suspension: award.suspension,
    supersededBy: award.supersededBy,
    supersedes: award.correction?.of,
    evidence: metByOutcome(award.basis).map(({ outcomeId, result }) => publicEvidence(result, outcomeId)),
    grade: award.grade,
    outcomeGrades: award.outcomeGrades,
    signedAgainAt: award.signedAgainAt,
    signedOpenBadge2: award.documents.openBadge2Signed !== undefined,
    public: namesHolder,
    name: namesHolder ? { text: award.recipient.name, from: award.recipient.nameFrom } : undefined,
  };
}

function publicEvidence(result: ConditionResult, outcomeId: string | undefined): PublicEvidence {
  const { condition, details } = result;
  const examiners = namedExaminers(result);
  return {
    kind: condition.kind,
    at: details.at instanceof Date ? details.at : undefined,
    threshold: hasThreshold(condition) ? thresholdOf(condition) : undefined,
    ...(condition.kind === 'activity-completion' && { needs: condition.needs }),
    ...(condition.kind === 'competency' && { competency: condition.item.name }),
    ...(examiners.length > 0 && { examiners }),
    ...(outcomeId !== undefined && { outcomeId }),
  };
}

function stateOf(award: PublishedAward, now: Date): PublicAward['state'] {
  if (award.state === 'revoked' || award.state === 'suspended') return award.state;
  return award.expiresAt && award.expiresAt <= now ? 'expired' : 'valid';
}
