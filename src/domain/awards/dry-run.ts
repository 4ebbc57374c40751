/** Who would be offered the award if the draft were published now. Looks, offers nothing, writes nothing. */
import { Problem } from '../../shared/problem.js';
import type { Course } from '../courses/course.js';
import { requireTeacher } from '../courses/require-teacher.js';
import type { Visit } from '../courses/visit.js';
import { gatherCourseFacts } from '../evidence/gather-course-facts.js';
import { meetsRule } from '../evidence/meets-rule.js';
import { newestEvidence } from '../evidence/newest-evidence.js';
import type { DraftDefinition } from '../micro-credentials/definition.js';
import type { MicroCredential } from '../micro-credentials/micro-credential.js';
import { ruleOf, saysWhatPasses } from '../micro-credentials/rule-of.js';
import {
  byNameIn,
  rosterStateOf,
  unrestrictedLinksOf,
  type RosterDeskDeps,
  type RosterRow,
} from './roster-desk.js';
import type { Fact, FactTrouble } from '../evidence/fact.js';
import { heldAwards, isHeldBack, mayBeOffered } from './held-award.js';

export interface DryRunRow extends RosterRow {
  /** When the newest piece of evidence about this learner came to be; undefined where none has a date. */
  newest?: Date;
  /** True where the rule is met but for opening what the LMS has opened to the learner: or to a tutor, whom its list may not tell apart. */
  onlyToOpen?: true;
}

export interface DryRun {
  definition: DraftDefinition;
  /** Version number that publishing would give. */
  number: number;
  /** Sorted by name in the course's language; those who hold an award already are left out. */
  rows: DryRunRow[];
  /** How many have an award or an offer already: publishing changes nothing for them. */
  held: number;
  trouble?: FactTrouble;
  unrestrictedLinks: string[];
  /** When the LMS was asked. */
  at: Date;
}

/** @returns undefined while the draft says nothing about passing. @throws Problem not-permitted, not-found (no draft) */
export async function dryRun(
  deps: RosterDeskDeps,
  input: { visit: Visit; course: Course; microCredential: MicroCredential },
): Promise<DryRun | undefined> {
  const { visit, course, microCredential } = input;
  requireTeacher(visit, course.id);
  if (microCredential.courseId !== course.id) throw new Problem('not-permitted');
  if (!microCredential.draft) throw new Problem('not-found', { detail: 'no draft' });
  const { definition } = microCredential.draft;
  if (!saysWhatPasses(definition)) return undefined;
  const rule = ruleOf(definition);
  const number = microCredential.versions.length + 1;
  const [gathered, awards] = await Promise.all([
    gatherCourseFacts(deps, { course, microCredential, version: { number, definition } }),
    deps.awards.ofMicroCredential(microCredential.id),
  ]);
  const held = heldAwards(awards.filter(({ platformId }) => platformId === course.platformId));
  const free = gathered.learners.filter(({ subject }) => mayBeOffered(held.get(subject), number));
  const rows = free.map(({ subject, name, email }): DryRunRow => {
    const facts = gathered.facts.get(subject) ?? [];
    const result = meetsRule(rule, facts);
    const state = rosterStateOf(result);
    const row: DryRunRow = {
      subject,
      name: name ?? subject,
      email,
      state,
      result,
      newest: newestEvidence(facts),
      ...(state === 'not-met' &&
        meetsRule(rule, facts.map(opened)).verdict === 'met' && { onlyToOpen: true as const }),
    };
    return isHeldBack(held.get(subject)) ? { ...row, heldBack: true } : row;
  });
  return {
    definition,
    number,
    rows: rows.sort(byNameIn(course)),
    held: gathered.learners.length - free.length,
    trouble: gathered.trouble,
    unrestrictedLinks: unrestrictedLinksOf(gathered.facts.values()),
    at: deps.clock(),
  };
}

const opened = (fact: Fact): Fact =>
  fact.kind === 'restricted-activity' && fact.listed ? { ...fact, launched: true } : fact;
