/** The pages of a course where a jury's decision counts: for every-page.ts. */
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { aJuryDecision } from '../../support/builders/a-jury-decision.js';
import { anIssuedAward } from '../../support/builders/an-award.js';
import { aRosterMember, scriptedLms } from '../../support/memory/scripted-lms.js';
import { startCourse } from './course-web.js';
import { listed, type PageOfCourse } from './page-of-course.js';

/** One learner is still to be decided on, one is not proven, one was withdrawn, one has claimed. */
export async function withJury(locale: string): Promise<PageOfCourse[]> {
  const subjects = ['open', 'refused', 'withdrawn', 'issued'];
  const web = await startCourse({
    microCredential: aMicroCredential({ versions: [aVersion({ rule: { kind: 'jury-decision' } })] }),
    awards: [anIssuedAward({ subject: 'issued' })],
    services: { lms: scriptedLms({ roster: subjects.map((one) => aRosterMember(one)) }) },
  });
  const { juryDecisions } = web.services;
  await juryDecisions.record(aJuryDecision({ subject: 'refused', state: 'not-proven' }));
  await juryDecisions.record(aJuryDecision({ subject: 'withdrawn' }));
  await juryDecisions.record(aJuryDecision({ subject: 'withdrawn', state: 'withdrawn' }));
  await juryDecisions.record(aJuryDecision({ subject: 'issued', mayBeNamed: true, attachments: [] }));
  const teacher = listed(web, await web.teacher({ locale }));
  const learner = listed(web, await web.learner({ locale, person: { subject: 'refused', name: 'Ada' } }));
  return [
    teacher('roster-jury', 'roster'),
    teacher('roster-jury-recorded', 'roster?done=jury-recorded&who=refused'),
    ...subjects.map((one) => teacher(`jury-${one}`, `roster/jury?who=${one}`)),
    learner('progress-jury', 'progress'),
  ];
}
