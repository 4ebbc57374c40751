import { expect } from 'chai';
import { rosterDesk } from '../../../src/domain/awards/roster-desk.js';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { Problem } from '../../../src/shared/problem.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { asLearner, asTeacher, aTeacherVisit, aVisit } from '../../support/builders/a-visit.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { memoryConfirmations } from '../../support/memory/memory-confirmations.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { memoryJuryDecisions } from '../../support/memory/memory-jury-decisions.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { aRosterMember, scriptedLms, type LmsScript } from '../../support/memory/scripted-lms.js';
import { scriptedRecords } from '../../support/memory/scripted-records.js';
import { thrownProblem } from '../../support/thrown-problem.js';

const now = new Date('2026-11-20T08:00:00Z');
const world = (script: LmsScript, ...awards: Parameters<typeof memoryAwards>) => ({
  lms: scriptedLms(script),
  records: scriptedRecords({}),
  courses: memoryCourses(aCourse()),
  confirmations: memoryConfirmations(),
  juryDecisions: memoryJuryDecisions(),
  platforms: memoryPlatforms(aPlatform()),
  awards: memoryAwards(...awards),
  clock: () => now,
});
const input = (rule?: AwardRule, locale?: string) => ({
  visit: aTeacherVisit(),
  course: aCourse({ locale }),
  microCredential: aMicroCredential({ versions: [aVersion(rule ? { rule } : {})] }),
});
const graded: AwardRule = { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 };
const lineItem = { url: 'https://moodle.example.org/lineitems/1', maximum: 100, label: 'Badge' };

describe('the roster desk', () => {
  it('when learners stand at every point, then each row says where', async () => {
    const subjects = ['none', 'below', 'met', 'offered', 'issued', 'taken-back', 'revoked'];
    const deps = world(
      {
        roster: [
          aRosterMember('teacher-1', { roles: asTeacher }),
          ...subjects.map((one) => aRosterMember(one)),
        ],
        lineItem,
        results: ['below', 'met', 'issued'].map((subject, index) => ({ subject, score: 40 + index * 20 })),
      },
      anAward({ id: '1', subject: 'offered' }),
      anIssuedAward({ id: '2', subject: 'issued' }),
      anIssuedAward({ id: '3', subject: 'revoked', state: 'revoked' }),
      anAward({ id: '4', subject: 'none', platformId: 'platform-2' }),
      anAward({ id: '5', subject: 'taken-back', state: 'revoked' }),
    );
    const { rows, trouble } = await rosterDesk(deps, input(graded));
    expect(Object.fromEntries(rows.map((row) => [row.subject, row.state]))).to.deep.equal({
      none: 'no-evidence',
      below: 'not-met',
      met: 'met',
      offered: 'offered',
      issued: 'issued',
      'taken-back': 'taken-back',
      revoked: 'revoked',
    });
    expect(trouble).to.equal(undefined);
    expect(deps.lms.asked.sort()).to.deep.equal(['line item', 'results', 'roster']);
  });

  it('when the LMS is away, then rows come from what is known and the trouble is told', async () => {
    const deps = world(
      { roster: new Problem('lms-unreachable'), lineItem: new Problem('lms-unreachable') },
      anIssuedAward({ subject: 'left-long-ago' }),
    );
    await deps.courses.seeMember('course-1', { subject: 'seen', name: 'Seen' }, asLearner, 'link-1', now);
    await deps.confirmations.decide({
      microCredentialId: 'micro-credential-1',
      version: 1,
      platformId: 'platform-1',
      subject: 'confirmed',
      confirmed: true,
      examiner: { subject: 'teacher-1' },
      reason: 'Oral exam',
      at: now,
    });
    const { rows, trouble } = await rosterDesk(deps, input(graded));
    expect(trouble).to.equal('lms-unreachable');
    expect(rows.map(({ subject, name, state }) => [subject, name, state])).to.deep.equal([
      ['left-long-ago', 'Ada Learner', 'issued'],
      ['confirmed', 'confirmed', 'no-evidence'],
      ['seen', 'Seen', 'unknown'],
    ]);
    expect(rows[1]?.confirmation?.reason).to.equal('Oral exam');
  });

  it('when names have accents, then they are sorted as the course’s language does', async () => {
    const names = ['Zoé', 'Émile', 'Eric', 'Ångström'];
    const roster = names.map((name, index) => aRosterMember(`s${index}`, { name }));
    const sorted = async (locale?: string) =>
      (await rosterDesk(world({ roster }), input(undefined, locale))).rows.map((row) => row.name);
    expect(await sorted('fr')).to.deep.equal(['Ångström', 'Émile', 'Eric', 'Zoé']);
    expect(await sorted('sv')).to.deep.equal(['Émile', 'Eric', 'Zoé', 'Ångström']);
    for (const rubbish of ['fr_utf8_x', '%%', '']) expect(await sorted(rubbish)).to.have.length(4);
  });

  it('when no restriction is in force, then the teacher is told which link', async () => {
    const roster = [aRosterMember('learner-1'), aRosterMember('learner-2')];
    const rule: AwardRule = { kind: 'restricted-activity', linkId: 'link-1' };
    const open = await rosterDesk(world({ roster, listed: { 'link-1': roster } }), input(rule));
    expect(open.unrestrictedLinks).to.deep.equal(['link-1']);
    expect(open.rows.map((row) => row.state)).to.deep.equal(['not-met', 'not-met']);
    const [one] = roster;
    const closed = await rosterDesk(world({ roster, listed: { 'link-1': one ? [one] : [] } }), input(rule));
    expect(closed.unrestrictedLinks).to.deep.equal([]);
    expect(closed.rows.map((row) => row.state)).to.deep.equal(['not-met', 'no-evidence']);
  });

  it('when somebody holds awards of two versions, then the newest that stands is shown', async () => {
    const deps = world(
      { roster: [aRosterMember('learner-1')] },
      anIssuedAward({ id: '1' }),
      anIssuedAward({ id: '2', version: 2, state: 'revoked' }),
    );
    const { rows } = await rosterDesk(deps, input());
    expect(rows[0]?.award?.id).to.equal('1');
  });

  it('when a learner, another course’s teacher or an unpublished definition asks, then it is refused', async () => {
    const code = async (change: Partial<ReturnType<typeof input>>) =>
      (await thrownProblem(() => rosterDesk(world({}), { ...input(), ...change }))).code;
    expect(await code({ visit: aVisit() })).to.equal('not-permitted');
    expect(await code({ visit: aTeacherVisit({ courseId: 'course-2' }) })).to.equal('not-permitted');
    expect(await code({ microCredential: aMicroCredential({ courseId: 'course-2' }) })).to.equal(
      'not-permitted',
    );
    expect(await code({ microCredential: aMicroCredential({ versions: [] }) })).to.equal(
      'micro-credential-not-published',
    );
  });
});
