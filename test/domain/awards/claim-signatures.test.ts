import { expect } from 'chai';
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { makeDocuments } from '../../../src/domain/awards/make-documents.js';
import { keyDocuments } from '../../../src/domain/institutions/key-documents.js';
import { isJsonObject, listOf, stringOf, type JsonObject } from '../../../src/documents/json/json-value.js';
import { verifyDataIntegrity } from '../../../src/documents/proofs/verify-data-integrity.js';
import { aVersion } from '../../support/builders/a-definition.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { anInstitution } from '../../support/builders/an-institution.js';
import { memoryEndorsements } from '../../support/memory/memory-endorsements.js';
import { memoryInstitutions } from '../../support/memory/memory-institutions.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';

const keys = memoryKeys();
const base = 'https://acquis.example.org';

function documents(of = keys) {
  const { issuedAt, recipient, consentAt, statusPlace } = anIssuedAward();
  if (!issuedAt || !recipient || !consentAt || !statusPlace) throw new Error('an issued award was expected');
  const event = { what: 'issued' as const, at: issuedAt, by: 'learner-1' };
  return makeDocuments(
    { keys: of, endorsements: memoryEndorsements(), base },
    {
      award: anAward(),
      institution: anInstitution(),
      version: aVersion({ description: { en: 'Line one\r\nline\ttwo' } }),
      issue: { issuedAt, recipient: { ...recipient, emailKey: '' }, consentAt, statusPlace, event },
    },
  );
}

describe('the signatures made at claim', () => {
  before(async function () {
    this.timeout(60_000);
    await keys.ensure('institution-1');
  });

  it('when the embedded proof is checked with the published key, then it is right; after a change it is wrong', async () => {
    const badge = JSON.parse((await documents()).openBadge3) as JsonObject;
    const proof = listOf(badge['proof'])[0];
    if (!isJsonObject(proof)) throw new Error('a proof was expected');
    const key = { multikey: stringOf(proof['verificationMethod'])?.split('#')[1] ?? '' };
    const published = (await keys.published('institution-1')).map((one) => one.multibase);
    expect(published).to.include(key.multikey);
    expect(await verifyDataIntegrity(badge, proof, key)).to.equal(undefined);
    expect(await verifyDataIntegrity({ ...badge, name: 'Other' }, proof, key)).to.equal('signature-wrong');
  });

  it('when the keys are renewed afterwards, then what the old ones signed verifies by what is published, and new ones sign', async function () {
    this.timeout(60_000);
    const renewed = memoryKeys();
    await renewed.ensure('institution-1');
    const methodOf = ({ openBadge3 }: { openBadge3: string }): string =>
      /"verificationMethod":"([^"]+)"/.exec(openBadge3)?.[1] ?? '';
    const kidOf = ({ openBadge3Jwt }: { openBadge3Jwt: string }): string =>
      decodeProtectedHeader(openBadge3Jwt).kid ?? '';
    const before = await documents(renewed);
    const inUse = await renewed.published('institution-1');
    await renewed.renew(
      'institution-1',
      inUse.map(({ id }) => id),
    );
    const after = await documents(renewed);
    const published = keyDocuments({
      keys: renewed,
      institutions: memoryInstitutions(anInstitution()),
      base,
    });
    const did = JSON.parse((await published.did('institution-1')) ?? '') as { assertionMethod: string[] };
    const keySet = (await published.keySet('institution-1')) ?? '';
    expect(methodOf(after)).not.to.equal(methodOf(before));
    expect(kidOf(after)).not.to.equal(kidOf(before));
    for (const one of [before, after]) {
      expect(did.assertionMethod).to.include(methodOf(one));
      expect(keySet).to.contain(kidOf(one));
      const badge = JSON.parse(one.openBadge3) as JsonObject;
      const [proof] = listOf(badge['proof']);
      if (!isJsonObject(proof)) throw new Error('a proof was expected');
      const key = { multikey: methodOf(one).split('#')[1] ?? '' };
      expect(await verifyDataIntegrity(badge, proof, key)).to.equal(undefined);
    }
  });

  it('when the JWT is checked with jose and the key its kid names, then it is right', async () => {
    const { openBadge3Jwt } = await documents();
    const rsa = await keys.current('institution-1', 'RSA');
    const { protectedHeader } = await compactVerify(openBadge3Jwt, await importJWK(rsa.jwk, 'RS256'));
    expect(protectedHeader).to.deep.equal({
      alg: 'RS256',
      typ: 'JWT',
      kid: `${base}/institutions/institution-1/keys/${rsa.id}.json`,
    });
  });

  it('when the signed 2.0 assertion is checked with jose and the key its creator names, then it is right', async () => {
    const { openBadge2Signed = '' } = await documents();
    const rsa = await keys.current('institution-1', 'RSA');
    const { protectedHeader, payload } = await compactVerify(
      openBadge2Signed,
      await importJWK(rsa.jwk, 'RS256'),
    );
    expect(protectedHeader).to.deep.equal({ alg: 'RS256' });
    expect((JSON.parse(Buffer.from(payload).toString()) as JsonObject)['verification']).to.deep.equal({
      type: 'SignedBadge',
      creator: `${base}/institutions/institution-1/keys-2/${rsa.id}.json`,
    });
  });

  it('when the institution has no keys yet, then they are made before signing', async function () {
    this.timeout(60_000);
    const fresh = memoryKeys();
    await documents(fresh);
    expect(await fresh.published('institution-1')).to.have.length(2);
  });
});
