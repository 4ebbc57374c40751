/** A course in which one learner is offered the award: the examiner has confirmed, and the keys really sign. */
import type { Award } from '../../../src/domain/awards/award.js';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import type { Definition } from '../../../src/domain/micro-credentials/definition.js';
import type { RuleResult } from '../../../src/domain/evidence/verdict.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anAward } from '../../support/builders/an-award.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { scriptedLms, type LmsScript } from '../../support/memory/scripted-lms.js';
import { startCourse, type CourseWeb, type CourseWorld, type Person } from './course-web.js';

/** Made once: RSA takes a moment. */
const keys = memoryKeys();
export const score: AwardRule = { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 };
const lineItem = { url: 'https://moodle.example.org/lineitems/1', maximum: 20, label: 'Badge' };
export const graded: LmsScript = { lineItem, results: [{ subject: 'learner-1', score: 15.5, maximum: 20 }] };
/** Why an offer was made: for that grade. */
export const basis: RuleResult = {
  kind: 'condition',
  verdict: 'met',
  result: {
    condition: score,
    verdict: 'met',
    reason: 'score-reached',
    details: { score: 15.5, maximum: 20, percent: 77.5, thresholdPercent: 50 },
  },
};
/** What a learner sends who agrees. */
export const agreed = { consent: 'yes' };
/** A launch in which the LMS tells neither name nor e-mail. */
export const unnamed = { person: { subject: 'learner-1' } };

export interface Given extends CourseWorld {
  definition?: Partial<Definition>;
  script?: LmsScript;
  launch?: Parameters<CourseWeb['learner']>[0];
}

export interface ClaimWorld {
  web: CourseWeb;
  learner: Person;
  awards(): Promise<Award[]>;
  firstAward(): Promise<Award | undefined>;
}

export async function startClaim(given: Given = {}): Promise<ClaimWorld> {
  const { definition = {}, script = {}, launch = {}, ...world } = given;
  await keys.ensure('institution-1');
  const web = await startCourse({
    microCredential: aMicroCredential({ versions: [aVersion(definition)] }),
    awards: [anAward()],
    ...world,
    services: { keys, lms: scriptedLms(script), ...world.services },
  });
  const awards = () => web.services.awards.ofMicroCredential('micro-credential-1');
  await web.confirm('learner-1', true);
  return { web, learner: await web.learner(launch), awards, firstAward: async () => (await awards())[0] };
}

/** The same, once the learner has claimed, with a teacher of the course. */
export async function startClaimed(): Promise<ClaimWorld & { teacher: Person }> {
  const world = await startClaim();
  await world.learner.submit('claim', agreed);
  return { ...world, teacher: await world.web.teacher() };
}
