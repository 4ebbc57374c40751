import { expect } from 'chai';
import { checkCourse } from '../../../src/domain/checks/check-course.js';
import type { CourseCheck } from '../../../src/domain/checks/course-check.js';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { Problem } from '../../../src/shared/problem.js';
import { aConfirmation } from '../../support/builders/a-confirmation.js';
import { aCheck } from '../../support/builders/a-check.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { asLearner, asTeacher } from '../../support/builders/a-visit.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { aRosterMember, scriptedLms, type LmsScript } from '../../support/memory/scripted-lms.js';
import { checkedCourse, now } from './checked-course.js';

const score: AwardRule = { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 };
const access: AwardRule = { kind: 'restricted-activity', linkId: 'link-1' };
const examiner: AwardRule = { kind: 'examiner-confirmation' };
const away = new Problem('lms-unreachable');

const world = (script: LmsScript = {}, rule: AwardRule = score) => checkedCourse(rule, script);

/** A class of which the first `passed` have passed. */
function aClass(size: number, passed: number): LmsScript {
  const subjects = Array.from({ length: size }, (_, at) => `learner-${at + 1}`);
  return {
    roster: subjects.map((subject) => aRosterMember(subject)),
    results: subjects.map((subject, at) => ({ subject, score: at < passed ? 15 : 5, maximum: 20 })),
  };
}

const offeredTo = async ({ awards }: ReturnType<typeof world>): Promise<string[]> =>
  (await awards.ofMicroCredential('micro-credential-1')).map(({ subject }) => subject);

/** The check as it is after this look. */
async function lookedAt(deps: ReturnType<typeof world>, check = aCheck()): Promise<CourseCheck> {
  const outcome = await checkCourse(deps, check);
  if (outcome.kind !== 'looked') throw new Error(`it was looked at: ${outcome.kind}`);
  return { ...check, seen: outcome.seen };
}

describe('a check of a course', () => {
  it('a class of which some passed, when it is looked at, then those are offered the award, nobody else', async () => {
    const deps = world(aClass(30, 3));
    expect(await checkCourse(deps, aCheck())).to.deep.include({ kind: 'looked', changed: true, offered: 3 });
    const awards = await deps.awards.ofMicroCredential('micro-credential-1');
    expect(awards.map(({ subject }) => subject)).to.deep.equal(['learner-1', 'learner-2', 'learner-3']);
    expect(awards[0]).to.deep.include({
      institutionId: 'institution-1',
      version: 1,
      courseId: 'course-1',
      platformId: 'platform-1',
      lmsName: 'Name of learner-1',
      state: 'offered',
      offeredAt: now,
      public: false,
      history: [{ what: 'offered', at: now, by: '' }],
    });
    expect(awards[0]?.basis.verdict).to.equal('met');
  });

  it('a class of any size, when it is looked at, then the LMS is asked the same few questions', async () => {
    const small = world(aClass(2, 1));
    const large = world(aClass(300, 299));
    await checkCourse(small, aCheck());
    await checkCourse(large, aCheck());
    expect(large.lms.asked).to.deep.equal(small.lms.asked);
    expect(large.lms.asked).to.have.length(3);
  });

  it('a learner whose award of before was revoked, when a teacher has to look first, then is offered nothing; else is', async () => {
    for (const [holdsBack, offered] of [
      [true, 1],
      [undefined, 2],
    ] as const) {
      const deps = world(aClass(2, 2));
      const old = { subject: 'learner-1', version: 0, state: 'revoked' } as const;
      deps.awards = memoryAwards(anIssuedAward({ ...old, ...(holdsBack && { holdsBack }) }));
      expect(await checkCourse(deps, aCheck())).to.include({ offered });
    }
  });

  it('a course, when it is looked at again and nothing changed, then nothing is offered and it says so', async () => {
    const deps = world(aClass(30, 3));
    const check = await lookedAt(deps);
    expect(await checkCourse(deps, check)).to.deep.include({ changed: false, offered: 0, seen: check.seen });
    expect(await offeredTo(deps)).to.have.length(3);
  });

  it('two looks at once, when three have passed, then offer three', async () => {
    const deps = world(aClass(30, 3));
    const both = await Promise.all([checkCourse(deps, aCheck()), checkCourse(deps, aCheck())]);
    expect(both.map((outcome) => (outcome.kind === 'looked' ? outcome.offered : NaN))).to.satisfy(
      ([one, two]: number[]) => Number(one) + Number(two) === 3,
    );
    expect(await offeredTo(deps)).to.have.length(3);
  });

  it('a grade that came in, when it is not enough, then something changed all the same', async () => {
    const check = await lookedAt(world(aClass(4, 0)));
    const graded = { ...aClass(4, 0), results: [{ subject: 'learner-1', score: 9, maximum: 20 }] };
    expect(await checkCourse(world(graded), check)).to.deep.include({ changed: true, offered: 0 });
  });

  it('a grade that was given anew, when it is the same, then nothing changed', async () => {
    const results = [{ subject: 'learner-1', score: 9, maximum: 20, at: new Date('2026-11-01T08:00:00Z') }];
    const check = await lookedAt(world({ ...aClass(2, 0), results }));
    const again = [{ ...results[0], subject: 'learner-1', at: now }];
    expect(await checkCourse(world({ ...aClass(2, 0), results: again }), check)).to.deep.include({
      changed: false,
    });
  });

  it('somebody who holds an award, when it stands or was revoked of this version, then is offered nothing', async () => {
    const held = [
      anAward(),
      anIssuedAward({ id: 'award-0000000000000002', subject: 'learner-2' }),
      anAward({ id: 'award-0000000000000003', subject: 'learner-3', state: 'revoked' }),
    ];
    const deps = { ...world(aClass(4, 4)), awards: memoryAwards(...held) };
    expect(await checkCourse(deps, aCheck())).to.deep.include({ offered: 1 });
    expect(await offeredTo(deps)).to.deep.equal(['learner-1', 'learner-2', 'learner-3', 'learner-4']);
  });

  it('an award of an older version, when it stands, then is all there is; when it was revoked, then the new one is offered', async () => {
    const versions = [aVersion({ rule: score }), aVersion({ rule: score }, 2)];
    const deps = {
      ...world(aClass(2, 2)),
      microCredentials: memoryMicroCredentials(aMicroCredential({ versions })),
      awards: memoryAwards(
        anAward(),
        anAward({ id: 'award-0000000000000002', subject: 'learner-2', state: 'revoked' }),
      ),
    };
    expect(await checkCourse(deps, aCheck({ version: 2 }))).to.deep.include({ offered: 1 });
    expect(await deps.awards.ofLearner('micro-credential-1', 2, 'platform-1', 'learner-2')).to.include({
      state: 'offered',
    });
  });

  it('an award of the same user id on another platform, when it is there, then counts for nobody here', async () => {
    const deps = { ...world(aClass(1, 1)), awards: memoryAwards(anAward({ platformId: 'platform-2' })) };
    expect(await checkCourse(deps, aCheck())).to.deep.include({ offered: 1 });
  });

  it('those who teach, have taught or are inactive, when their grade is enough, then are offered nothing', async () => {
    const script = aClass(4, 4);
    script.roster = [
      aRosterMember('learner-1', { roles: asTeacher }),
      aRosterMember('learner-2'),
      aRosterMember('learner-3', { active: false }),
      aRosterMember('learner-4'),
    ];
    const deps = world(script);
    await deps.courses.seeMember('course-1', { subject: 'learner-2' }, asTeacher, 'link-1', now);
    await checkCourse(deps, aCheck());
    expect(await offeredTo(deps)).to.deep.equal(['learner-4']);
  });

  describe('with trouble', () => {
    for (const code of ['lms-unreachable', 'lms-error', 'lms-refused', 'lms-answer-unreadable'] as const) {
      it(`the LMS, when it is ${code}, then it is to be tried again and nothing is offered`, async () => {
        const deps = world({ ...aClass(3, 3), results: new Problem(code) });
        expect(await checkCourse(deps, aCheck())).to.deep.equal({
          kind: 'failed',
          trouble: code,
          offered: 0,
        });
        expect(await offeredTo(deps)).to.deep.equal([]);
      });
    }

    it('the LMS, when it asks to wait, then the next try is put off for the longest that it asks', async () => {
      const busy = (waitMs: number) => new Problem('lms-busy', { facts: { waitMs } });
      const rule: AwardRule = { kind: 'all', of: [score, { kind: 'restricted-activity', linkId: 'link-2' }] };
      const deps = world(
        { ...aClass(3, 3), lineItem: busy(60_000), listed: { 'link-2': busy(600_000) } },
        rule,
      );
      expect(await checkCourse(deps, aCheck())).to.deep.equal({
        kind: 'failed',
        trouble: 'lms-busy',
        waitMs: 600_000,
        offered: 0,
      });
    });

    it('the LMS, when it is away, then those whom an examiner confirmed are offered the award all the same', async () => {
      const deps = world({ roster: away, lineItem: away }, { kind: 'any', of: [score, examiner] });
      await deps.courses.seeMember('course-1', { subject: 'learner-1' }, asLearner, 'link-1', now);
      await deps.courses.seeMember('course-1', { subject: 'learner-2' }, asLearner, 'link-1', now);
      await deps.confirmations.decide(aConfirmation({ at: now }));
      expect(await checkCourse(deps, aCheck())).to.deep.include({ kind: 'failed', offered: 1 });
      expect(await offeredTo(deps)).to.deep.equal(['learner-1']);
    });

    it('a service that the LMS does not offer, when it is needed, then that is told and nothing to be tried again', async () => {
      const deps = world({ ...aClass(3, 3), lineItem: new Problem('lms-service-missing') });
      expect(await checkCourse(deps, aCheck())).to.deep.include({
        kind: 'looked',
        offered: 0,
        trouble: 'lms-service-missing',
      });
    });

    it('a service that the LMS does not offer, when another one is away, then it is to be tried again', async () => {
      const rule: AwardRule = { kind: 'all', of: [score, { kind: 'restricted-activity', linkId: 'link-2' }] };
      const listed = { 'link-2': new Problem('lms-service-missing') };
      const deps = world({ ...aClass(3, 3), lineItem: away, listed }, rule);
      expect(await checkCourse(deps, aCheck())).to.deep.include({
        kind: 'failed',
        trouble: 'lms-unreachable',
      });
    });

    it('a class that is too large to ask about each learner, when time is over, then was looked at, not a failure', async () => {
      let ms = now.getTime();
      const rule: AwardRule = { kind: 'course-completion' };
      const deps = { ...world(aClass(20, 0), rule), clock: () => new Date(ms) };
      deps.records.courseCompletion = async () => {
        ms += 2 * 60_000;
        return { completed: true };
      };
      const outcome = await checkCourse(deps, aCheck());
      expect(outcome).to.deep.include({ kind: 'looked', trouble: 'not-asked' });
      const offered = await offeredTo(deps);
      expect(offered.length).to.be.within(5, 9);
    });

    it('something else that goes wrong, when it is looked at, then is thrown', async () => {
      const deps = {
        ...world(aClass(1, 1)),
        awards: { ...memoryAwards(), offer: () => Promise.reject(away) },
      };
      const thrown = await checkCourse(deps, aCheck()).catch((error: unknown) => error);
      expect(thrown).to.equal(away);
    });
  });

  describe('with lists that are half gone', () => {
    it('a roster that lost half, when it is looked at, then nothing is concluded; when it stays so, then it is believed', async () => {
      const check = await lookedAt(world(aClass(10, 0)));
      const deps = world(aClass(5, 2));
      for (const doubts of [0, 1, 2])
        expect(await checkCourse(deps, { ...check, doubts })).to.deep.equal({ kind: 'doubtful' });
      expect(await offeredTo(deps)).to.deep.equal([]);
      expect(await checkCourse(deps, { ...check, doubts: 3 })).to.deep.include({
        kind: 'looked',
        offered: 2,
      });
    });

    it('a roster that lost less than half, when it is looked at, then counts as it is', async () => {
      const check = await lookedAt(world(aClass(10, 0)));
      expect(await checkCourse(world(aClass(6, 2)), check)).to.deep.include({ kind: 'looked', offered: 2 });
    });

    it('the list of an open activity, when half of it is missing, then nobody has passed by being on the rest', async () => {
      const roster = ['l1', 'l2', 'l3', 'l4'].map((one) => aRosterMember(one));
      const open = world({ roster, listed: { 'link-1': roster } }, access);
      await open.courses.seeMember('course-1', { subject: 'l1' }, asLearner, 'link-1', now);
      const check = await lookedAt(open);
      const half = { ...open, lms: scriptedLms({ roster, listed: { 'link-1': roster.slice(0, 2) } }) };
      expect(await checkCourse(half, check)).to.deep.equal({ kind: 'doubtful' });
      expect(await offeredTo(half)).to.deep.equal([]);
    });
  });

  describe('with nothing to ask', () => {
    const others: [string, () => Partial<ReturnType<typeof world>>, string][] = [
      ['another version is current', () => ({ microCredentials: withVersions(1, 2) }), 'over'],
      ['nothing is published', () => ({ microCredentials: withVersions() }), 'over'],
      ['the micro-credential is gone', () => ({ microCredentials: memoryMicroCredentials() }), 'over'],
      ['the course is gone', () => ({ courses: memoryCourses() }), 'over'],
      ['the platform is gone', () => ({ platforms: memoryPlatforms() }), 'over'],
      ['the platform is suspended', () => ({ platforms: platform({ state: 'suspended' }) }), 'resting'],
      ['the deployment is none of ours', () => ({ platforms: platform({ deployments: [] }) }), 'resting'],
    ];
    const withVersions = (...numbers: number[]) =>
      memoryMicroCredentials(
        aMicroCredential({ versions: numbers.map((number) => aVersion({ rule: score }, number)) }),
      );
    const platform = (overrides: Parameters<typeof aPlatform>[0]) => memoryPlatforms(aPlatform(overrides));

    for (const [when, change, kind] of others) {
      it(`a check, when ${when}, then is ${kind} and the LMS is not asked`, async () => {
        const deps = { ...world(aClass(3, 3)), ...change() };
        expect(await checkCourse(deps, aCheck())).to.deep.equal({ kind });
        expect(deps.lms.asked).to.deep.equal([]);
      });
    }
  });
});
