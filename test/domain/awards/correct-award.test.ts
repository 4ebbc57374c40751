import { expect } from 'chai';
import type { Award } from '../../../src/domain/awards/award.js';
import { claimAward } from '../../../src/domain/awards/claim-award.js';
import { correctAward } from '../../../src/domain/awards/correct-award.js';
import { offerWhenMet } from '../../../src/domain/awards/offer-when-met.js';
import { openBadge2Documents } from '../../../src/domain/awards/open-badge-2-documents.js';
import { publicAward } from '../../../src/domain/awards/public-award.js';
import { revocationListDocument } from '../../../src/domain/awards/revocation-list-document.js';
import { revokeAward } from '../../../src/domain/awards/revoke-award.js';
import { setAwardPublic } from '../../../src/domain/awards/set-award-public.js';
import { settlePendingCorrections } from '../../../src/domain/awards/supersede-award.js';
import { aConfirmation } from '../../support/builders/a-confirmation.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { aTeacherVisit, aVisit } from '../../support/builders/a-visit.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { awardId, input, keys, world } from './offered-award.js';

const visit = aTeacherVisit();
const correction = { awardId, visit, version: 1, reason: 'The name was misspelt.' };
const newName = { ...aVisit().person, name: 'Ada Lerner' };

type World = Awaited<ReturnType<typeof world>>;
type Badge = { evidence: { id: string; narrative: string }[]; awardedDate: string; validUntil?: string };

describe('correct an award', () => {
  before(async function () {
    this.timeout(60_000);
    await keys.ensure('institution-1');
  });

  /** One issued award. */
  async function issued(given: Parameters<typeof world>[0] = {}): Promise<World> {
    const deps = await world(given);
    await claimAward(deps, input);
    return deps;
  }
  const claimNew = (deps: World, { id }: Award): Promise<Award> =>
    claimAward(deps, { ...input, awardId: id, visit: aVisit({ person: newName }) });
  const badgeOf = (award: Award): Badge => JSON.parse(award.documents?.openBadge3 ?? '') as Badge;
  const stateOf = async (deps: World, id: string) => (await deps.awards.byId(id))?.state;

  it('when a teacher corrects it, then a new one is offered to the learner and the old one stands', async () => {
    const deps = await issued();
    const offer = await correctAward(deps, correction);
    expect(offer).to.include({ state: 'offered', version: 1, subject: 'learner-1' });
    expect(offer.correction).to.include({ of: awardId, number: 1, by: visit.person.subject });
    expect(await stateOf(deps, awardId)).to.equal('issued');
    expect((await publicAward(deps, awardId))?.state).to.equal('valid');
    expect(await publicAward(deps, offer.id)).to.equal(undefined);
  });

  it('when the learner had let the page show the name, then the new page shows the new one, and the old page none', async () => {
    const deps = await issued();
    await setAwardPublic(deps, { ...input, public: true });
    expect((await publicAward(deps, awardId))?.name?.text).to.equal('Ada Learner');
    const made = await claimNew(deps, await correctAward(deps, correction));
    expect((await publicAward(deps, made.id))?.name?.text).to.equal('Ada Lerner');
    const old = await publicAward(deps, awardId);
    expect(old).to.include({ public: false, name: undefined, supersededBy: made.id });
    await setAwardPublic(deps, { ...input, awardId: made.id, public: false });
    expect((await publicAward(deps, made.id))?.name).to.equal(undefined);
  });

  it('when the learner claims it, then the old one is revoked and names the new one, and the new one the old', async () => {
    const deps = await issued({ definition: { validMonths: 12 } });
    const offer = await correctAward(deps, correction);
    const made = await claimNew(deps, offer);
    expect(made.recipient?.name).to.equal('Ada Lerner');
    const old = await deps.awards.byId(awardId);
    expect(old).to.include({
      state: 'revoked',
      supersededBy: made.id,
      revocationReason: 'The name was misspelt.',
    });
    expect(old?.history.at(-1)).to.include({ what: 'superseded', by: visit.person.subject });
    const badge = badgeOf(made);
    expect(badge.evidence.at(-1)?.id).to.equal(`https://acquis.example.org/awards/${awardId}`);
    expect(badge.evidence.at(-1)?.narrative).to.include('first awarded on 2026-11-20');
    expect(JSON.stringify(badge)).not.to.include('misspelt');
    expect(made.documents?.openBadge2).to.include(`"id":"https://acquis.example.org/awards/${awardId}"`);
    // it is no longer valid than the old one was
    expect(badge.validUntil).to.equal('2027-11-20T09:00:00Z');
    expect(await publicAward(deps, awardId)).to.include({ state: 'revoked', supersededBy: made.id });
    expect(await publicAward(deps, made.id)).to.include({ state: 'valid', supersedes: awardId });
  });

  it('when the old one is superseded, then its 2.0 form and both revocation lists lead to the new one', async () => {
    const deps = await issued();
    const made = await claimNew(deps, await correctAward(deps, correction));
    const reason = `Superseded by https://acquis.example.org/awards/${made.id}: The name was misspelt.`;
    const documents = openBadge2Documents(deps);
    const assertion = await documents.assertion(awardId);
    expect(assertion?.gone).to.equal(true);
    expect(JSON.parse(assertion?.json ?? '{}')).to.include({ revoked: true, revocationReason: reason });
    expect(await documents.revocationList('institution-1')).to.include(reason);
    expect(await revocationListDocument(deps, 'institution-1')).to.include(reason);
    const place = (await deps.awards.byId(awardId))?.statusPlace;
    expect(await deps.awards.revokedPlaces('list-1')).to.deep.equal([place?.index]);
  });

  it('when it is pressed twice, also at once, then one correction is offered', async () => {
    const deps = await issued();
    const all = await Promise.all([1, 2, 3].map(() => correctAward(deps, correction)));
    all.push(await correctAward(deps, { ...correction, reason: 'Pressed again.' }));
    expect(new Set(all.map(({ id }) => id)).size).to.equal(1);
    expect(await deps.awards.ofMicroCredential('micro-credential-1')).to.have.length(2);
  });

  it('when two tabs claim it at once, then one is issued and the old one superseded once', async () => {
    const deps = await issued();
    const offer = await correctAward(deps, correction);
    const [one, two] = await Promise.all([claimNew(deps, offer), claimNew(deps, offer)]);
    expect(one.documents).to.deep.equal(two.documents);
    const events = (await deps.awards.byId(awardId))?.history.map(({ what }) => what);
    expect(events).to.deep.equal(['offered', 'issued', 'superseded']);
  });

  it('when the process dies after the claim, then the job supersedes the old one, and so does a second claim', async () => {
    for (const mend of ['job', 'claim'] as const) {
      const deps = await issued();
      const offer = await correctAward(deps, correction);
      const dying = { ...deps.awards, supersede: () => Promise.reject(new Error('killed')) };
      const death: unknown = await claimNew({ ...deps, awards: dying }, offer).catch(
        (error: unknown) => error,
      );
      expect(String(death)).to.include('killed');
      expect(await stateOf(deps, offer.id)).to.equal('issued');
      expect(await stateOf(deps, awardId)).to.equal('issued');
      await (mend === 'job' ? settlePendingCorrections(deps) : claimNew(deps, offer));
      expect(await stateOf(deps, awardId)).to.equal('revoked');
      expect(await deps.awards.pendingCorrections()).to.deep.equal([]);
    }
  });

  it('when the evidence is gone by now, then what was earned can be corrected and claimed all the same', async () => {
    const deps = await issued();
    await deps.confirm(false);
    const made = await claimNew(deps, await correctAward(deps, correction));
    expect(made.state).to.equal('issued');
    expect(made.claimBasis?.verdict).to.equal('met');
  });

  it('when it is to be of a newer version, then the rule of that one must be met', async () => {
    const newer = aMicroCredential({ versions: [aVersion(), { ...aVersion(), number: 2 }] });
    const deps = { ...(await issued()), microCredentials: memoryMicroCredentials(newer) };
    const problem = await thrownProblem(() => correctAward(deps, { ...correction, version: 2 }));
    expect(problem.code).to.equal('rule-not-met');
    await deps.confirmations.decide(aConfirmation({ version: 2, at: deps.clock() }));
    const made = await claimNew(deps, await correctAward(deps, { ...correction, version: 2 }));
    expect(made.version).to.equal(2);
    expect((await deps.awards.byId(awardId))?.supersededBy).to.equal(made.id);
  });

  it('when a correction is corrected, then it goes back to the first and the second is superseded', async () => {
    const deps = await issued();
    const second = await claimNew(deps, await correctAward(deps, correction));
    const third = await claimNew(deps, await correctAward(deps, { ...correction, awardId: second.id }));
    expect(third.correction).to.include({ of: second.id, number: 2 });
    expect(badgeOf(third).awardedDate).to.equal('2026-11-20T09:00:00Z');
    expect((await deps.awards.byId(second.id))?.supersededBy).to.equal(third.id);
  });

  it('when the offered correction is taken back, then the old one stands and can be corrected anew', async () => {
    const deps = await issued();
    const offer = await correctAward(deps, correction);
    await revokeAward(deps, { awardId: offer.id, visit, reason: 'Wrong person.' });
    expect(await stateOf(deps, awardId)).to.equal('issued');
    expect((await thrownProblem(() => claimNew(deps, offer))).code).to.equal('award-move-not-allowed');
    const next = await correctAward(deps, correction);
    expect(next.correction?.number).to.equal(2);
    expect((await claimNew(deps, next)).state).to.equal('issued');
  });

  it('when the old one is revoked first, then the correction cannot be claimed', async () => {
    const deps = await issued();
    const offer = await correctAward(deps, correction);
    await revokeAward(deps, { awardId, visit, reason: 'Cheated.' });
    expect((await thrownProblem(() => claimNew(deps, offer))).code).to.equal('award-move-not-allowed');
  });

  it('when the address is the same, then nobody else can claim with it; when it is another’s, then it is refused', async () => {
    const deps = await issued();
    const made = await claimNew(deps, await correctAward(deps, correction));
    const key = (await deps.awards.byId(awardId))?.recipient?.emailKey ?? '';
    expect((await deps.awards.issuedToEmail('micro-credential-1', 1, key))?.id).to.equal(awardId);
    expect(made.recipient).not.to.have.property('emailKey');
  });

  it('when the learner opens the activity, then what is held is the old one until the new one is claimed', async () => {
    const deps = await issued();
    const of = { visit: aVisit(), course: aCourse(), microCredential: aMicroCredential() };
    const offer = await correctAward(deps, correction);
    expect((await offerWhenMet(deps, of)).award?.id).to.equal(awardId);
    await claimNew(deps, offer);
    expect((await offerWhenMet(deps, of)).award?.id).to.equal(offer.id);
  });

  it('when it is an offer, revoked, of another course, or without a reason, then it is refused', async () => {
    const offered = await world();
    expect((await thrownProblem(() => correctAward(offered, correction))).code).to.equal(
      'award-move-not-allowed',
    );
    const deps = await issued();
    const elsewhere = aTeacherVisit({ courseId: 'course-2' });
    for (const [change, code] of [
      [{ awardId: 'nobody' }, 'not-found'],
      [{ visit: elsewhere }, 'not-permitted'],
      [{ visit: aVisit() }, 'not-permitted'],
      [{ reason: ' ' }, 'request-invalid'],
      [{ version: 7 }, 'not-found'],
    ] as const)
      expect((await thrownProblem(() => correctAward(deps, { ...correction, ...change }))).code).to.equal(
        code,
      );
    await revokeAward(deps, { awardId, visit, reason: 'Gone.' });
    const problem = await thrownProblem(() => correctAward(deps, correction));
    expect(problem.code).to.equal('award-move-not-allowed');
  });
});
