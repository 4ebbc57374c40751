import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { claimAward } from '../../../src/domain/awards/claim-award.js';
import { correctAward } from '../../../src/domain/awards/correct-award.js';
import { isPublished } from '../../../src/domain/awards/is-published.js';
import { openBadge2Documents } from '../../../src/domain/awards/open-badge-2-documents.js';
import { publicAward } from '../../../src/domain/awards/public-award.js';
import { revocationListDocument } from '../../../src/domain/awards/revocation-list-document.js';
import { revokeAward } from '../../../src/domain/awards/revoke-award.js';
import { sdJwtDocument } from '../../../src/domain/awards/sd-jwt-document.js';
import { statusListDocument } from '../../../src/domain/awards/status-list-document.js';
import { resumeAward, suspendAward } from '../../../src/domain/awards/suspend-award.js';
import { settleCorrection } from '../../../src/domain/awards/supersede-award.js';
import { statusBits } from '../../../src/documents/status-list/bitstring.js';
import { aTeacherVisit, aVisit } from '../../support/builders/a-visit.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { awardId, input, keys, world } from './offered-award.js';

const visit = aTeacherVisit();
const suspension = { awardId, visit, reason: 'The exam is being looked into.' };
const resumption = { awardId, visit, reason: 'Nothing was found.' };

describe('suspend an award', () => {
  before(async function () {
    this.timeout(60_000);
    await keys.ensure('institution-1');
  });

  async function issued() {
    const deps = await world();
    await claimAward(deps, input);
    return deps;
  }
  type World = Awaited<ReturnType<typeof issued>>;

  /** The bits of the list as served are those of these places. */
  async function bitsAre(deps: World, places: number[]): Promise<boolean> {
    const list = await statusListDocument(deps, 'list-1');
    const read = JSON.parse(list?.credential ?? '{}') as { credentialSubject: { encodedList: string } };
    const zipped = Buffer.from(read.credentialSubject.encodedList.slice(1), 'base64url');
    return gunzipSync(zipped).equals(statusBits(places));
  }
  const placeOf = async (deps: World) => (await deps.awards.byId(awardId))?.statusPlace?.index ?? -1;

  it('when a teacher suspends it, then page, status list, lists and 2.0 form say so, and no file is made of it', async () => {
    const deps = await issued();
    expect(await bitsAre(deps, [])).to.equal(true);
    const award = await suspendAward(deps, suspension);
    expect(award.state).to.equal('suspended');
    expect(await publicAward(deps, awardId)).to.deep.include({
      state: 'suspended',
      suspension: { at: deps.clock(), reason: suspension.reason },
    });
    expect(await bitsAre(deps, [await placeOf(deps)])).to.equal(true);
    const told = `Suspended until further notice: ${suspension.reason}`;
    const assertion = await openBadge2Documents(deps).assertion(awardId);
    expect([assertion?.gone, assertion?.json.includes(told)]).to.deep.equal([true, true]);
    expect(await openBadge2Documents(deps).revocationList('institution-1')).to.include(told);
    expect(await revocationListDocument(deps, 'institution-1')).to.include(told);
    expect(isPublished(award) && (await sdJwtDocument(deps, award))).to.equal(undefined);
  });

  it('when it is resumed, then everything says that it counts, and the history keeps both reasons', async () => {
    const deps = await issued();
    await suspendAward(deps, suspension);
    expect(await bitsAre(deps, [await placeOf(deps)])).to.equal(true);
    const award = await resumeAward(deps, resumption);
    expect(award.state).to.equal('issued');
    expect(award).not.to.have.property('suspension');
    expect((await publicAward(deps, awardId))?.state).to.equal('valid');
    expect(await bitsAre(deps, [])).to.equal(true);
    expect((await openBadge2Documents(deps).assertion(awardId))?.gone).to.equal(false);
    expect(await deps.awards.revokedOf('institution-1')).to.deep.equal([]);
    expect(award.history.slice(2).map(({ what, reason }) => [what, reason])).to.deep.equal([
      ['suspended', suspension.reason],
      ['resumed', resumption.reason],
    ]);
  });

  it('when it is resumed while the list is being built, then the list is built once more', async () => {
    const deps = await issued();
    const place = await placeOf(deps);
    // the fingerprint of before, the places of during
    const places = async (listId: string): Promise<number[]> => {
      await suspendAward(deps, suspension);
      const found = await deps.awards.revokedPlaces(listId);
      await resumeAward(deps, resumption);
      return found;
    };
    const racing = { ...deps, awards: { ...deps.awards, revokedPlaces: places } };
    expect(await bitsAre(racing, [place])).to.equal(true);
    expect(await bitsAre(deps, [])).to.equal(true);
  });

  it('while it is suspended, then it can be revoked, and nothing else', async () => {
    const deps = await issued();
    await suspendAward(deps, suspension);
    for (const deed of [
      () => suspendAward(deps, suspension),
      () => correctAward(deps, { ...suspension, version: 1 }),
    ])
      expect((await thrownProblem(deed)).code).to.equal('award-move-not-allowed');
    expect(await deps.awards.writeReview(awardId, undefined, {})).to.equal(false);
    const award = await revokeAward(deps, { awardId, visit, reason: 'Somebody else wrote it.' });
    expect(award).to.include({ state: 'revoked', revocationReason: 'Somebody else wrote it.' });
    expect(award).not.to.have.property('suspension');
    expect((await thrownProblem(() => resumeAward(deps, resumption))).code).to.equal(
      'award-move-not-allowed',
    );
  });

  it('while it is suspended, then a correction that was offered cannot be claimed, and one that was claimed supersedes it', async () => {
    const deps = await issued();
    const offer = await correctAward(deps, { awardId, visit, version: 1, reason: 'A name.' });
    const claim = () => claimAward(deps, { ...input, awardId: offer.id });
    await suspendAward(deps, suspension);
    expect((await thrownProblem(claim)).code).to.equal('award-move-not-allowed');
    await resumeAward(deps, resumption);
    const supersede = () => Promise.reject(new Error('killed'));
    await claimAward(
      { ...deps, awards: { ...deps.awards, supersede } },
      { ...input, awardId: offer.id },
    ).catch(() => undefined);
    await suspendAward(deps, suspension);
    const made = await deps.awards.byId(offer.id);
    if (made) await settleCorrection(deps, made);
    const old = await deps.awards.byId(awardId);
    expect([old?.state, old?.supersededBy, old?.suspension]).to.deep.equal(['revoked', offer.id, undefined]);
  });

  it('when it is an offer, of another course, or without a reason, then it is refused', async () => {
    const offered = await world();
    for (const deed of [() => suspendAward(offered, suspension), () => resumeAward(offered, resumption)])
      expect((await thrownProblem(deed)).code).to.equal('award-move-not-allowed');
    const deps = await issued();
    for (const [change, code] of [
      [{ awardId: 'nobody' }, 'not-found'],
      [{ visit: aTeacherVisit({ courseId: 'course-2' }) }, 'not-permitted'],
      [{ visit: aVisit() }, 'not-permitted'],
      [{ reason: ' ' }, 'request-invalid'],
    ] as const)
      expect((await thrownProblem(() => suspendAward(deps, { ...suspension, ...change }))).code).to.equal(
        code,
      );
    expect((await deps.awards.byId(awardId))?.state).to.equal('issued');
  });
});
