/** The independent verifiers themselves: they accept what is right, refuse what is wrong, and stay on this machine. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { CompactSign, exportJWK, SignJWT } from 'jose';
import { signDataIntegrity } from '../../src/documents/proofs/sign-data-integrity.js';
import { aTestIssuer } from '../documents/signers.js';
import { openBadges2Report, openBadgesLibVerify, verifierCoreAnswer } from './verifiers.js';

const did = 'did:web:issuer.example';
const didAddress = 'https://issuer.example/.well-known/did.json';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

const body = {
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  id: 'https://issuer.example/awards/1',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Soil sampling',
  issuer: { id: did, type: ['Profile'], name: 'Example University' },
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: {
    id: 'urn:uuid:0b7de1a0-4a5b-4b8e-8a52-6a3cf2c9b7a1',
    type: ['AchievementSubject'],
    achievement: {
      id: 'https://issuer.example/achievements/1',
      type: ['Achievement'],
      name: 'Soil sampling',
      description: 'Takes soil samples.',
      criteria: { narrative: 'Ten samples.' },
    },
  },
};

describe('openBadgesLibVerify', function () {
  this.timeout(120_000);
  let documents: Record<string, string>;

  before(async () => {
    const key = {
      id: `${did}#key-1`,
      type: 'JsonWebKey',
      controller: did,
      publicKeyJwk: await exportJWK(publicKey),
    };
    const controller = {
      '@context': ['https://www.w3.org/ns/did/v1'],
      id: did,
      verificationMethod: [key],
      assertionMethod: [key.id],
    };
    documents = { [didAddress]: JSON.stringify(controller) };
  });

  async function credential(): Promise<string> {
    return new SignJWT(body)
      .setProtectedHeader({ alg: 'RS256', kid: `${did}#key-1` })
      .setIssuer(did)
      .setSubject(body.credentialSubject.id)
      .setJti(body.id)
      .setNotBefore(new Date(body.validFrom))
      .sign(privateKey);
  }

  it('asked about a rightly signed VC-JWT of a did:web issuer, trusts it', async () => {
    const answer = await openBadgesLibVerify({ credential: await credential(), documents });
    expect(answer).to.include({ valid: true, trusted: true, proofFormat: 'vc-jwt', reason: null });
    expect(answer.fetched).to.include(didAddress);
  });

  it('asked about a VC-JWT whose payload was changed, refuses it', async () => {
    const [header, payload = '', signature] = (await credential()).split('.');
    const changed = Buffer.from(payload, 'base64url').toString().replaceAll('Soil sampling', 'Brain surgery');
    const forged = [header, Buffer.from(changed).toString('base64url'), signature].join('.');
    const answer = await openBadgesLibVerify({ credential: forged, documents });
    expect(answer.valid).to.equal(false);
    expect(answer.reason).to.match(/signature/i);
  });

  it('asked for a key that is not on this machine, says so and does not go out', async () => {
    const answer = await openBadgesLibVerify({ credential: await credential() });
    expect(answer.valid).to.equal(false);
    expect(answer.reason).to.contain('not on this machine');
  });
});

describe('verifierCoreAnswer', function () {
  this.timeout(120_000);

  it('asked about a credential of the same DID twice, with another key the second time, takes the key of each question', async () => {
    const ask = async (credential: object, { issuer: { multikey } }: Signed) => {
      const id = `${did}#${multikey}`;
      const method = { id, type: 'Multikey', controller: did, publicKeyMultibase: multikey };
      const context = ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'];
      const controller = {
        '@context': context,
        id: did,
        verificationMethod: [method],
        assertionMethod: [id],
      };
      return verifierCoreAnswer({ credential, documents: { [didAddress]: JSON.stringify(controller) } });
    };
    const [first, second] = [await aSigned(), await aSigned()];
    expect(await ask(first.credential, first)).to.include({ valid: true });
    expect(await ask(second.credential, second)).to.include({ valid: true });
    expect((await ask(first.credential, second)).valid).to.equal(false);
  });

  it('asked for a key that is not given, says so and does not go out', async () => {
    const answer = await verifierCoreAnswer({ credential: (await aSigned()).credential });
    expect(answer.valid).to.equal(false);
    expect(answer.errors.join()).to.match(/^did_web_unresolved: /);
    expect(answer.fetched).to.include(didAddress);
  });

  type Signed = Awaited<ReturnType<typeof aSigned>>;
  async function aSigned() {
    const issuer = await aTestIssuer();
    const signer = { ...issuer.dataIntegrity, verificationMethod: `${did}#${issuer.multikey}` };
    return { issuer, credential: await signDataIntegrity(signer, body, new Date('2026-01-01T00:00:00Z')) };
  }
});

describe('openBadges2Report', function () {
  this.timeout(120_000);
  let server: Server;
  let origin: string;
  const served = new Map<string, object>();

  before(async () => {
    server = createServer((request, response) => {
      const body = served.get(request.url ?? '');
      response.writeHead(body ? 200 : 404, { 'Content-Type': 'application/ld+json' });
      response.end(JSON.stringify(body ?? {}));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const context = 'https://w3id.org/openbadges/v2';
    const picture =
      'data:image/svg+xml;base64,' +
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64');
    served.set('/issuer', {
      '@context': context,
      id: `${origin}/issuer`,
      type: 'Issuer',
      name: 'Example University',
      url: origin,
      email: 'badges@example.com',
      publicKey: `${origin}/key`,
    });
    served.set('/key', {
      '@context': context,
      id: `${origin}/key`,
      type: 'CryptographicKey',
      owner: `${origin}/issuer`,
      publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }),
    });
    served.set('/class', {
      '@context': context,
      id: `${origin}/class`,
      type: 'BadgeClass',
      name: 'Soil sampling',
      description: 'Takes soil samples.',
      image: picture,
      criteria: { narrative: 'Ten samples.' },
      issuer: `${origin}/issuer`,
    });
    served.set('/assertion', assertion(`${origin}/assertion`, { type: 'HostedBadge' }));
  });

  after(() => server.close());

  function assertion(id: string, verification: object): object {
    return {
      '@context': 'https://w3id.org/openbadges/v2',
      id,
      type: 'Assertion',
      recipient: { type: 'email', hashed: false, identity: 'ada@example.com' },
      badge: `${origin}/class`,
      verification,
      issuedOn: '2026-01-01T00:00:00Z',
    };
  }

  it('asked about a right hosted assertion, reports no errors and no warnings', async () => {
    const report = await openBadges2Report({ input: `${origin}/assertion` });
    expect(report).to.include({ valid: true, errorCount: 0, warningCount: 0 });
  });

  it('asked about a right signed assertion, reports it valid', async () => {
    const body = assertion('urn:uuid:2d391d99-33a3-4ddc-8ad3-1d9e4a3f4a0b', {
      type: 'SignedBadge',
      creator: `${origin}/key`,
    });
    const jws = await new CompactSign(Buffer.from(JSON.stringify(body)))
      .setProtectedHeader({ alg: 'RS256' })
      .sign(privateKey);
    expect(await openBadges2Report({ input: jws })).to.include({ valid: true, errorCount: 0 });
  });

  it('asked about an assertion for another recipient, reports an error', async () => {
    const report = await openBadges2Report({
      input: `${origin}/assertion`,
      recipient: { email: ['bob@example.com'] },
    });
    expect(report.valid).to.equal(false);
  });

  it('asked about an assertion without a date, reports an error', async () => {
    const undated: Record<string, unknown> = { ...assertion(`${origin}/undated`, { type: 'HostedBadge' }) };
    delete undated['issuedOn'];
    served.set('/undated', undated);
    const report = await openBadges2Report({ input: `${origin}/undated` });
    expect(report.valid).to.equal(false);
    expect(report.errorCount).to.be.greaterThan(0);
  });
});
