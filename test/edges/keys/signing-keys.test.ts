import { createPublicKey, randomBytes, verify, type JsonWebKey } from 'node:crypto';
import { expect } from 'chai';
import { importJWK, jwtVerify } from 'jose';
import type { PublicSigningKey, SigningKeys } from '../../../src/domain/institutions/signing-keys.js';
import { createSigningKeys } from '../../../src/edges/keys/signing-keys.js';
import { randomId } from '../../../src/shared/ids.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { memoryKeyRecords } from '../../support/memory/memory-key-records.js';

const idsOf = (keys: { id: string }[]): string[] => keys.map(({ id }) => id);

const kindsInUse = ({ all }: ReturnType<typeof memoryKeyRecords>): string[] =>
  all.filter(({ retiredAt }) => !retiredAt).map(({ kind }) => kind);

describe('createSigningKeys', function () {
  this.timeout(60_000);
  const masterKeys = { currentId: '1', keys: new Map([['1', randomBytes(32)]]) };
  const clock = () => new Date('2026-11-20T08:00:00Z');
  const holder = (records = memoryKeyRecords(), keys = masterKeys): SigningKeys =>
    createSigningKeys({ records, masterKeys: keys, clock, newId: randomId });
  const records = memoryKeyRecords();
  const keys = holder(records);
  const bytes = Buffer.from('what is signed');
  const publicKeyOf = ({ jwk }: PublicSigningKey) =>
    createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });

  before(() => keys.ensure('institution-1'));

  it('an institution, ensured, has one key of each kind, with public parts alone', async () => {
    const published = await keys.published('institution-1');
    expect(published.map(({ kind }) => kind)).to.have.members(['Ed25519', 'RSA']);
    for (const key of published) {
      expect(key).not.to.have.property('sealedPrivateKey');
      for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi']) expect(key.jwk).not.to.have.property(secret);
      expect(key.jwk).to.include({ kid: key.id, use: 'sig', alg: key.kind === 'RSA' ? 'RS256' : 'EdDSA' });
      expect(key.createdAt).to.deep.equal(clock());
    }
  });

  it('the RSA key, made, has 3072 bits and no multibase', async () => {
    const key = await keys.current('institution-1', 'RSA');
    expect(publicKeyOf(key).asymmetricKeyDetails?.modulusLength).to.equal(3072);
    expect(key.multibase).to.equal(undefined);
  });

  it('the Ed25519 key, made, has its multibase', async () => {
    const key = await keys.current('institution-1', 'Ed25519');
    expect(key.multibase).to.match(/^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$/);
  });

  it('bytes, signed with Ed25519, verify with the published key and fail when altered', async () => {
    const key = await keys.current('institution-1', 'Ed25519');
    const signature = await keys.sign(key.id, bytes);
    expect(signature).to.have.length(64);
    expect(verify(null, bytes, publicKeyOf(key), signature)).to.equal(true);
    expect(verify(null, Buffer.from('what is signeD'), publicKeyOf(key), signature)).to.equal(false);
  });

  it('a JWT, signed with RSA, verifies as RS256 in an independent library', async () => {
    const key = await keys.current('institution-1', 'RSA');
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const input = `${part({ alg: 'RS256', kid: key.id })}.${part({ sub: 'learner' })}`;
    const signature = Buffer.from(await keys.sign(key.id, Buffer.from(input))).toString('base64url');
    const { payload } = await jwtVerify(`${input}.${signature}`, await importJWK(key.jwk, 'RS256'));
    expect(payload.sub).to.equal('learner');
  });

  it('an institution, ensured again, by many and by another holder, keeps its keys', async () => {
    const before = await keys.published('institution-1');
    await Promise.all([keys.ensure('institution-1'), keys.ensure('institution-1')]);
    await holder(records).ensure('institution-1');
    expect(await keys.published('institution-1')).to.deep.equal(before);
  });

  it('an institution, ensured by two replicas at once, has one key of each kind, and both sign with it', async () => {
    const shared = memoryKeyRecords();
    const [one, two] = [holder(shared), holder(shared)];
    await Promise.all([
      one.ensure('institution-2'),
      one.ensure('institution-2'),
      two.ensure('institution-2'),
    ]);
    expect(await one.published('institution-2')).to.have.length(2);
    const key = await two.current('institution-2', 'Ed25519');
    expect(verify(null, bytes, publicKeyOf(key), await one.sign(key.id, bytes))).to.equal(true);
  });

  it('an institution, ensured after a crash between its keys, gets the one that is missing', async () => {
    const half = memoryKeyRecords();
    const ed25519 = records.all.find(({ kind }) => kind === 'Ed25519');
    if (ed25519) await half.add({ ...ed25519, institutionId: 'institution-3' });
    await holder(half).ensure('institution-3');
    expect(half.all.map(({ kind }) => kind)).to.have.members(['Ed25519', 'RSA']);
    expect(half.all.find(({ kind }) => kind === 'Ed25519')?.id).to.equal(ed25519?.id);
  });

  it('keys, being made, leave the event loop free', async () => {
    const before = performance.eventLoopUtilization();
    // several, so that it takes its time for sure
    for (let n = 0; n < 3; n += 1) await holder().ensure(`institution-${n}`);
    expect(performance.eventLoopUtilization(before).utilization).to.be.lessThan(0.5);
  });

  it('an institution without keys, asked for one, is told that it is missing', async () => {
    expect((await thrownProblem(() => keys.current('nobody', 'RSA'))).code).to.equal('key-missing');
    expect((await thrownProblem(() => keys.sign('nobody', bytes))).code).to.equal('key-missing');
    expect(await keys.published('nobody')).to.deep.equal([]);
  });

  it('a retired key, alone, is published and signs no new credential', async () => {
    const old = memoryKeyRecords();
    const [record] = records.all;
    if (record) await old.add({ ...record, institutionId: 'institution-4', retiredAt: clock() });
    const retired = holder(old);
    expect(await retired.published('institution-4')).to.have.length(1);
    const problem = await thrownProblem(() => retired.current('institution-4', record?.kind ?? 'RSA'));
    expect(problem.code).to.equal('key-missing');
  });

  it('keys, renewed, sign no more and stay published, and new ones of each kind sign', async () => {
    const kept = memoryKeyRecords();
    const renewed = holder(kept);
    await renewed.ensure('institution-5');
    const old = await renewed.published('institution-5');
    await renewed.renew('institution-5', idsOf(old));
    const all = await renewed.published('institution-5');
    expect(all).to.have.length(4);
    for (const { id } of old)
      expect(all.find((key) => key.id === id)).to.have.deep.property('retiredAt', clock());
    for (const kind of ['Ed25519', 'RSA'] as const)
      expect(old.map(({ id }) => id)).not.to.include((await renewed.current('institution-5', kind)).id);
  });

  it('keys, renewed by two replicas at once, leave one of each kind in use', async () => {
    const shared = memoryKeyRecords();
    const [one, two] = [holder(shared), holder(shared)];
    await one.ensure('institution-6');
    const old = idsOf(await one.published('institution-6'));
    await Promise.all([one.renew('institution-6', old), two.renew('institution-6', old)]);
    expect(kindsInUse(shared)).to.have.members(['Ed25519', 'RSA']);
  });

  it('keys, renewed again while the new ones are being made, leave one of each kind in use', async () => {
    const shared = memoryKeyRecords();
    const renewed = holder(shared);
    await renewed.ensure('institution-7');
    const first = renewed.renew('institution-7', idsOf(shared.all));
    // the second kind takes longer
    while (shared.all.length < 3) await new Promise(setImmediate);
    expect(kindsInUse(shared)).to.deep.equal(['Ed25519']);
    await renewed.renew('institution-7', idsOf(shared.all));
    await first;
    expect(kindsInUse(shared)).to.have.members(['Ed25519', 'RSA']);
  });

  it('keys, renewed twice in the place of the same ones, are renewed once', async () => {
    const shared = memoryKeyRecords();
    const renewed = holder(shared);
    await renewed.ensure('institution-8');
    const old = idsOf(await renewed.published('institution-8'));
    for (let press = 1; press <= 2; press += 1) await renewed.renew('institution-8', old);
    expect(shared.all).to.have.length(4);
    expect(kindsInUse(shared)).to.have.members(['Ed25519', 'RSA']);
  });

  it('a key sealed under another master key, asked to sign, is told as unreadable', async () => {
    const other = { currentId: '1', keys: new Map([['1', randomBytes(32)]]) };
    const key = await keys.current('institution-1', 'Ed25519');
    const problem = await thrownProblem(() => holder(records, other).sign(key.id, bytes));
    expect(problem.code).to.equal('key-unreadable');
  });

  it('the sealed part of one key, put into the record of another, is told as unreadable', async () => {
    const swapped = memoryKeyRecords();
    const [one, other] = records.all;
    if (one && other) await swapped.add({ ...one, sealedPrivateKey: other.sealedPrivateKey });
    const problem = await thrownProblem(() => holder(swapped).sign(one?.id ?? '', bytes));
    expect(problem.code).to.equal('key-unreadable');
  });
});
