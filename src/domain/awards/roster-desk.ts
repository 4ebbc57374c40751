/** The teacher's roster: for each learner what is met, what is missing, offered, claimed, revoked. */
import { Problem } from '../../shared/problem.js';
import type { Course } from '../courses/course.js';
import type { Visit } from '../courses/visit.js';
import type { Confirmation } from '../evidence/confirmation-store.js';
import type { FactTrouble } from '../evidence/fact.js';
import type { GatherFactsDeps } from '../evidence/gather-facts.js';
import type { RuleResult } from '../evidence/verdict.js';
import type { MicroCredential, PublishedVersion } from '../micro-credentials/micro-credential.js';
import type { AwardStore } from './award-store.js';
import type { Award } from './award.js';

/** 'no-evidence': not met, and nothing at all speaks for the learner yet. */
export type RosterState = 'no-evidence' | 'not-met' | 'unknown' | 'met' | 'offered' | 'issued' | 'revoked';

export interface RosterRow {
  subject: string;
  /** As the LMS tells it; else as told when offered; else the subject. */
  name: string;
  email?: string;
  state: RosterState;
  /** Absent for somebody with an award who is not in the course any more. */
  result?: RuleResult;
  award?: Award;
  confirmation?: Confirmation;
}

export interface RosterDesk {
  version: PublishedVersion;
  /** Sorted by name in the course's language. */
  rows: RosterRow[];
  /** The LMS could not be asked for something: rows show what is known without it. */
  trouble?: FactTrouble;
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
  await deps.awards.byId(input.visit.id);
  throw new Problem('unexpected');
}
