import { expect } from 'chai';
import { compactVerify, importJWK } from 'jose';
import { makeDocuments } from '../../../src/domain/awards/make-documents.js';
import { isJsonObject, listOf, stringOf, type JsonObject } from '../../../src/documents/json/json-value.js';
import { verifyDataIntegrity } from '../../../src/documents/proofs/verify-data-integrity.js';
import { aVersion } from '../../support/builders/a-definition.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { anInstitution } from '../../support/builders/an-institution.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';

const keys = memoryKeys();
const base = 'https://acquis.example.org';

function documents(of = keys) {
  const { issuedAt, recipient, consentAt, statusPlace } = anIssuedAward();
  if (!issuedAt || !recipient || !consentAt || !statusPlace) throw new Error('an issued award was expected');
  const event = { what: 'issued' as const, at: issuedAt, by: 'learner-1' };
  return makeDocuments(
    { keys: of, base },
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
