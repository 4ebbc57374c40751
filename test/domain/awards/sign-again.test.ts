import { expect } from 'chai';
import { decodeProtectedHeader } from 'jose';
import { triedAgainAfter } from '../../../src/domain/institutions/not-signed-again.js';
import { signNextAgain } from '../../../src/domain/awards/sign-next-again.js';
import { signedWith } from '../../../src/domain/awards/signed-with.js';
import { statusListDocument } from '../../../src/domain/awards/status-list-document.js';
import { type JsonObject, without } from '../../../src/documents/json/json-value.js';
import { readCompactJws } from '../../../src/documents/proofs/compact-jws.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { anAwardOfOldKeys, declaredAt } from '../verification/award-of-old-keys.js';
import { awardId, claimedAt, institutionId } from '../verification/claimed-award.js';

/** An award that was claimed with keys of its own. */
async function world() {
  const claimed = await anAwardOfOldKeys();
  const troubles: Record<string, unknown>[] = [];
  const again = {
    ...claimed.deps,
    chance: () => 0.9,
    onTrouble: (_sentence: string, facts: Record<string, unknown>) => void troubles.push(facts),
  };
  return { ...claimed, troubles, again, signNext: (most = 25) => signNextAgain(again, most) };
}

const payload = (jws = ''): JsonObject => readCompactJws(jws)?.payload ?? {};

describe('signing awards again', function () {
  this.timeout(60_000);

  it('when no key is compromised, then nothing is done', async () => {
    const { signNext, award, documents } = await world();
    expect(await signNext()).to.equal(0);
    expect((await award()).documents).to.deep.equal(documents);
  });

  it('when its keys are compromised, then content and dates stay to the letter, and proofs and keys are new', async () => {
    const { signNext, award, documents, declare } = await world();
    const before = await award();
    await declare();
    expect(await signNext()).to.be.greaterThan(0);
    const after = await award();
    const { openBadge3, openBadge3Jwt, openBadge2, openBadge2Signed } = after.documents;
    const [old, fresh] = [documents.openBadge3, openBadge3].map((text) => JSON.parse(text) as JsonObject);
    expect(without(fresh ?? {}, 'proof')).to.deep.equal(without(old ?? {}, 'proof'));
    expect(fresh?.['validFrom']).to.equal('2026-11-20T09:00:00Z');
    expect((fresh?.['proof'] as JsonObject[])[0]).to.include({ created: '2026-12-01T10:00:00Z' });
    expect(payload(openBadge3Jwt)).to.deep.equal(payload(documents.openBadge3Jwt));
    expect(openBadge2).to.equal(documents.openBadge2);
    expect(without(payload(openBadge2Signed), 'verification')).to.deep.equal(
      without(payload(documents.openBadge2Signed), 'verification'),
    );
    expect(after.issuedAt).to.deep.equal(claimedAt);
    expect(signedWith(after.documents).integrity).not.to.equal(before.signedWith?.integrity);
    expect(signedWith(after.documents).rsa).not.to.equal(before.signedWith?.rsa);
    expect(after.signedWith).to.deep.equal(signedWith(after.documents));
    expect(after.signedAgainAt).to.deep.equal(declaredAt);
    expect(after.history.at(-1)).to.deep.equal({ what: 'signed-again', at: declaredAt, by: '' });
  });

  it('when it is signed again, then every form of it verifies, and it is not signed a third time', async () => {
    const { signNext, award, declare, deps } = await world();
    await declare();
    await signNext();
    const { documents } = await award();
    for (const text of Object.values(documents) as string[])
      expect((await verifyCredential(deps, { text })).outcome).to.equal('valid');
    expect(await signNext()).to.equal(0);
    expect((await award()).documents).to.deep.equal(documents);
  });

  it('when one of the two keys is compromised, then what the other one signed stays', async () => {
    const { signNext, award, declare, documents } = await world();
    await declare('RSA');
    await signNext();
    const after = (await award()).documents;
    expect(after.openBadge3).to.equal(documents.openBadge3);
    expect(decodeProtectedHeader(after.openBadge3Jwt)).not.to.deep.equal(
      decodeProtectedHeader(documents.openBadge3Jwt),
    );
    expect(after.openBadge2Signed).not.to.equal(documents.openBadge2Signed);
  });

  it('when it is revoked, then it is signed again as well, and verifies as revoked', async () => {
    const { signNext, award, declare, revoke, deps } = await world();
    await revoke();
    await declare();
    await signNext();
    const { documents, state } = await award();
    expect(state).to.equal('revoked');
    for (const text of [documents.openBadge3, documents.openBadge3Jwt])
      expect((await verifyCredential(deps, { text })).outcome).to.equal('revoked');
  });

  it('when it was issued before it was kept who signed it, then that is looked up first', async () => {
    const { again, award, declare } = await world();
    const awards = memoryAwards({ ...(await award()), signedWith: undefined });
    await declare();
    expect(await awards.countSignersUnknown(institutionId)).to.equal(1);
    while ((await signNextAgain({ ...again, awards }, 25)) > 0);
    const after = await awards.byId(awardId);
    expect(after?.signedAgainAt).to.deep.equal(declaredAt);
    expect(await awards.countSignersUnknown(institutionId)).to.equal(0);
  });

  it('when the process ends in the middle of a class, then another one signs the rest, and nobody’s twice', async () => {
    const { again, award, declare } = await world();
    const one = await award();
    const all = Array.from({ length: 10 }, (_, at) => ({
      ...one,
      id: `award-${at}`,
      subject: `learner-${at}`,
    }));
    const awards = memoryAwards(...all);
    await declare();
    await signNextAgain({ ...again, awards }, 3);
    const half = await Promise.all(all.map(({ id }) => awards.byId(id)));
    expect(half.filter((each) => each?.signedAgainAt)).to.have.length(6); // three for each key
    while ((await signNextAgain({ ...again, awards }, 3)) > 0);
    const after = await Promise.all(all.map(({ id }) => awards.byId(id)));
    expect(after.filter((each) => each?.signedAgainAt)).to.have.length(10);
    for (const each of after)
      expect(each?.history.filter(({ what }) => what === 'signed-again')).to.have.length(1);
  });

  it('when two processes take the same award at once, then it is signed again once', async () => {
    const { signNext, award, declare } = await world();
    await declare();
    await Promise.all([signNext(), signNext()]);
    expect((await award()).history.filter(({ what }) => what === 'signed-again')).to.have.length(1);
  });

  it('when a claim that was under way with the old key is written later, then it is met later', async () => {
    const { again, award, declare, signNext } = await world();
    const late = { ...(await award()), id: 'late', subject: 'late' };
    await declare();
    while ((await signNext()) > 0);
    const awards = memoryAwards(late);
    await signNextAgain({ ...again, awards }, 25);
    expect((await awards.byId('late'))?.signedAgainAt).to.deep.equal(declaredAt);
  });

  it('when what is kept of one cannot be read, then it is told without personal data, and the others are signed', async () => {
    const { again, award, declare, troubles } = await world();
    const one = await award();
    const broken = {
      ...one,
      id: 'broken',
      subject: 'broken',
      documents: { ...one.documents, openBadge3: one.documents.openBadge3.replace('{', '{"id":7,') },
    };
    const awards = memoryAwards(broken, one);
    await declare('Ed25519');
    await signNextAgain({ ...again, awards }, 25);
    expect((await awards.byId(awardId))?.signedAgainAt).to.deep.equal(declaredAt);
    expect(troubles).to.deep.equal([{ award: 'broken', code: 'document-invalid' }]);
  });

  it('when more than are looked at together cannot be read, then those behind them are signed, and each is told once an hour', async () => {
    const { again, award, declare, troubles, time } = await world();
    const one = await award();
    const documents = { ...one.documents, openBadge3: '{' };
    const broken = Array.from({ length: 30 }, (_, at) => ({ ...one, id: `broken-${at}`, documents }));
    const awards = memoryAwards(...broken, one);
    await declare('Ed25519');
    const rounds = async (count: number): Promise<void> => {
      for (let round = 0; round < count; round += 1) await signNextAgain({ ...again, awards }, 5);
    };
    await rounds(10);
    expect((await awards.byId(awardId))?.signedAgainAt).to.deep.equal(declaredAt);
    expect(await awards.notSignedAgain(institutionId, 100)).to.have.length(30);
    expect(troubles).to.have.length(30);
    time.now = new Date(declaredAt.getTime() + triedAgainAfter);
    await rounds(10);
    expect(troubles).to.have.length(60);
  });

  it('when one could not be read and is mended, then it is signed later, and is in trouble no more', async () => {
    const { again, award, declare, time } = await world();
    const one = await award();
    const awards = memoryAwards({ ...one, documents: { ...one.documents, openBadge3: '{' } });
    await declare('Ed25519');
    await signNextAgain({ ...again, awards }, 5);
    const mended = memoryAwards({ ...one, ...(await awards.byId(awardId)), documents: one.documents });
    expect(await signNextAgain({ ...again, awards: mended }, 5)).to.equal(0);
    time.now = new Date(declaredAt.getTime() + triedAgainAfter);
    expect(await signNextAgain({ ...again, awards: mended }, 5)).to.equal(1);
    expect(await mended.notSignedAgain(institutionId, 5)).to.deep.equal([]);
  });

  it('when the form of the other key cannot be read, then the one of this key is signed, and nothing is left', async () => {
    const { again, award, declare } = await world();
    const one = await award();
    const awards = memoryAwards({ ...one, documents: { ...one.documents, openBadge3Jwt: 'broken' } });
    await declare('Ed25519');
    expect(await signNextAgain({ ...again, awards }, 5)).to.equal(1);
    expect(await signNextAgain({ ...again, awards }, 5)).to.equal(0);
    expect((await awards.byId(awardId))?.signedAgainAt).to.deep.equal(declaredAt);
  });

  it('when the key that signed the status list is compromised, then the list is signed again at once', async () => {
    const { award, declare, deps } = await world();
    const listId = (await award()).statusPlace?.listId ?? '';
    const before = await statusListDocument(deps, listId);
    expect((await statusListDocument(deps, listId))?.etag).to.equal(before?.etag);
    await declare();
    const after = await statusListDocument(deps, listId);
    const key = await deps.keys.current(institutionId, 'Ed25519');
    expect(after?.credential).to.contain(`#${key.multibase}`);
    expect(before?.credential).not.to.contain(`#${key.multibase}`);
    expect((await statusListDocument(deps, listId))?.etag).to.equal(after?.etag);
  });
});
