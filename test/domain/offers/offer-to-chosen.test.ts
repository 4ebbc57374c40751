import { expect } from 'chai';
import { lookForOffers, offerToChosen } from '../../../src/domain/offers/offer-to-chosen.js';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { Problem } from '../../../src/shared/problem.js';
import { aConfirmation } from '../../support/builders/a-confirmation.js';
import { aMicroCredential } from '../../support/builders/a-definition.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { asLearner, aTeacherVisit, aVisit } from '../../support/builders/a-visit.js';
import { aRosterMember } from '../../support/memory/scripted-lms.js';
import { scriptedRecords } from '../../support/memory/scripted-records.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { now } from '../checks/checked-course.js';
import { chosenClass, choosing, graded, scored, told } from './chosen-class.js';

const away = new Problem('lms-unreachable');

describe('offering the award to several learners', () => {
  it('learners at every point, when they are looked at, then those who meet the rule are taken and the others told why not', async () => {
    const subjects = ['below', 'met', 'offered', 'issued', 'review', 'suspended', 'revoked', 'unmarked'];
    const deps = chosenClass(
      subjects,
      {
        results: [
          ...scored(subjects, 15).filter(({ subject }) => !/below|unmarked/.test(subject)),
          { subject: 'below', score: 4, maximum: 20 },
        ],
      },
      {
        awards: [
          anAward({ id: '1', subject: 'offered' }),
          anIssuedAward({ id: '2', subject: 'issued' }),
          anIssuedAward({ id: '3', subject: 'suspended', state: 'suspended' }),
          anIssuedAward({ id: '4', subject: 'revoked', state: 'revoked' }),
          anIssuedAward({
            id: '5',
            subject: 'review',
            review: { state: 'open', kind: 'grade-fell', since: now, changes: [] },
          }),
        ],
      },
    );
    const look = await lookForOffers(deps, choosing());
    expect(told(look)).to.deep.equal({
      taken: ['met'],
      leftOut: {
        below: 'not-met',
        unmarked: 'not-met',
        offered: 'offered',
        issued: 'issued',
        review: 'review',
        suspended: 'suspended',
        revoked: 'revoked',
      },
    });
    expect(look.taken[0]?.result).to.deep.include({ verdict: 'met' });
    expect(await deps.awards.ofMicroCredential('micro-credential-1')).to.have.length(5);
  });

  it('those who are taken, when they are offered it, then each has one offer in the teacher’s name, and a message about it', async () => {
    const deps = chosenClass(['a', 'b', 'c'], { results: scored(['a', 'b', 'c'], 15) });
    expect(told(await offerToChosen(deps, choosing(['a', 'b'])))).to.deep.equal({
      taken: ['a', 'b'],
      leftOut: {},
    });
    const awards = await deps.awards.ofMicroCredential('micro-credential-1');
    expect(awards.map(({ subject, state, history }) => [subject, state, history])).to.deep.equal(
      ['a', 'b'].map((one) => [one, 'offered', [{ what: 'offered', at: now, by: 'teacher-1' }]]),
    );
    expect(deps.notices.all().map(({ subject, to }) => [subject, to?.address])).to.deep.equal([
      ['a', 'a@example.org'],
      ['b', 'b@example.org'],
    ]);
  });

  it('of a micro-credential that is retired, when they are offered it, then nobody is, and the reason is told', async () => {
    const deps = chosenClass(['a'], { results: scored(['a'], 15) });
    const { microCredential } = choosing();
    const retired = { ...choosing(['a']), microCredential: { ...microCredential, retiredAt: now } };
    expect(told(await offerToChosen(deps, retired))).to.deep.equal({ taken: [], leftOut: { a: 'retired' } });
    expect(await deps.awards.ofMicroCredential('micro-credential-1')).to.deep.equal([]);
  });

  it('two clicks or two teachers, when they come at once, then everybody is offered the award once and counted once', async () => {
    const subjects = Array.from({ length: 40 }, (_, n) => `learner-${n}`);
    const deps = chosenClass(subjects, { results: scored(subjects, 15) });
    const other = { ...choosing(), visit: aTeacherVisit({ person: { subject: 'teacher-2' } }) };
    const done = await Promise.all([offerToChosen(deps, choosing()), offerToChosen(deps, other)]);
    expect(await deps.awards.ofMicroCredential('micro-credential-1')).to.have.length(40);
    expect(deps.notices.all()).to.have.length(40);
    expect(done.flatMap(({ taken }) => taken)).to.have.length(40);
    const late = done.flatMap(({ leftOut }) => leftOut);
    expect(late).to.have.length(40);
    expect(new Set(late.map(({ why }) => why))).to.deep.equal(new Set(['offered']));
  });

  it('a grade that has fallen since the teacher looked, when it is confirmed, then that one is left out', async () => {
    const script = { results: scored(['a', 'b'], 15) };
    const deps = chosenClass(['a', 'b'], script);
    expect(told(await lookForOffers(deps, choosing())).taken).to.deep.equal(['a', 'b']);
    script.results = [...scored(['a'], 15), ...scored(['b'], 5)];
    const later = { ...deps, lms: chosenClass(['a', 'b'], script).lms };
    expect(told(await offerToChosen(later, choosing()))).to.deep.equal({
      taken: ['a'],
      leftOut: { b: 'not-met' },
    });
    expect(await deps.awards.ofMicroCredential('micro-credential-1')).to.have.length(1);
  });

  it('an LMS that is away, when they are offered it, then only whom an examiner confirmed is', async () => {
    const rule: AwardRule = { kind: 'any', of: [graded, { kind: 'examiner-confirmation' }] };
    const deps = chosenClass([], { roster: away, results: scored(['seen', 'confirmed'], 15) }, { rule });
    for (const subject of ['seen', 'confirmed'])
      await deps.courses.seeMember('course-1', { subject }, asLearner, 'link-1', now);
    await deps.confirmations.decide(aConfirmation({ subject: 'confirmed' }));
    const done = await offerToChosen(deps, choosing(undefined, rule));
    expect(told(done)).to.deep.equal({ taken: ['confirmed'], leftOut: { seen: 'unknown' } });
    expect(done.trouble).to.equal('lms-unreachable');
  });

  it('somebody whose award of an older version was revoked, when they meet the newest, then are offered that one', async () => {
    const deps = chosenClass(
      ['a'],
      { results: scored(['a'], 15) },
      { awards: [anIssuedAward({ id: '1', subject: 'a', state: 'revoked', version: 0 })] },
    );
    expect(told(await offerToChosen(deps, choosing())).taken).to.deep.equal(['a']);
  });

  it('what the LMS tells one learner at a time, when some are chosen, then is asked about those alone', async () => {
    const rule = {
      kind: 'activity-completion',
      item: { id: '7', name: 'Project' },
      needs: 'completed',
    } as const;
    const deps = chosenClass(['a', 'b', 'c'], {}, { rule });
    const asked: string[] = [];
    const records = {
      ...scriptedRecords({}),
      completion: async (_course: unknown, subject: string) => {
        asked.push(subject);
        return [{ activityId: '7', state: 'complete' as const, done: true }];
      },
    };
    const look = await lookForOffers({ ...deps, records }, choosing(['b'], rule));
    expect(told(look)).to.deep.equal({ taken: ['b'], leftOut: {} });
    expect(asked).to.deep.equal(['b']);
  });

  it('a restriction, when one learner alone is chosen, then is seen by those who are kept out', async () => {
    const rule = { kind: 'restricted-activity', linkId: 'link-1' } as const;
    const deps = chosenClass(['in', 'out'], { listed: { 'link-1': [aRosterMember('in')] } }, { rule });
    await deps.courses.seeMember('course-1', { subject: 'in' }, asLearner, 'link-1', now);
    expect(told(await lookForOffers(deps, choosing(['in'], rule))).taken).to.deep.equal(['in']);
  });

  it('a learner, a teacher of another course or nothing published, when they ask, then nobody is offered anything', async () => {
    const deps = chosenClass(['a'], { results: scored(['a'], 15) });
    const code = async (change: Partial<ReturnType<typeof choosing>>) =>
      (await thrownProblem(() => offerToChosen(deps, { ...choosing(), ...change }))).code;
    expect(await code({ visit: aVisit() })).to.equal('not-permitted');
    expect(await code({ visit: aTeacherVisit({ courseId: 'course-2' }) })).to.equal('not-permitted');
    expect(await code({ microCredential: aMicroCredential({ courseId: 'course-2' }) })).to.equal(
      'not-permitted',
    );
    expect(await code({ microCredential: aMicroCredential({ versions: [] }) })).to.equal(
      'micro-credential-not-published',
    );
    expect(await deps.awards.ofMicroCredential('micro-credential-1')).to.deep.equal([]);
  });
});
