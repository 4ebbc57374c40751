/** https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#signed-verification */
import { createPublicKey } from 'node:crypto';
import { expect } from 'chai';
import { hostedAssertion, signedAssertion } from '../../../src/documents/open-badge-2/assertion.js';
import { cryptographicKey } from '../../../src/documents/open-badge-2/cryptographic-key.js';
import { revocationList2 } from '../../../src/documents/open-badge-2/revocation-list.js';
import { signedAssertionId } from '../../../src/documents/open-badge-2/signed-assertion-id.js';
import { without } from '../../../src/documents/json/json-value.js';
import { aCredential, testBase } from '../credential-content.builder.js';
import { aTestIssuer } from '../signers.js';
import { thrownProblem } from '../../support/thrown-problem.js';

const creator = 'https://acquis.example/institutions/inst1/keys-2/rsa1.json';

describe('signedAssertion', () => {
  it('made of an award, says what the hosted one says, under an id of its own, and names the key', () => {
    const content = aCredential();
    const signed = signedAssertion(content, { creator });
    expect(without(signed, 'id', 'verification')).to.deep.equal(
      without(hostedAssertion(content), 'id', 'verification'),
    );
    expect(signed['verification']).to.deep.equal({ type: 'SignedBadge', creator });
    expect(signed['id']).to.equal(signedAssertionId(content.awardId));
  });

  it('made for a key with a profile of its own, names the badge class that leads there', () => {
    expect(signedAssertion(aCredential(), { creator, ofKey: 'rsa2' })['badge']).to.equal(
      'https://acquis.example/achievements/mc1/2/badge-class.rsa2.json',
    );
  });
});

describe('signedAssertionId', () => {
  // revocation lists of all times name it: a change here lets revoked badges look right
  it('made of an award id, is this one for ever', () => {
    expect(signedAssertionId('Aw4rdAw4rdAw4rdAw4rdAw')).to.equal(
      'urn:uuid:9489976a-4923-5ac9-858c-c0833e533a60',
    );
  });

  it('made of many award ids, is a UUID of version 5 each, and never the same', () => {
    const ids = Array.from({ length: 500 }, (_, number) => signedAssertionId(`award-${number}`));
    for (const id of ids) {
      expect(id).to.match(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    expect(new Set(ids)).to.have.length(500);
  });
});

describe('cryptographicKey', () => {
  it('made of an RSA key, names its owner and holds that key alone', async () => {
    const { rsaJwk } = await aTestIssuer();
    const { publicKeyPem, ...rest } = cryptographicKey({
      base: testBase,
      key: { id: 'rsa1', institutionId: 'inst1', jwk: rsaJwk },
      hasOwnProfile: false,
    });
    expect(rest).to.deep.equal({
      '@context': 'https://w3id.org/openbadges/v2',
      id: creator,
      type: 'CryptographicKey',
      owner: 'https://acquis.example/institutions/inst1/issuer-2.json',
    });
    expect(createPublicKey(publicKeyPem as string).export({ format: 'jwk' })).to.deep.equal(rsaJwk);
  });

  it('made of a key with a profile of its own, names that one as its owner', async () => {
    const { rsaJwk } = await aTestIssuer();
    const key = { id: 'rsa2', institutionId: 'inst1', jwk: rsaJwk };
    const made = cryptographicKey({ base: testBase, key, hasOwnProfile: true });
    expect(made['owner']).to.equal('https://acquis.example/institutions/inst1/issuer-2.rsa2.json');
  });

  it('made of an Ed25519 key, is refused: no reader of 2.0 knows it', async () => {
    const { ed25519Jwk } = await aTestIssuer();
    const key = { id: 'ed1', institutionId: 'inst1', jwk: ed25519Jwk };
    const problem = await thrownProblem(() =>
      cryptographicKey({ base: testBase, key, hasOwnProfile: false }),
    );
    expect(problem.code).to.equal('document-invalid');
  });
});

describe('revocationList2', () => {
  it('made of revoked awards, names each signed assertion with its reason', () => {
    expect(revocationList2(testBase, 'inst1', [{ id: 'a1', reason: 'Plagiarism' }])).to.deep.equal({
      '@context': 'https://w3id.org/openbadges/v2',
      id: 'https://acquis.example/institutions/inst1/revocation-list-2.json',
      type: 'RevocationList',
      issuer: 'https://acquis.example/institutions/inst1/issuer-2.json',
      revokedAssertions: [{ id: signedAssertionId('a1'), revocationReason: 'Plagiarism' }],
    });
  });

  it('made for a key with a profile of its own, says the same for that issuer', () => {
    const revoked = [{ id: 'a1', reason: 'Plagiarism' }];
    expect(revocationList2(testBase, 'inst1', revoked, 'rsa2')).to.deep.equal({
      ...revocationList2(testBase, 'inst1', revoked),
      id: 'https://acquis.example/institutions/inst1/revocation-list-2.rsa2.json',
      issuer: 'https://acquis.example/institutions/inst1/issuer-2.rsa2.json',
    });
  });

  it('made of none, keeps its empty list', () => {
    expect(revocationList2(testBase, 'inst1', [])['revokedAssertions']).to.deep.equal([]);
  });
});
