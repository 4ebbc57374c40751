/**
 * What openbadgeslib and verifier-core, which share no code with us, say of our credentials: as text, changed, revoked; the first
 * also as VC-JWT and baked, which the other does not read.
 */
import { expect } from 'chai';
import { decodeProtectedHeader } from 'jose';
import { bakePng } from '../../../src/documents/baked-image/bake-png.js';
import { bakeSvg } from '../../../src/documents/baked-image/bake-svg.js';
import { didDocument } from '../../../src/documents/did/did-document.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import { signDataIntegrity } from '../../../src/documents/proofs/sign-data-integrity.js';
import { signJwt } from '../../../src/documents/proofs/sign-jwt.js';
import { pairedPlace } from '../../../src/documents/status-list/bitstring.js';
import { statusListCredential } from '../../../src/documents/status-list/status-list-credential.js';
import { openBadgesLibVerify, verifierCoreAnswer } from '../../support/verifiers.js';
import { aPng } from '../baked-image/png.builder.js';
import { aCredential, testBase } from '../credential-content.builder.js';
import { variants } from '../credential-variants.js';
import { aTestIssuer, type TestIssuer } from '../signers.js';

const picture = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>';
const created = new Date('2026-03-04T10:11:12Z');

const variantNames = [
  'a full one',
  'the least one',
  'one in two languages',
  'one of 2.5 ECTS',
  'one with a grade in words',
] as const;
/** Each as it is said and as it is said in another way. */
const changes = [
  ['title', 'Soil sampling', 'Soul sampling'],
  ['level', '"targetCode":"6"', '"targetCode":"7"'],
  ['date', '2026-03-04T10:11:12Z', '2026-03-04T10:11:13Z'],
  ['holder', 'urn:uuid:0b7de1a0', 'urn:uuid:1b7de1a0'],
] as const;

interface Issued {
  issuer: TestIssuer;
  documents: Record<string, string>;
  embedded: string;
}

async function anIssued(): Promise<Issued> {
  const issuer = await aTestIssuer();
  const did = didDocument({
    base: testBase,
    institutionId: 'inst1',
    keys: [
      { id: 'ed1', jwk: issuer.ed25519Jwk, multikey: issuer.multikey },
      { id: 'rsa1', jwk: issuer.rsaJwk },
    ],
  });
  const documents = { 'https://acquis.example/institutions/inst1/did.json': JSON.stringify(did) };
  const credential = achievementCredential(aCredential());
  const embedded = JSON.stringify(await signDataIntegrity(issuer.dataIntegrity, credential, created));
  return { issuer, documents, embedded };
}

/** What is published, with a status list in which these places are set. */
async function withList(
  { issuer, documents }: Issued,
  revokedIndexes: number[],
): Promise<Issued['documents']> {
  const list = statusListCredential({
    base: testBase,
    institutionId: 'inst1',
    listId: 'list1',
    revokedIndexes,
    validFrom: created,
  });
  const signed = await signDataIntegrity(issuer.dataIntegrity, list, created);
  return { ...documents, 'https://acquis.example/status/list1': JSON.stringify(signed) };
}

describe('openbadgeslib', function () {
  this.timeout(120_000);
  let issued: Issued;
  let issuer: TestIssuer;
  let documents: Record<string, string>;
  let embedded: string;
  let jwt: string;

  before(async () => {
    issued = await anIssued();
    ({ issuer, documents, embedded } = issued);
    // it dereferences a kid in the issuer's DID document
    jwt = await signJwt({ ...issuer.jwt, kid: `${issuer.did}#rsa1` }, achievementCredential(aCredential()));
  });

  for (const name of variantNames) {
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

  it('given the VC-JWT as we issue it, with the address of its key as kid, does not take the key from there', async () => {
    const { kid } = issuer.jwt;
    const asIssued = await signJwt(issuer.jwt, achievementCredential(aCredential()));
    expect(decodeProtectedHeader(asIssued)).to.deep.equal({ alg: 'RS256', typ: 'JWT', kid });
    const published = { ...documents, [kid]: JSON.stringify(issuer.rsaJwk) };
    const answer = await openBadgesLibVerify({ credential: asIssued, documents: published });
    expect(answer).to.include({ valid: false, trusted: false });
    expect(answer.reason).to.equal(
      `JWT kid '${kid}' names a different DID than the anchored issuer '${issuer.did}'`,
    );
    expect(answer.fetched).not.to.include(kid);
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

  for (const [what, from, to] of changes) {
    it(`given one changed byte in the ${what}, refuses it`, async () => {
      expect(embedded).to.contain(from);
      const answer = await openBadgesLibVerify({ credential: embedded.replace(from, to), documents });
      expect(answer.valid).to.equal(false);
    });
  }

  it('given a place in the status list that is clear, and then set, says valid and then revoked', async () => {
    const ask = async (revoked: number[]) =>
      openBadgesLibVerify({
        credential: embedded,
        checkStatus: true,
        documents: await withList(issued, revoked),
      });
    expect(await ask([])).to.include({ valid: true });
    expect(await ask([4241, pairedPlace(4241)])).to.include({ valid: true });
    const revoked = await ask([4242]);
    expect(revoked.valid).to.equal(false);
    expect(revoked.reason).to.match(/'revocation' is set/);
  });
});

describe('verifier-core', function () {
  this.timeout(120_000);
  let issued: Issued;
  let published: Record<string, string>;

  before(async () => {
    issued = await anIssued();
    published = await withList(issued, []);
  });
  const ask = (text: string, documents = published) =>
    verifierCoreAnswer({ credential: JSON.parse(text) as object, documents });

  for (const name of variantNames) {
    it(`given ${name} with an embedded proof, finds all that it looks for right`, async () => {
      const credential = achievementCredential(variants[name]);
      const signed = await signDataIntegrity(issued.issuer.dataIntegrity, credential, created);
      const answer = await ask(JSON.stringify(signed));
      expect(answer.errors).to.deep.equal([]);
      expect(answer.valid).to.equal(true);
      expect(answer.steps).to.include({ valid_signature: true, expiration: true, revocation_status: true });
    });
  }

  for (const [what, from, to] of changes) {
    it(`given one changed byte in the ${what}, refuses it for its signature`, async () => {
      const answer = await ask(issued.embedded.replace(from, to));
      expect(answer.valid).to.equal(false);
      expect(answer.errors).to.deep.equal(['invalid_signature: The signature is not valid.']);
    });
  }

  it('given one that has ended, tells that', async () => {
    const ended = achievementCredential(aCredential({ validUntil: new Date('2026-03-05T00:00:00Z') }));
    const signed = await signDataIntegrity(issued.issuer.dataIntegrity, ended, created);
    const answer = await ask(JSON.stringify(signed));
    expect(answer.valid).to.equal(false);
    expect(answer.steps).to.include({ valid_signature: true, expiration: false });
  });

  it('given a place in the status list that is clear, and then set, says valid and then revoked', async () => {
    for (const [revoked, status] of [
      [[], true],
      [[4241, pairedPlace(4241)], true],
      [[4242], false],
    ] as const) {
      const answer = await ask(issued.embedded, await withList(issued, [...revoked]));
      expect(answer.valid).to.equal(status);
      expect(answer.steps).to.include({ valid_signature: true, revocation_status: status });
    }
  });

  it('given a status list that is not there, does not call it valid', async () => {
    const answer = await ask(issued.embedded, issued.documents);
    expect(answer.valid).to.equal(false);
    expect(answer.errors.join()).to.contain('status_list_not_found');
  });

  it('given a JWT, does not read it', async () => {
    const jwt = await signJwt(issued.issuer.jwt, achievementCredential(aCredential()));
    const answer = await ask(JSON.stringify(jwt));
    expect(answer).to.deep.include({ valid: false, steps: {}, fetched: [] });
    expect(answer.errors.join()).to.match(/^invalid_jsonld: /);
  });
});
