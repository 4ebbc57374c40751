import { expect } from 'chai';
import type { AwardStore } from '../../../src/domain/awards/award-store.js';
import type { Recipient } from '../../../src/domain/awards/award.js';
import { claimAward, type ClaimInput } from '../../../src/domain/awards/claim-award.js';
import { offerWhenMet } from '../../../src/domain/awards/offer-when-met.js';
import { revokeAward } from '../../../src/domain/awards/revoke-award.js';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { Problem } from '../../../src/shared/problem.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { asTeacher, aTeacherVisit, aVisit } from '../../support/builders/a-visit.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { aRosterMember } from '../../support/memory/scripted-lms.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { now, keys, awardId, input, graded, lineItem, world } from './offered-award.js';

describe('claim an award', () => {
  before(async function () {
    this.timeout(60_000);
    await keys.ensure('institution-1');
  });

  it('when the learner confirms, then it is issued, signed and dated in whole seconds', async () => {
    const deps = await world();
    const award = await claimAward(deps, input);
    expect(award.state).to.equal('issued');
    expect(award.issuedAt?.toISOString()).to.equal('2026-11-20T09:00:00.000Z');
    expect(award.expiresAt).to.equal(undefined);
    expect(award.grade).to.equal(undefined);
    expect(award.recipient).to.include({ name: 'Ada Learner', email: 'ada@example.org', nameFrom: 'lms' });
    expect(award.recipient?.subjectId).to.match(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(award.recipient?.nameSalt).not.to.equal(award.recipient?.emailSalt);
    expect(award.history.map((event) => event.what)).to.deep.equal(['offered', 'issued']);
    expect(award.statusPlace?.listId).to.equal('list-1');
  });

  it('when it is issued, then the three documents are this award’s and name nobody', async () => {
    const deps = await world({ definition: { validMonths: 12 } });
    const award = await claimAward(deps, input);
    const documents = award.documents ?? { openBadge3: '', openBadge3Jwt: '', openBadge2: '' };
    const badge = JSON.parse(documents.openBadge3) as Record<string, unknown>;
    expect(badge.validFrom).to.equal('2026-11-20T09:00:00Z');
    expect(badge.validUntil).to.equal('2027-11-20T09:00:00Z');
    expect(badge.proof).to.be.an('array').with.length(1);
    expect(JSON.stringify(badge.credentialStatus)).to.include(String(award.statusPlace?.index));
    const payload = documents.openBadge3Jwt.split('.')[1] ?? '';
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    expect(claims).to.include({ nbf: 1_795_165_200, sub: award.recipient?.subjectId });
    expect(documents.openBadge3 + documents.openBadge2).to.include(`/awards/${awardId}`);
    const all = documents.openBadge3 + JSON.stringify(claims) + documents.openBadge2;
    for (const secret of ['Ada', 'ada@', 'learner-1', 'Tess', 'Oral exam'])
      expect(all).not.to.include(secret);
  });

  it('when it is claimed again, by the back button or another tab, then it is the same award', async () => {
    const deps = await world();
    const first = await claimAward(deps, input);
    expect(await claimAward(deps, { ...input, consent: false })).to.deep.equal(first);
  });

  it('when two tabs claim at once, then both get the same award, issued once', async () => {
    const deps = await world();
    const [one, two] = await Promise.all([claimAward(deps, input), claimAward(deps, input)]);
    expect(two).to.deep.equal(one);
    expect(one.history.filter((event) => event.what === 'issued')).to.have.length(1);
  });

  it('when the process dies between signing and storing, then the award is offered and can be claimed', async () => {
    const deps = await world();
    const dying = { ...deps.awards, issue: () => Promise.reject(new Problem('storage-unavailable')) };
    const problem = await thrownProblem(() => claimAward({ ...deps, awards: dying }, input));
    expect(problem.code).to.equal('storage-unavailable');
    expect((await deps.awards.byId(awardId))?.state).to.equal('offered');
    expect((await claimAward(deps, input)).state).to.equal('issued');
  });

  it('when the drawn place is taken, then another is drawn and signed anew', async () => {
    const deps = await world();
    const indexes: number[] = [];
    const awards: AwardStore = {
      ...deps.awards,
      issue: async (id, issue) => {
        indexes.push(issue.statusPlace.index);
        return indexes.length < 3 ? 'place-taken' : deps.awards.issue(id, issue);
      },
    };
    const award = await claimAward({ ...deps, awards }, input);
    expect(indexes).to.have.length(3);
    expect(award.statusPlace?.index).to.equal(indexes[2]);
    const status = (JSON.parse(award.documents?.openBadge3 ?? '{}') as { credentialStatus?: object })
      .credentialStatus;
    expect(status).to.include({ statusListIndex: String(indexes[2]) });
  });

  it('when a new version is published meanwhile, then the version of the offer is issued', async () => {
    const deps = await world();
    const { award } = await offerWhenMet(deps, {
      visit: aVisit(),
      course: aCourse(),
      microCredential: aMicroCredential({ versions: [aVersion(), aVersion({ title: { en: 'Second' } }, 2)] }),
    });
    const issued = await claimAward(deps, { ...input, awardId: award?.id ?? '' });
    expect(issued.version).to.equal(1);
    expect(issued.documents?.openBadge3).not.to.include('Second');
  });
});

describe('claim an award: the evidence again', () => {
  it('when the confirmation was withdrawn, then the rule is not met and the offer remains', async () => {
    const deps = await world();
    await deps.confirm(false);
    const problem = await thrownProblem(() => claimAward(deps, input));
    expect(problem.code).to.equal('rule-not-met');
    expect(problem.facts.result).to.include({ verdict: 'not-met' });
    expect((await deps.awards.byId(awardId))?.state).to.equal('offered');
  });

  it('when the LMS is away, then the offer stands', async () => {
    const script = { lineItem: new Problem('lms-unreachable') };
    expect((await claimAward(await world({ definition: { rule: graded }, script }), input)).state).to.equal(
      'issued',
    );
  });

  it('when everybody has passed by now, then the offer stands', async () => {
    const roster = [aRosterMember('learner-1'), aRosterMember('learner-2')];
    const rule: AwardRule = { kind: 'restricted-activity', linkId: 'link-1' };
    const deps = await world({ definition: { rule }, script: { roster, listed: { 'link-1': roster } } });
    expect((await claimAward(deps, input)).state).to.equal('issued');
  });

  it('when the learner taught here meanwhile, then it is not permitted', async () => {
    const deps = await world();
    await deps.courses.seeMember('course-1', { subject: 'learner-1' }, asTeacher, 'link-1', now);
    expect((await thrownProblem(() => claimAward(deps, input))).code).to.equal('not-permitted');
  });
});

describe('claim an award: the grade', () => {
  const script = { lineItem, results: [{ subject: 'learner-1', score: 78.5, maximum: 100 }] };

  it('when the learner lets it be carried, then it is kept and stands in the badge', async () => {
    const deps = await world({ definition: { rule: graded }, script });
    const award = await claimAward(deps, { ...input, carryGrade: true });
    expect(award.grade).to.deep.equal({ score: 78.5, maximum: 100 });
    expect(award.documents?.openBadge3).to.include('78.5');
  });

  it('when the learner does not, or the teacher does not offer it, then it is nowhere', async () => {
    const kept = await claimAward(await world({ definition: { rule: graded }, script }), input);
    const definition = { rule: graded, gradeMayBeCarried: false };
    const refused = await claimAward(await world({ definition, script }), { ...input, carryGrade: true });
    for (const award of [kept, refused]) {
      expect(award.grade).to.equal(undefined);
      expect(JSON.stringify(award.documents)).not.to.include('78.5');
    }
  });
});

describe('claim an award: who', () => {
  it('when the LMS tells no address, then the typed one counts and is marked', async () => {
    const visit = aVisit({ person: { subject: 'learner-1', name: 'Ada Learner' } });
    const award = await claimAward(await world(), {
      ...input,
      visit,
      email: 'ada@home.example',
      name: 'Eve',
    });
    expect(award.recipient).to.include({ name: 'Ada Learner', nameFrom: 'lms' });
    expect(award.recipient).to.include({ email: 'ada@home.example', emailFrom: 'learner' });
  });

  it('when the same address holds this version from another LMS, then it is refused, even at the last moment', async () => {
    const { emailKey } = (await claimAward(await world(), input)).recipient ?? {};
    const holder = anIssuedAward({ id: 'award-0000000000000002', platformId: 'platform-2' });
    holder.recipient = { ...(holder.recipient as NonNullable<typeof holder.recipient>), emailKey };
    const awards = memoryAwards(anAward(), holder);
    const deps = await world({ awards });
    expect((await thrownProblem(() => claimAward(deps, input))).code).to.equal('award-already-claimed');
    const blind = { ...deps, awards: { ...awards, issuedToEmail: async () => undefined } };
    expect((await thrownProblem(() => claimAward(blind, input))).code).to.equal('award-already-claimed');
    expect((await awards.byId(awardId))?.state).to.equal('offered');
  });

  it('when another learner had typed the address and that award was revoked, then its owner gets the award', async () => {
    const { emailKey } = (await claimAward(await world(), input)).recipient ?? {};
    const holder = anIssuedAward({ id: 'award-0000000000000002', subject: 'learner-2' });
    holder.recipient = { ...(holder.recipient as Recipient), emailFrom: 'learner', emailKey };
    const awards = memoryAwards(anAward(), holder);
    const deps = await world({ awards });
    expect((await thrownProblem(() => claimAward(deps, input))).code).to.equal('award-already-claimed');
    const reason = 'The address is not theirs.';
    await revokeAward(deps, { awardId: holder.id, visit: aTeacherVisit(), reason });
    expect((await claimAward(deps, input)).state).to.equal('issued');
  });

  const refusals: [string, Partial<ClaimInput>, string, object?][] = [
    ['there is no such award', { awardId: 'x' }, 'not-found'],
    ['another learner claims it', { visit: aVisit({ person: { subject: 'learner-2' } }) }, 'not-permitted'],
    [
      'the same user id on another platform claims it',
      { visit: aVisit({ platformId: 'p2' }) },
      'not-permitted',
    ],
    ['the teacher claims it', { visit: aTeacherVisit() }, 'not-permitted'],
    ['consent is missing', { consent: false }, 'request-invalid', { consent: 'required' }],
    [
      'neither LMS nor learner tells who it is',
      { visit: aVisit({ person: { subject: 'learner-1' } }) },
      'request-invalid',
      { name: 'required', email: 'required' },
    ],
  ];
  for (const [when, change, code, fields] of refusals) {
    it(`when ${when}, then it is refused as ${code} and stays offered`, async () => {
      const deps = await world();
      const problem = await thrownProblem(() => claimAward(deps, { ...input, ...change }));
      expect(problem.code).to.equal(code);
      expect(problem.facts.fields).to.deep.equal(fields);
      expect((await deps.awards.byId(awardId))?.state).to.equal('offered');
    });
  }

  it('when it was revoked, before or during the claim, then nothing can be claimed', async () => {
    const revoked = await world({ awards: memoryAwards(anAward({ state: 'revoked' })) });
    expect((await thrownProblem(() => claimAward(revoked, input))).code).to.equal('award-move-not-allowed');
    const deps = await world();
    const awards: AwardStore = {
      ...deps.awards,
      issue: async (id, issue) => {
        await deps.awards.revoke(id, now, 'mistake', { what: 'revoked', at: now, by: 'teacher-1' });
        return deps.awards.issue(id, issue);
      },
    };
    const problem = await thrownProblem(() => claimAward({ ...deps, awards }, input));
    expect(problem.code).to.equal('award-move-not-allowed');
  });
});
