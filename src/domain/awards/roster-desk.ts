/** The teacher's roster: for each learner what is met, what is missing, offered, claimed, revoked. */
import { Problem } from '../../shared/problem.js';
import type { Course } from '../courses/course.js';
import { requireTeacher } from '../courses/require-teacher.js';
import type { Visit } from '../courses/visit.js';
import { conditionResults } from '../evidence/condition-results.js';
import type { Confirmation } from '../evidence/confirmation-store.js';
import type { Fact, FactTrouble } from '../evidence/fact.js';
import type { JuryDecision } from '../evidence/jury-decision-store.js';
import { gatherCourseFacts } from '../evidence/gather-course-facts.js';
import type { GatherFactsDeps } from '../evidence/gather-facts.js';
import { meetsRule } from '../evidence/meets-rule.js';
import type { ReasonCode, RuleResult } from '../evidence/verdict.js';
import {
  currentVersion,
  type MicroCredential,
  type PublishedVersion,
  whoOffers,
} from '../micro-credentials/micro-credential.js';
import { ruleOf } from '../micro-credentials/rule-of.js';
import { openReview } from './award-review.js';
import type { AwardStore } from './award-store.js';
import type { Award } from './award.js';
import { correctionOf, heldAwards, heldIn, isHeldBack, revokedBeside } from './held-award.js';

/**
 * 'no-evidence': not met, and nothing at all speaks for the learner yet. From there on in the order in which things happen.
 * 'review': offered or issued, and a teacher has to look at what has changed since. 'taken-back': an offer that nobody can claim any more.
 */
export const rosterStates = [
  'no-evidence',
  'not-met',
  'unknown',
  'met',
  'offered',
  'issued',
  'review',
  'suspended',
  'taken-back',
  'revoked',
] as const;
export type RosterState = (typeof rosterStates)[number];

export interface RosterRow {
  subject: string;
  /** As the LMS tells it; else as told when offered; else the subject. */
  name: string;
  email?: string;
  state: RosterState;
  /** Absent for somebody with an award who is not in the course any more. */
  result?: RuleResult;
  award?: Award;
  /** Of somebody in the course: a revoked award of an older version, beside which the current one can be earned. */
  former?: Award;
  /** True where a teacher has to offer it because of `former`. */
  heldBack?: true;
  /** Beside `award`: revoked ones of other versions, newest first. */
  beside?: Award[];
  /** Offered, and not yet claimed, to take the place of the award. */
  correction?: Award;
  confirmation?: Confirmation;
  juryDecision?: JuryDecision;
}

export interface RosterDesk {
  version: PublishedVersion;
  /** All that were published: awards may be of older ones. */
  versions: readonly PublishedVersion[];
  /** True where teachers look before anybody is offered the award: who is 'met' waits for them. */
  byHand: boolean;
  /** True where nobody is offered the award any more. */
  isRetired: boolean;
  /** Sorted by name in the course's language. */
  rows: RosterRow[];
  /** When the list of people was told, where it cannot be had now. */
  listedAt?: Date;
  /** The LMS could not be asked for something: rows show what is known without it. */
  trouble?: FactTrouble;
  /** Milliseconds that the LMS asks to wait before it is asked again, where it says so. */
  waitMs?: number;
  /** Links of restricted-activity conditions on which no restriction is in force: tell the teacher. */
  unrestrictedLinks: string[];
}

export interface RosterDeskDeps extends GatherFactsDeps {
  awards: AwardStore;
}

/** @throws Problem not-permitted (no teacher of this course), micro-credential-not-published */
export async function rosterDesk(
  deps: RosterDeskDeps,
  input: { visit: Visit; course: Course; microCredential: MicroCredential },
): Promise<RosterDesk> {
  const { visit, course, microCredential } = input;
  requireTeacher(visit, course.id);
  if (microCredential.courseId !== course.id) throw new Problem('not-permitted');
  const version = currentVersion(microCredential);
  if (!version) throw new Problem('micro-credential-not-published');
  const [gathered, allAwards, allConfirmations, allJuryDecisions] = await Promise.all([
    gatherCourseFacts(deps, { course, microCredential, version, showsLastList: true }),
    deps.awards.ofMicroCredential(microCredential.id),
    deps.confirmations.all(microCredential.id, version.number),
    deps.juryDecisions.all(microCredential.id, version.number),
  ]);
  const here = <T extends { platformId: string }>(list: T[]) =>
    list.filter((one) => one.platformId === course.platformId);
  const awardsHere = here(allAwards);
  const awards = heldAwards(awardsHere);
  const confirmations = new Map(here(allConfirmations).map((one) => [one.subject, one]));
  const juryDecisions = new Map(here(allJuryDecisions).map((one) => [one.subject, one]));
  const awardsOf = new Map<string, Award[]>();
  for (const one of awardsHere) awardsOf.set(one.subject, [...(awardsOf.get(one.subject) ?? []), one]);
  const rows = new Map<string, RosterRow>();
  const row = (subject: string, name?: string, email?: string): RosterRow => {
    const held = awards.get(subject);
    const all = awardsOf.get(subject) ?? [];
    const facts = gathered.facts.get(subject);
    // of somebody who is not in the course any more there is nothing else to tell
    const award = facts ? heldIn(version.number, held) : held;
    const former = held === award ? undefined : held;
    const result = facts && meetsRule(ruleOf(version.definition), facts);
    return {
      subject,
      name: name ?? held?.recipient?.name ?? held?.lmsName ?? subject,
      email: email ?? held?.recipient?.email,
      state: award ? stateOfAward(award) : rosterStateOf(result),
      result,
      award,
      former,
      ...(isHeldBack(former) && { heldBack: true as const }),
      beside: award && revokedBeside(award, all),
      correction: award && correctionOf(award, all),
      confirmation: confirmations.get(subject),
      juryDecision: juryDecisions.get(subject),
    };
  };
  for (const { subject, name, email } of gathered.learners) rows.set(subject, row(subject, name, email));
  // nobody who was given or confirmed something disappears because the LMS does not list them (any more)
  for (const subject of [...awards.keys(), ...confirmations.keys(), ...juryDecisions.keys()]) {
    if (!rows.has(subject)) rows.set(subject, row(subject));
  }
  return {
    version,
    versions: microCredential.versions,
    byHand: whoOffers(microCredential) === 'hand',
    isRetired: microCredential.retiredAt !== undefined,
    rows: [...rows.values()].sort(byNameIn(course)),
    listedAt: gathered.listedAt,
    trouble: gathered.trouble,
    waitMs: gathered.waitMs,
    unrestrictedLinks: unrestrictedLinksOf(gathered.facts.values()),
  };
}

/** Reasons that say that nothing at all was seen. */
const nothingSeen: readonly ReasonCode[] = [
  'score-none',
  'examiner-not-yet',
  'jury-not-yet',
  'access-neither',
  'completion-not-yet',
  'course-not-completed',
  'competency-unrated',
];

function stateOfAward(award: Award): RosterState {
  if (award.state === 'revoked' && !award.issuedAt) return 'taken-back';
  return openReview(award) ? 'review' : award.state;
}

/** Of somebody without an award. */
export function rosterStateOf(result: RuleResult | undefined): RosterState {
  if (!result) return 'no-evidence';
  if (result.verdict !== 'not-met') return result.verdict;
  return conditionResults(result).every(({ reason }) => nothingSeen.includes(reason))
    ? 'no-evidence'
    : 'not-met';
}

/** Links of conditions on which no restriction is in force. */
export function unrestrictedLinksOf(facts: Iterable<Fact[]>): string[] {
  const links = new Set<string>();
  for (const fact of [...facts].flat()) {
    if (fact.kind === 'restricted-activity' && fact.unrestricted) links.add(fact.linkId);
  }
  return [...links];
}

/** In the order of the course's language; people of one name in a lasting order. */
export function byNameIn(
  course: Pick<Course, 'locale'>,
): (a: Pick<RosterRow, 'name' | 'subject'>, b: Pick<RosterRow, 'name' | 'subject'>) => number {
  const { compare } = new Intl.Collator(collation(course.locale), { numeric: true });
  return (a, b) => compare(a.name, b.name) || (a.subject < b.subject ? -1 : 1);
}

/** The language to sort in; an LMS may tell a locale that is none ('fr_utf8'). */
function collation(locale: string | undefined): string {
  const tag = (locale ?? 'en').replace('_', '-');
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en';
  } catch (error) {
    if (error instanceof RangeError) return 'en';
    throw error;
  }
}
