import { expect } from 'chai';
import { strictClr, tolerantClr } from '../../../src/documents/clr/clr-shape.js';
import { canonicalize } from '../../../src/documents/contexts/canonicalize.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { referenceFault } from '../reference-verifier.js';
import { aTestIssuer, type TestIssuer } from '../signers.js';
import { aClr, inside, signedBadges, signedClr } from './a-clr.js';

describe('clrCredential', function () {
  this.timeout(60_000);
  let issuer: TestIssuer;
  let badges: JsonObject[];
  let record: JsonObject;
  before(async () => {
    issuer = await aTestIssuer();
    badges = await signedBadges(issuer, 3);
    record = await signedClr(issuer, aClr(badges));
  });

  it('given three badges, when the reference implementation verifies it, then record and badges are right', async () => {
    expect(await referenceFault(record, issuer)).to.equal(undefined);
    for (const badge of inside(record)) expect(await referenceFault(badge, issuer)).to.equal(undefined);
  });

  it('given badges, when it is made, then each stands in it byte for byte as it was signed', () => {
    expect(inside(record).map((badge) => JSON.stringify(badge))).to.deep.equal(
      badges.map((badge) => JSON.stringify(badge)),
    );
  });

  it('given a badge that is changed in it, when it is verified, then record and badge are refused', async () => {
    const changed = structuredClone(record);
    const [badge] = inside(changed);
    if (!badge) throw new Error('no badge');
    badge['name'] = 'Brain surgery';
    expect(await referenceFault(changed, issuer)).to.be.a('string');
    expect(await referenceFault(badge, issuer)).to.be.a('string');
  });

  it('given a badge that is taken out or put in, when it is verified, then the record is refused', async () => {
    const fewer = structuredClone(record);
    inside(fewer).pop();
    expect(await referenceFault(fewer, issuer)).to.be.a('string');
    const more = structuredClone(record);
    inside(more).push(...(await signedBadges(issuer, 4)).slice(3));
    expect(await referenceFault(more, issuer)).to.be.a('string');
  });

  it('given a record, when it is held to its shape, then it passes strictly', () => {
    expect(strictClr.safeParse(record).error?.issues).to.equal(undefined);
  });

  const wrong: [string, (clr: JsonObject) => void][] = [
    ['no name', (clr) => delete clr['name']],
    ['contexts in another order', (clr) => (clr['@context'] as unknown[]).reverse()],
    ['no credential inside', (clr) => inside(clr).splice(0)],
    ['another type', (clr) => (clr['type'] = ['VerifiableCredential', 'OpenBadgeCredential'])],
    ['an issuer by address alone', (clr) => (clr['issuer'] = issuer.did)],
    ['no subject type', (clr) => delete (clr['credentialSubject'] as JsonObject)['type']],
    [
      'an association that the list has not',
      (clr) =>
        ((clr['credentialSubject'] as JsonObject)['association'] = [
          { type: 'Association', associationType: 'likes', sourceId: 'urn:a', targetId: 'urn:b' },
        ]),
    ],
  ];
  for (const [what, change] of wrong) {
    it(`given ${what}, when it is held to its shape, then it does not pass`, () => {
      const changed = structuredClone(record);
      change(changed);
      expect(strictClr.safeParse(changed).success).to.equal(false);
      expect(tolerantClr.safeParse(changed).success).to.equal(false);
    });
  }

  it('given single values where lists may be, when it is read, then only the tolerant shape takes them', () => {
    const single = structuredClone(aClr(badges.slice(0, 1)));
    const subject = single['credentialSubject'] as JsonObject;
    subject['type'] = 'ClrSubject';
    expect(strictClr.safeParse(single).success).to.equal(false);
    expect(tolerantClr.safeParse(single).success).to.equal(true);
  });

  it('given associations, when it is signed, then they are among the statements and it verifies', async () => {
    const clr = aClr(badges, {
      associations: [
        { kind: 'replacedBy', source: 'https://acquis.example/achievements/mc1/1', target: 'urn:b' },
      ],
    });
    expect(await canonicalize(clr)).to.contain('clr/vocab.html#AssociationType> "replacedBy"');
    expect(await referenceFault(await signedClr(issuer, clr), issuer)).to.equal(undefined);
    expect(strictClr.safeParse(clr).error?.issues).to.equal(undefined);
  });

  it('given a learner, when it is made, then it tells by the hashes of the newest badge whose it is', () => {
    const { identifier } = record['credentialSubject'] as JsonObject;
    expect(identifier).to.deep.equal((badges[0]?.['credentialSubject'] as JsonObject)['identifier']);
    expect(JSON.stringify(record)).not.to.contain('Ada');
  });

  it('given twelve badges, when it is signed, then it comes to an end and verifies', async () => {
    const many = await signedClr(issuer, aClr(await signedBadges(issuer, 12)));
    expect(await referenceFault(many, issuer)).to.equal(undefined);
  });
});
