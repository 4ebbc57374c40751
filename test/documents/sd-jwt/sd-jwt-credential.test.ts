import { expect } from 'chai';
import { compactVerify, importJWK } from 'jose';
import { digestsInAll, heldBackNames } from '../../../src/documents/sd-jwt/held-back-claims.js';
import { aCredential } from '../credential-content.builder.js';
import { inTwoLanguages, variants } from '../credential-variants.js';
import { aTestIssuer, type TestIssuer } from '../signers.js';
import { anSdJwt, holder, madeAt, partsOf, verifiedElsewhere } from './an-sd-jwt.js';

describe('sdJwtCredential', () => {
  let issuer: TestIssuer;
  let made: string;
  before(async () => {
    issuer = await aTestIssuer();
    made = await anSdJwt(issuer);
  });

  it('given an award, when another library verifies it, then name, e-mail and grade are disclosed', async () => {
    const claims = await verifiedElsewhere(made, issuer);
    expect(claims).to.include({ ...holder, iss: issuer.did, title: 'Soil sampling', ects: '3' });
    expect(claims['grade']).to.deep.equal({ value: '17', maximum: '20' });
    expect(claims['award']).to.equal('https://acquis.example/awards/Aw4rdAw4rdAw4rdAw4rdAw');
  });

  it('given an award, when jose verifies its JWS, then type, key and times are those of the award', async () => {
    const key = await importJWK(issuer.ed25519Jwk, 'EdDSA');
    const { protectedHeader, payload } = await compactVerify(partsOf(made).jws, key);
    expect(protectedHeader).to.deep.equal({
      alg: 'EdDSA',
      kid: `${issuer.did}#${issuer.multikey}`,
      typ: 'dc+sd-jwt',
    });
    const claims = JSON.parse(Buffer.from(payload).toString()) as Record<string, unknown>;
    expect(claims).to.include({
      vct: 'https://acquis.example/credential-types/micro-credential-1',
      iat: madeAt.getTime() / 1000,
      nbf: Date.parse('2026-03-04T10:11:12Z') / 1000,
      exp: Date.parse('2091-03-04T10:11:12Z') / 1000,
    });
  });

  it('given graded outcomes, when another library verifies it, then their grades are disclosed with the grade', async () => {
    const { outcomeGrades } = variants['one whose outcomes are graded'];
    const claims = await verifiedElsewhere(await anSdJwt(issuer, { outcomeGrades }), issuer);
    expect(claims['grade']).to.deep.equal({
      value: '17',
      maximum: '20',
      learning_outcomes: [{ learning_outcome: 'Plans a sampling campaign', value: '15.5', maximum: '20' }],
    });
  });

  it('given an award, when its payload is read, then nothing of the learner, the grade or the award’s page is there', () => {
    const { payload, disclosures } = partsOf(made);
    const open = JSON.stringify(payload);
    const { recipient, awardId, evidence } = aCredential();
    const hidden = [
      ...Object.values(holder),
      ...(Object.values(recipient) as string[]),
      awardId,
      ...evidence.flatMap(({ name, narrative }) => [name, narrative]),
      '"17"',
    ];
    for (const text of hidden) expect(open).not.to.contain(text);
    expect(payload).not.to.have.any.keys(...heldBackNames);
    expect([...disclosures.keys()]).to.have.members([...heldBackNames]);
  });

  it('given only the name disclosed, when another library verifies it, then e-mail and grade stay hidden', async () => {
    const { jws, disclosures } = partsOf(made);
    const claims = await verifiedElsewhere(`${jws}~${disclosures.get('name')}~`, issuer);
    expect(claims['name']).to.equal(holder.name);
    expect(claims).not.to.have.any.keys('email', 'grade', 'sub', 'award', 'evidence');
  });

  it('given no disclosure at all, when another library verifies it, then what was earned is there', async () => {
    const claims = await verifiedElsewhere(`${partsOf(made).jws}~`, issuer);
    expect(claims['title']).to.equal('Soil sampling');
    expect(claims).not.to.have.any.keys(...heldBackNames);
  });

  it('given an award without grade and evidence, when it is made, then the number of digests does not tell', async () => {
    const bare = partsOf(await anSdJwt(issuer, { grade: undefined, evidence: [] }));
    expect([...bare.disclosures.keys()]).not.to.include.members(['grade', 'evidence']);
    for (const { payload } of [bare, partsOf(made)]) {
      expect(new Set(payload._sd).size).to.equal(digestsInAll);
      expect(payload._sd).to.deep.equal([...payload._sd].sort());
    }
  });

  it('given the same award twice, when both are made, then claims are the same and no salt or digest is', async () => {
    const again = await anSdJwt(issuer);
    expect(await verifiedElsewhere(again, issuer)).to.deep.equal(await verifiedElsewhere(made, issuer));
    const salts = [made, again].flatMap((one) =>
      [...partsOf(one).disclosures.values()].map(
        (text) => (JSON.parse(Buffer.from(text, 'base64url').toString()) as string[])[0] ?? '',
      ),
    );
    expect(new Set(salts).size).to.equal(2 * heldBackNames.length);
    for (const salt of salts) expect(Buffer.from(salt, 'base64url').length).to.equal(16);
    const first = new Set(partsOf(made).payload._sd);
    expect(partsOf(again).payload._sd.filter((digest) => first.has(digest))).to.deep.equal([]);
  });

  it('given a title in two languages, when it is made, then the other one is a claim of its own', () => {
    expect(partsOf(made).payload['title#fr']).to.equal('Échantillonnage des sols');
  });

  it('given a description in two languages, when it is made, then the other one is a claim of its own', async () => {
    const twice = await anSdJwt(issuer, { achievement: inTwoLanguages });
    expect(partsOf(twice).payload['description#fr']).to.equal(inTwoLanguages.description['fr']);
  });

  it('given an award that ends nowhere, when it is made, then it has no exp', async () => {
    expect(partsOf(await anSdJwt(issuer, { validUntil: undefined })).payload).not.to.have.property('exp');
  });
});
