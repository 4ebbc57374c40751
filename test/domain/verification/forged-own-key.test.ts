/** What somebody signed in our name, or with a key that is said to be ours, in every spelling that could lead here. */
import { expect } from 'chai';
import { addresses } from '../../../src/documents/addresses.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { readCompactJws } from '../../../src/documents/proofs/compact-jws.js';
import { signDataIntegrity } from '../../../src/documents/proofs/sign-data-integrity.js';
import { signJws } from '../../../src/documents/proofs/sign-jws.js';
import { integritySigner, rsaSigner } from '../../../src/domain/awards/institution-signers.js';
import {
  verifyCredential,
  type VerifyCredentialDeps,
} from '../../../src/domain/verification/verify-credential.js';
import { aTestIssuer } from '../../documents/signers.js';
import { memoryStatusLists } from '../../support/memory/memory-awards.js';
import { anAwardOfOldKeys } from './award-of-old-keys.js';
import { aClaimedAward, claimedAt, institutionId } from './claimed-award.js';
import { aPair, jwsBy } from './sd-jwt/wallet-issuer.js';
import { told } from './told.js';

const base = 'https://acquis.example.org';
const formerBase = 'https://badges.old.example';

/** Whoever forges has keys, but none of ours. */
async function world() {
  const claimed = await aClaimedAward(base);
  const deps = {
    ...claimed.deps,
    formerBases: [{ base: formerBase, statusLists: memoryStatusLists() }],
  };
  const forger = await aTestIssuer('evil', 'https://evil.example');
  const credential = JSON.parse(claimed.documents.openBadge3) as JsonObject;
  const token = readCompactJws(claimed.documents.openBadge3Jwt);
  const signed2 = readCompactJws(claimed.documents.openBadge2Signed ?? '');
  return {
    ...claimed,
    deps,
    rsa: await rsaSigner(deps, institutionId),
    multikey: (await integritySigner(deps, institutionId)).verificationMethod.split('#')[1] ?? '',
    forge: async (verificationMethod: string, changes: JsonObject = {}) =>
      JSON.stringify(
        await signDataIntegrity(
          { ...forger.dataIntegrity, verificationMethod },
          { ...credential, ...changes },
          claimedAt,
        ),
      ),
    forgeJwt: (header: JsonObject, changes: JsonObject = {}) =>
      signJws(forger.jwt.sign, { ...token?.payload, ...changes }, { typ: 'JWT', ...header }),
    forge2: (changes: JsonObject) => signJws(forger.jwt.sign, { ...signed2?.payload, ...changes }),
  };
}

/** Outcome, and what is told of signature and key. */
async function toldOf({ deps }: { deps: VerifyCredentialDeps }, text: string): Promise<string[]> {
  const report = await verifyCredential(deps, { text });
  return [report.outcome, told(report, 'signature'), told(report, 'key-belongs-to-issuer')];
}

const unknownHere = ['invalid', 'failed: unknown-here', 'failed: unknown-here'];

describe('forging a credential with a key that is said to be of this installation', () => {
  /** Of the address of the key that signs our JWTs. */
  const spellings: Record<string, (kid: string) => string> = {
    'a query': (kid) => `${kid}?x`,
    'a fragment': (kid) => `${kid}#x`,
    'an empty fragment': (kid) => `${kid}#`,
    'an escape in its path': (kid) => kid.replace('/keys/', '/%6Beys/'),
    'a path through another folder': (kid) => kid.replace('/keys/', '/x/../keys/'),
    'two slashes': (kid) => kid.replace('/keys/', '/keys//'),
    'no extension': (kid) => kid.replace('.json', ''),
    'a key that never was': (kid) => kid.replace(/[^/]+\.json$/, 'never.json'),
    'an institution that never was': (kid) => kid.replace(institutionId, 'never'),
    'the form for Open Badges 2.0': (kid) => kid.replace('/keys/', '/keys-2/'),
    'our key set': (kid) => kid.replace(/keys\/.*$/, 'jwks.json'),
    'a host in capitals': (kid) => kid.replace('acquis', 'ACQUIS'),
    'a scheme in capitals': (kid) => kid.replace('https', 'HTTPS'),
    'the usual port': (kid) => kid.replace('.org/', '.org:443/'),
    'a dot after the host': (kid) => kid.replace('.org/', '.org./'),
    http: (kid) => kid.replace('https', 'http'),
    'http at the port of https': (kid) => kid.replace('https', 'http').replace('.org/', '.org:443/'),
    'a name and a password': (kid) => kid.replace('acquis', 'me:it@acquis'),
    'an escape in its host': (kid) => kid.replace('acquis', '%61cquis'),
    'letters of another width in its host': (kid) => kid.replace('acquis', 'ａｃｑｕｉｓ'),
    'a space before it': (kid) => ` ${kid}`,
  };

  it('when the key is named with anything but our spelling, then it is invalid, and no server is asked', async () => {
    const made = await world();
    const { forgeJwt, forge, rsa, fetched } = made;
    for (const [what, spell] of Object.entries(spellings)) {
      const kid = spell(rsa.kid);
      expect(await toldOf(made, await forgeJwt({ kid })), `kid with ${what}`).to.deep.equal(unknownHere);
      // no method with a space can be signed
      if (!kid.includes(' '))
        expect(await toldOf(made, await forge(kid)), `method with ${what}`).to.deep.equal(unknownHere);
      const issuer = { id: 'did:web:other.example', type: ['Profile'], name: 'Other' };
      const ofOther = await forgeJwt({ kid }, { issuer, iss: issuer.id });
      expect(await toldOf(made, ofOther), `kid of another with ${what}`).to.deep.equal(unknownHere);
    }
    expect(fetched).to.deep.equal([]);
  });

  it('when a method of our did:web is named with anything but our spelling, then it is invalid', async () => {
    const made = await world();
    const did = addresses(base).did(institutionId);
    for (const method of [
      `${did}#never`,
      `${did}#`,
      did,
      `${did}?x#${made.multikey}`,
      `${did}/x#${made.multikey}`,
      `${did.toUpperCase()}#${made.multikey}`,
      `${did.replace('acquis', 'ACQUIS')}#${made.multikey}`,
      `${did.replace('.org', '.org.')}#${made.multikey}`,
      `${did.replace('.org', '.org%3A443')}#${made.multikey}`,
      `${did.replace('acquis', '%61cquis')}#${made.multikey}`,
      `${did.replace(institutionId, 'never')}#${made.multikey}`,
      `did:web:acquis.example.org#${made.multikey}`,
      `did:web:acquis.example.org%2Finstitutions%2F${institutionId}#${made.multikey}`,
    ])
      expect(await toldOf(made, await made.forge(method)), method).to.deep.equal(unknownHere);
    expect(made.fetched).to.deep.equal([]);
  });

  it('when our own key signed, but is named with a query, then it is invalid: we never named it so', async () => {
    const made = await world();
    const payload = readCompactJws(made.documents.openBadge3Jwt)?.payload ?? {};
    const ours = (kid: string) => signJws(made.rsa.sign, payload, { typ: 'JWT', kid });
    expect(await toldOf(made, await ours(`${made.rsa.kid}?x`))).to.deep.equal(unknownHere);
    expect((await toldOf(made, await ours(made.rsa.kid)))[0]).to.equal('valid');
  });

  it('when the key is named exactly, but another signed, then it is altered, at a former host as well', async () => {
    const made = await world();
    const atFormer = made.rsa.kid.replace(base, formerBase);
    expect((await toldOf(made, await made.forgeJwt({ kid: made.rsa.kid })))[1]).to.equal(
      'failed: signature-wrong',
    );
    expect((await toldOf(made, await made.forgeJwt({ kid: atFormer })))[1]).to.equal(
      'failed: signature-wrong',
    );
    expect(await toldOf(made, await made.forgeJwt({ kid: `${atFormer}?x` }))).to.deep.equal(unknownHere);
  });

  it('when it bears our name, and its key cannot be had or is named in no known way, then it is invalid all the same', async () => {
    const made = await world();
    for (const kid of ['https://evil.example/key', 'did:web:evil.example#key', 'key-1', 'urn:key:1', ''])
      expect(await toldOf(made, await made.forgeJwt({ kid })), kid).to.deep.equal(unknownHere);
    expect(await toldOf(made, await made.forgeJwt({}))).to.deep.equal(unknownHere);
    expect(made.fetched).to.deep.equal([]);
    const spelled = {
      id: `${addresses(base).did(institutionId).replace('.org', '.org.')}`,
      type: ['Profile'],
    };
    const ofSpelled = await made.forge('did:web:evil.example#key', { issuer: spelled });
    expect(await toldOf(made, ofSpelled)).to.deep.equal(unknownHere);
  });

  it('when it bears our name and brings its key along, then the key is compared with ours', async () => {
    const made = await world();
    const { rsaJwk } = await aTestIssuer('evil', 'https://evil.example');
    expect((await toldOf(made, await made.forgeJwt({ jwk: rsaJwk }))).slice(0, 1)).to.deep.equal(['invalid']);
  });

  it('when the key is compromised and named with another spelling, then it is invalid', async () => {
    const claimed = await anAwardOfOldKeys();
    const rsa = await rsaSigner(claimed.deps, institutionId);
    const payload = readCompactJws(claimed.documents.openBadge3Jwt)?.payload ?? {};
    await claimed.declare();
    const stolen = (kid: string) => signJws(rsa.sign, payload, { typ: 'JWT', kid });
    for (const spell of Object.values(spellings)) {
      const kid = spell(rsa.kid);
      expect((await toldOf(claimed, await stolen(kid)))[0], kid).to.equal('invalid');
    }
    expect((await toldOf(claimed, await stolen(rsa.kid)))[0]).to.equal('outdated');
    expect(claimed.fetched).to.deep.equal([]);
  });
});

describe('forging a credential for wallets that refers to this installation', () => {
  it('when it names one of our keys, exactly, under another name than the key’s institution, then the key is another’s', async () => {
    const made = await world();
    const at = addresses(base);
    const kid = `${at.did(institutionId)}#${made.multikey}`;
    const thief = await aPair('EdDSA');
    for (const iss of [
      at.institution(institutionId),
      base,
      at.did('other'),
      `${at.did(institutionId)}.`,
      'https://evil.example',
      'did:web:evil.example',
    ]) {
      const payload = { vct: 'https://evil.example/type', iss, iat: 1_780_000_000 };
      const forged = `${jwsBy(thief, payload, { typ: 'dc+sd-jwt', kid })}~`;
      const [outcome, , owner] = await toldOf(made, forged);
      expect([outcome, owner], iss).to.deep.equal(['invalid', 'failed: key-of-another']);
    }
    expect(made.fetched).to.deep.equal([]);
  });
});

describe('forging an Open Badge 2.0 that refers to this installation', () => {
  it('when a signed one names a badge class or an issuer that is not here, then it is invalid', async () => {
    const made = await world();
    const at = addresses(base);
    const issuer = at.issuerProfile2(institutionId);
    const badge = { id: 'https://evil.example/badge', type: 'BadgeClass', name: 'Forged' };
    for (const [what, changes] of Object.entries<JsonObject>({
      'a badge class with a query': { badge: `${at.badgeClass('MicroMicroMicroMicroMi', 1)}?x` },
      'a badge class that never was': { badge: at.badgeClass('never', 1) },
      'an issuer with a query': { badge: { ...badge, issuer: `${issuer}?x` } },
      'an issuer with a fragment': { badge: { ...badge, issuer: `${issuer}#x` } },
      'an issuer after a dot': { badge: { ...badge, issuer: issuer.replace('.org', '.org.') } },
      'an issuer that never was': { badge: { ...badge, issuer: at.issuerProfile2('never') } },
    })) {
      const [outcome, , owner] = await toldOf(made, await made.forge2(changes));
      expect([outcome, owner], what).to.deep.equal(['invalid', 'failed: unknown-here']);
    }
    expect(made.fetched).to.deep.equal([]);
  });

  it('when a signed one names our issuer and a creator in another spelling, then the key is another’s', async () => {
    const made = await world();
    for (const creator of [`${made.rsa.creator}?x`, made.rsa.kid, 'https://evil.example/key']) {
      const forged = await made.forge2({ verification: { type: 'SignedBadge', creator } });
      const [outcome, , owner] = await toldOf(made, forged);
      expect([outcome, owner], creator).to.deep.equal(['invalid', 'failed: key-of-another']);
    }
  });

  it('when our badge is said to be hosted at a server that does not answer, then it is invalid', async () => {
    const made = await world();
    const hosted = JSON.parse(made.documents.openBadge2) as JsonObject;
    const forged = JSON.stringify({ ...hosted, id: 'https://evil.example/assertion.json' });
    const [outcome, , owner] = await toldOf(made, forged);
    expect([outcome, owner]).to.deep.equal(['invalid', 'failed: unknown-here']);
  });
});
