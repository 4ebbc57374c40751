import { expect } from 'chai';
import { offerWhenMet } from '../../../src/domain/awards/offer-when-met.js';
import { Problem } from '../../../src/shared/problem.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { anAward } from '../../support/builders/an-award.js';
import { asTeacher, aTeacherVisit, aVisit } from '../../support/builders/a-visit.js';
import { countedIds } from '../../support/counted-ids.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { memoryConfirmations } from '../../support/memory/memory-confirmations.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { memoryJuryDecisions } from '../../support/memory/memory-jury-decisions.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { scriptedLms, type LmsScript } from '../../support/memory/scripted-lms.js';
import { scriptedRecords } from '../../support/memory/scripted-records.js';
import { thrownProblem } from '../../support/thrown-problem.js';

const now = new Date('2026-11-20T08:00:00Z');
function world(script: LmsScript = {}, ...awards: Parameters<typeof memoryAwards>) {
  return {
    lms: scriptedLms(script),
    records: scriptedRecords({}),
    courses: memoryCourses(aCourse()),
    confirmations: memoryConfirmations(),
    juryDecisions: memoryJuryDecisions(),
    platforms: memoryPlatforms(aPlatform()),
    awards: memoryAwards(...awards),
    newId: countedIds(),
    clock: () => now,
  };
}
const confirm = (deps: ReturnType<typeof world>, confirmed = true, version = 1) =>
  deps.confirmations.decide({
    microCredentialId: 'micro-credential-1',
    version,
    platformId: 'platform-1',
    subject: 'learner-1',
    confirmed,
    examiner: { subject: 'teacher-1', name: 'Tess' },
    reason: 'Oral exam',
    at: now,
  });
const input = { visit: aVisit(), course: aCourse(), microCredential: aMicroCredential() };

describe('offer when met', () => {
  it('when nothing speaks for the learner, then the reasons are told and nothing is offered', async () => {
    const deps = world();
    const { result, award, version } = await offerWhenMet(deps, input);
    expect(result?.verdict).to.equal('not-met');
    expect(award).to.equal(undefined);
    expect(version.number).to.equal(1);
    expect(await deps.awards.ofMicroCredential('micro-credential-1')).to.deep.equal([]);
  });

  it('when the rule is met and teachers look first, then that is told and nothing is offered; an older offer stays', async () => {
    const offering = { byHand: true, changedAt: now, changedBy: 'teacher-1' };
    const byHand = { ...input, microCredential: aMicroCredential({ offering }) };
    const deps = world();
    await confirm(deps);
    const { award, result } = await offerWhenMet(deps, byHand);
    expect(award).to.equal(undefined);
    expect(result?.verdict).to.equal('met');
    expect(await deps.awards.ofMicroCredential('micro-credential-1')).to.deep.equal([]);
    expect((await offerWhenMet(world({}, anAward()), byHand)).award?.state).to.equal('offered');
  });

  it('when it is retired, then nothing is asked and nothing offered; an older offer stays', async () => {
    const retired = { ...input, microCredential: aMicroCredential({ retiredAt: now }) };
    const deps = world();
    await confirm(deps);
    expect(await offerWhenMet(deps, retired)).to.deep.equal({
      former: undefined,
      version: retired.microCredential.versions[0],
    });
    expect(deps.lms.asked).to.deep.equal([]);
    expect(await deps.awards.ofMicroCredential('micro-credential-1')).to.deep.equal([]);
    expect((await offerWhenMet(world({}, anAward()), retired)).award?.state).to.equal('offered');
  });

  it('when the rule is met, then the award is offered with its reasons, once', async () => {
    const deps = world();
    await confirm(deps);
    const { award, result } = await offerWhenMet(deps, input);
    expect(award).to.deep.include({ state: 'offered', version: 1, lmsName: 'Ada Learner', basis: result });
    expect(award?.history.map((event) => event.what)).to.deep.equal(['offered']);
    const again = await offerWhenMet(deps, input);
    expect(again.award).to.deep.equal(award);
    expect(again.result).to.equal(undefined);
  });

  it('when two tabs are opened at once, then there is one award', async () => {
    const deps = world();
    await confirm(deps);
    const [one, two] = await Promise.all([offerWhenMet(deps, input), offerWhenMet(deps, input)]);
    expect(two.award).to.deep.equal(one.award);
    expect(await deps.awards.ofMicroCredential('micro-credential-1')).to.have.length(1);
  });

  it('when the LMS is away, then it is unknown and nothing is offered', async () => {
    const rule = { kind: 'restricted-activity', linkId: 'link-1' } as const;
    const microCredential = aMicroCredential({ versions: [aVersion({ rule })] });
    const deps = world({ roster: new Problem('lms-unreachable') });
    const { result, award } = await offerWhenMet(deps, { ...input, microCredential });
    expect(result?.verdict).to.equal('unknown');
    expect(award).to.equal(undefined);
  });

  it('when a new version is published, then an open offer keeps its version', async () => {
    const microCredential = aMicroCredential({ versions: [aVersion(), aVersion({}, 2)] });
    const deps = world({}, anAward());
    const { award, version } = await offerWhenMet(deps, { ...input, microCredential });
    expect(award?.id).to.equal(anAward().id);
    expect(version.number).to.equal(1);
  });

  it('when the award of an older version was revoked, then the new version can be earned', async () => {
    const microCredential = aMicroCredential({ versions: [aVersion(), aVersion({}, 2)] });
    const deps = world({}, anAward({ state: 'revoked' }));
    await confirm(deps, true, 2);
    const { award } = await offerWhenMet(deps, { ...input, microCredential });
    expect(award).to.include({ version: 2, state: 'offered' });
  });

  it('when the award of this version was revoked, then it is returned and not offered anew', async () => {
    const deps = world({}, anAward({ state: 'revoked' }));
    await confirm(deps);
    expect((await offerWhenMet(deps, input)).award?.state).to.equal('revoked');
  });

  it('when the award is of the same user id on another platform, then it is not this learner’s', async () => {
    const deps = world({}, anAward({ platformId: 'platform-2' }));
    expect((await offerWhenMet(deps, input)).award).to.equal(undefined);
  });

  it('when a teacher opens it, or somebody who taught here, then nothing is offered', async () => {
    const deps = world();
    await confirm(deps);
    const visit = aTeacherVisit({ person: { subject: 'learner-1' } });
    expect((await offerWhenMet(deps, { ...input, visit })).award).to.equal(undefined);
    await deps.courses.seeMember('course-1', { subject: 'learner-1' }, asTeacher, 'link-1', now);
    const { award, result } = await offerWhenMet(deps, input);
    expect(award).to.equal(undefined);
    expect(result?.verdict).to.equal('unknown');
  });

  const refusals: [string, Partial<typeof input>, string][] = [
    ['the visit is of another course', { visit: aVisit({ courseId: 'course-2' }) }, 'not-permitted'],
    [
      'the micro-credential is of another course',
      { microCredential: aMicroCredential({ courseId: 'course-2' }) },
      'not-permitted',
    ],
    [
      'nothing is published',
      { microCredential: aMicroCredential({ versions: [] }) },
      'micro-credential-not-published',
    ],
  ];
  for (const [when, change, code] of refusals) {
    it(`when ${when}, then it is refused as ${code}`, async () => {
      expect((await thrownProblem(() => offerWhenMet(world(), { ...input, ...change }))).code).to.equal(code);
    });
  }
});
