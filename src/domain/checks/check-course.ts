/**
 * One look at a course for one version: asks the LMS as the teacher's list does, once for everybody, evaluates the rule for
 * everybody, offers the award to whoever passed unless teachers look first, and looks again at what the awards there are rest on.
 * Doing it twice, or in two places at once, offers nothing twice.
 */
import type { NewId } from '../../shared/ids.js';
import { takingTurns } from '../../shared/taking-turns.js';
import type { AwardStore } from '../awards/award-store.js';
import type { Award } from '../awards/award.js';
import { heldAwards, isHeldBack, isUnclaimedCorrection, mayBeOffered } from '../awards/held-award.js';
import { byItself } from '../awards/new-offer.js';
import type { Course } from '../courses/course.js';
import type { FactTrouble } from '../evidence/fact.js';
import { factsThatCount, worthAnotherTry } from '../evidence/facts-that-count.js';
import { gatherCourseFacts, type CourseFacts } from '../evidence/gather-course-facts.js';
import type { GatherFactsDeps } from '../evidence/gather-facts.js';
import { meetsRule } from '../evidence/meets-rule.js';
import type { MicroCredentialStore } from '../micro-credentials/micro-credential-store.js';
import {
  currentVersion,
  type MicroCredential,
  type PublishedVersion,
  whoOffers,
} from '../micro-credentials/micro-credential.js';
import { offeredAtOnce, offerToAbsent } from '../offers/offer-to-absent.js';
import { ruleOf } from '../micro-credentials/rule-of.js';
import type { Platform } from '../platforms/platform.js';
import type { NoticeStore } from '../notices/notice-store.js';
import { lookAtAwards } from '../reviews/look-at-awards.js';
import type { CheckTrouble, CourseCheck } from './course-check.js';
import { writeBadges } from '../write-back/write-badges.js';
import { hasHalved, seenIn, type SeenCourse } from './seen-course.js';

export interface CheckCourseDeps extends GatherFactsDeps {
  microCredentials: MicroCredentialStore;
  awards: AwardStore;
  newId: NewId;
  /** Public origin, without a slash at the end. */
  base: string;
  /** Undefined while no mail server is set. */
  notices?: NoticeStore;
}

export type CheckOutcome =
  /** `trouble`: something that the LMS does not offer, so that asking again soon would not help; or badges that it did not take. */
  | { kind: 'looked'; changed: boolean; offered: number; seen: SeenCourse; trouble?: CheckTrouble }
  /** A list has lost half of its people: no conclusion is drawn, the LMS is asked again. */
  | { kind: 'doubtful' }
  /** To be tried again, not before `waitMs` where the LMS asks for that. Who passed for certain all the same was offered the award. */
  | { kind: 'failed'; trouble: CheckTrouble; waitMs?: number; offered: number }
  /** The LMS is suspended: it is not asked. */
  | { kind: 'resting' }
  /** There is nothing to check any more: another version is current, or none. */
  | { kind: 'over' };

/** Looks in a row that find a list halved before it is believed: a class may really have become smaller. */
const mostDoubts = 3;

/** Milliseconds for what the LMS has to be asked of each learner: nobody waits for it. */
const patienceMs = 10 * 60_000;

export async function checkCourse(deps: CheckCourseDeps, check: CourseCheck): Promise<CheckOutcome> {
  const begun = await toBeChecked(deps, check);
  if ('kind' in begun) return begun;
  const gathered = await gatherCourseFacts(deps, { ...begun, patienceMs });
  // asking takes minutes in a large class: what was replaced, retired or suspended meanwhile is offered to nobody
  const of = await toBeChecked(deps, check);
  if ('kind' in of) return of;
  const troubles = troublesOf(gathered);
  const temporary = troubles.find((trouble) => worthAnotherTry[trouble]);
  const seen = seenIn(gathered);
  const isDoubtful = hasHalved(check.seen, seen) && check.doubts < mostDoubts;
  const awards = isDoubtful ? [] : await awardsHere(deps, of);
  const offered = isDoubtful ? 0 : await offerToAll(deps, { ...of, awards }, gathered);
  const noted = await lookAtVersions(deps, { ...of, awards, before: check.lookedAt }, gathered);
  const told = await writeBadges(deps, { ...of, awards });
  const { waitMs } = gathered;
  if (temporary) return { kind: 'failed', trouble: temporary, ...(waitMs && { waitMs }), offered };
  if (isDoubtful) return { kind: 'doubtful' };
  const changed =
    offered > 0 || noted > 0 || told.written > 0 || check.seen?.fingerprint !== seen.fingerprint;
  // it has seen everybody all the same; the next look tells the badges
  const untold = told.trouble && 'not-written';
  return { kind: 'looked', changed, offered, seen, trouble: troubles[0] ?? untold };
}

/** What the check is about, as it is now; or why it is not to be looked at. */
async function toBeChecked(
  deps: CheckCourseDeps,
  check: CourseCheck,
): Promise<Omit<OfAwards, 'awards'> | { kind: 'over' | 'resting' }> {
  const [course, microCredential, platform] = await Promise.all([
    deps.courses.byId(check.courseId),
    deps.microCredentials.byId(check.microCredentialId),
    deps.platforms.byId(check.platformId),
  ]);
  const version = microCredential && currentVersion(microCredential);
  if (!course || !platform || !microCredential || version?.number !== check.version) return { kind: 'over' };
  return isLetIn(platform, course) ? { course, microCredential, version } : { kind: 'resting' };
}

/** Each once; the one that the whole course met comes first. */
function troublesOf({ trouble, facts }: CourseFacts): FactTrouble[] {
  const ofFacts = [...facts.values()].flat().flatMap((fact) => ('trouble' in fact ? [fact.trouble] : []));
  return [...new Set([trouble, ...ofFacts])].filter((one) => one !== undefined);
}

/** As launches are: not of a suspended platform, nor of a deployment that is none of ours. */
function isLetIn(platform: Platform, course: Course): boolean {
  return platform.state !== 'suspended' && platform.deployments.some(({ id }) => id === course.deploymentId);
}

interface OfAwards {
  course: Course;
  microCredential: MicroCredential;
  version: PublishedVersion;
  /** Of all versions, in this course. */
  awards: readonly Award[];
}

async function awardsHere(deps: CheckCourseDeps, of: Omit<OfAwards, 'awards'>): Promise<Award[]> {
  const all = await deps.awards.ofMicroCredential(of.microCredential.id);
  return all.filter(({ platformId }) => platformId === of.course.platformId);
}

/** How many were offered the award now: nobody, where teachers look first, or it is retired. */
async function offerToAll(deps: CheckCourseDeps, of: OfAwards, gathered: CourseFacts): Promise<number> {
  const { version } = of;
  if (whoOffers(of.microCredential) !== 'itself') return 0;
  const counting = factsThatCount(gathered);
  const held = heldAwards(of.awards);
  const offerTo = async (learner: CourseFacts['learners'][number]): Promise<boolean> => {
    const before = held.get(learner.subject);
    if (!mayBeOffered(before, version.number) || isHeldBack(before)) return false;
    const basis = meetsRule(ruleOf(version.definition), counting(learner.subject));
    // somebody who opens the activity at this moment may be first
    return basis.verdict === 'met' && offerToAbsent(deps, { ...of, learner, basis, by: byItself });
  };
  const inTurn = takingTurns(offeredAtOnce);
  const offered = await Promise.all(gathered.learners.map((learner) => inTurn(() => offerTo(learner))));
  return offered.filter(Boolean).length;
}

/** Awards of an older version rest on the rule of that one. @returns how many awards something was noted of */
async function lookAtVersions(
  deps: CheckCourseDeps,
  of: OfAwards & { before?: Date },
  gathered: CourseFacts,
): Promise<number> {
  const { course, microCredential, before } = of;
  let noted = 0;
  for (const version of microCredential.versions) {
    // a correction rests on what it corrects until it is claimed
    const standing = of.awards.filter(({ state }) => state === 'offered' || state === 'issued');
    const awards = standing.filter((one) => one.version === version.number && !isUnclaimedCorrection(one));
    if (awards.length === 0) continue;
    const facts =
      version.number === of.version.number
        ? gathered
        : await gatherCourseFacts(deps, { course, microCredential, version, patienceMs });
    noted += await lookAtAwards(deps, { course, version, awards, before }, facts);
  }
  return noted;
}
