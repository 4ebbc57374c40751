/** What openbadgeslib, which shares no code with us, says of our credentials: as text, as VC-JWT, baked, changed, revoked. */
import { expect } from 'chai';
import { bakePng } from '../../../src/documents/baked-image/bake-png.js';
import { bakeSvg } from '../../../src/documents/baked-image/bake-svg.js';
import { didDocument } from '../../../src/documents/did/did-document.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import { signDataIntegrity } from '../../../src/documents/proofs/sign-data-integrity.js';
import { signJwt } from '../../../src/documents/proofs/sign-jwt.js';
import { pairedPlace } from '../../../src/documents/status-list/bitstring.js';
import { statusListCredential } from '../../../src/documents/status-list/status-list-credential.js';
import { openBadgesLibVerify } from '../../support/verifiers.js';
import { aPng } from '../baked-image/png.builder.js';
import { aCredential, testBase } from '../credential-content.builder.js';
import { variants } from '../credential-variants.js';
import { aTestIssuer, type TestIssuer } from '../signers.js';

const picture = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>';
const created = new Date('2026-03-04T10:11:12Z');

describe('openbadgeslib', function () {
  this.timeout(120_000);
  let issuer: TestIssuer;
  let documents: Record<string, string>;
  let embedded: string;
  let jwt: string;

  before(async () => {
    issuer = await aTestIssuer();
    const did = didDocument({
      base: testBase,
      institutionId: 'inst1',
      keys: [
        { id: 'ed1', jwk: issuer.ed25519Jwk, multikey: issuer.multikey },
        { id: 'rsa1', jwk: issuer.rsaJwk },
      ],
    });
    documents = { 'https://acquis.example/institutions/inst1/did.json': JSON.stringify(did) };
    const credential = achievementCredential(aCredential());
    embedded = JSON.stringify(await signDataIntegrity(issuer.dataIntegrity, credential, created));
    // it dereferences a kid in the issuer's DID document
    jwt = await signJwt({ ...issuer.jwt, kid: `${issuer.did}#rsa1` }, credential);
  });

  for (const name of [
    'a full one',
    'the least one',
    'one of 2.5 ECTS',
    'one with a grade in words',
  ] as const) {
    it(`given ${name} with an embedded proof, trusts it`, async () => {
      const credential = achievementCredential(variants[name]);
      const signed = await signDataIntegrity(issuer.dataIntegrity, credential, created);
      const answer = await openBadgesLibVerify({ credential: JSON.stringify(signed), documents });
      expect(answer).to.include({ valid: true, trusted: true, proofFormat: 'data-integrity', reason: null });
    });
  }

  it('given the VC-JWT, trusts it', async () => {
    const answer = await openBadgesLibVerify({ credential: jwt, documents });
    expect(answer).to.include({ valid: true, trusted: true, proofFormat: 'vc-jwt', reason: null });
  });

  const images = {
    'a PNG with the JSON': () => bakePng(aPng(), '3.0', embedded),
    'a PNG with the JWT': () => bakePng(aPng(), '3.0', jwt),
    'an SVG with the JSON': () => Buffer.from(bakeSvg(picture, '3.0', embedded)),
    'an SVG with the JWT': () => Buffer.from(bakeSvg(picture, '3.0', jwt)),
  };
  for (const [name, image] of Object.entries(images)) {
    it(`given ${name}, unbakes it unchanged and trusts it`, async () => {
      const answer = await openBadgesLibVerify({ image: image(), documents });
      expect(answer).to.include({ valid: true, trusted: true, reason: null });
      expect(answer.credential).to.equal(name.endsWith('JSON') ? embedded : jwt);
    });
  }

  for (const [what, from, to] of [
    ['title', 'Soil sampling', 'Soul sampling'],
    ['level', '"targetCode":"6"', '"targetCode":"7"'],
    ['date', '2026-03-04T10:11:12Z', '2026-03-04T10:11:13Z'],
    ['holder', 'urn:uuid:0b7de1a0', 'urn:uuid:1b7de1a0'],
  ] as const) {
    it(`given one changed byte in the ${what}, refuses it`, async () => {
      expect(embedded).to.contain(from);
      const answer = await openBadgesLibVerify({ credential: embedded.replace(from, to), documents });
      expect(answer.valid).to.equal(false);
    });
  }

  it('given a place in the status list that is clear, and then set, says valid and then revoked', async () => {
    const list = async (revokedIndexes: number[]): Promise<string> => {
      const input = {
        base: testBase,
        institutionId: 'inst1',
        listId: 'list1',
        revokedIndexes,
        validFrom: created,
      };
      return JSON.stringify(
        await signDataIntegrity(issuer.dataIntegrity, statusListCredential(input), created),
      );
    };
    const ask = async (revoked: number[]) =>
      openBadgesLibVerify({
        credential: embedded,
        checkStatus: true,
        documents: { ...documents, 'https://acquis.example/status/list1': await list(revoked) },
      });
    expect(await ask([])).to.include({ valid: true });
    expect(await ask([4241, pairedPlace(4241)])).to.include({ valid: true });
    const revoked = await ask([4242]);
    expect(revoked.valid).to.equal(false);
    expect(revoked.reason).to.match(/'revocation' is set/);
  });
});
