/**
 * A teacher records what a jury of two examiners decided on a learner's portfolio, or withdraws it. Who the jury is, the institution
 * says; kept is who recorded it. docs/decisions/0024-jury-on-a-portfolio.md
 */
import type { Clock } from '../../shared/clock.js';
import type { CourseStore } from '../courses/course-store.js';
import type { LmsCourse } from '../courses/lms-course.js';
import { reasonGiven } from '../courses/reason-given.js';
import { requireTeacher } from '../courses/require-teacher.js';
import type { JuryDecision, JuryDecisionStore, JuryWord } from './jury-decision-store.js';
import { readJuryInput, type JuryInput } from './jury-input.js';
import { requireLearner, type AboutLearner } from './require-learner.js';

export interface RecordJuryDecisionDeps {
  juryDecisions: JuryDecisionStore;
  courses: CourseStore;
  lms: LmsCourse;
  clock: Clock;
}

/** It counts in place of the one before. @throws Problem as `requireLearner` and `readJuryInput` */
export async function recordJuryDecision(
  deps: RecordJuryDecisionDeps,
  input: AboutLearner & { decision: JuryInput },
): Promise<void> {
  requireTeacher(input.visit, input.microCredential.courseId);
  const at = deps.clock();
  const read = readJuryInput(input.decision, at.toISOString().slice(0, 10));
  const before = await decisionOn(deps, input);
  await requireLearner(deps, input, () => Promise.resolve(before !== undefined));
  const { examinerOne, examinerTwo, ...decision } = read;
  const content = { ...decision, examiners: [examinerOne, examinerTwo] as [string, string] };
  // recorded already, by the first of two clicks
  if (before && isSame(content, before)) return;
  await deps.juryDecisions.record({ ...keyOf(input), ...content, recordedBy: recorder(input), at });
}

const isSame = (content: Partial<JuryWord>, before: JuryWord): boolean =>
  Object.entries(content).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(before[name as keyof JuryWord]),
  );

/**
 * Nothing happens where none counts (any more): a second click changes nothing.
 * @param input.reason 1 to 1000 characters
 * @throws Problem as `requireLearner`, request-invalid (facts.fields.reason)
 */
export async function withdrawJuryDecision(
  deps: RecordJuryDecisionDeps,
  input: AboutLearner & { reason: string },
): Promise<void> {
  requireTeacher(input.visit, input.microCredential.courseId);
  const reasons = reasonGiven(input.reason);
  const before = await decisionOn(deps, input);
  await requireLearner(deps, input, () => Promise.resolve(before !== undefined));
  if (!before || before.state === 'withdrawn') return;
  const { portfolio, attachments, examiners, mayBeNamed, decidedOn } = before;
  await deps.juryDecisions.record({
    ...keyOf(input),
    ...{ portfolio, attachments, examiners, mayBeNamed, decidedOn },
    state: 'withdrawn',
    reasons,
    recordedBy: recorder(input),
    at: deps.clock(),
  });
}

const keyOf = ({ visit, microCredential, version, subject }: AboutLearner) => ({
  microCredentialId: microCredential.id,
  version,
  platformId: visit.platformId,
  subject,
});

const recorder = ({ visit }: AboutLearner) => ({ subject: visit.person.subject, name: visit.person.name });

function decisionOn(
  { juryDecisions }: Pick<RecordJuryDecisionDeps, 'juryDecisions'>,
  input: AboutLearner,
): Promise<JuryDecision | undefined> {
  const { microCredentialId, version, platformId, subject } = keyOf(input);
  return juryDecisions.of(microCredentialId, version, platformId, subject);
}
