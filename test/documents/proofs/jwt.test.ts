/** VC-JWT: https://www.imsglobal.org/spec/ob/v3p0/#jwt-proof */
import { generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import { CompactSign, createLocalJWKSet, exportJWK, importJWK, type JWK, jwtVerify } from 'jose';
import { type JsonObject, without } from '../../../src/documents/json/json-value.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import { readCompactJws } from '../../../src/documents/proofs/compact-jws.js';
import { jwtClaims } from '../../../src/documents/proofs/jwt-claims.js';
import { signJwt } from '../../../src/documents/proofs/sign-jwt.js';
import { verifyJwt } from '../../../src/documents/proofs/verify-jwt.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { aCredential } from '../credential-content.builder.js';
import { aTestIssuer, type TestIssuer } from '../signers.js';

const now = new Date('2026-06-01T00:00:00Z');
const decode = (part = ''): JsonObject => JSON.parse(Buffer.from(part, 'base64url').toString()) as JsonObject;

describe('VC-JWT', () => {
  let issuer: TestIssuer;
  const credential = achievementCredential(aCredential());
  let jwt: string;

  before(async () => {
    issuer = await aTestIssuer();
    jwt = await signJwt(issuer.jwt, credential);
  });

  const verdict = (
    token: string,
    of: JsonObject = credential,
    jwk: JWK = issuer.rsaJwk,
  ): Promise<unknown> => {
    const jws = readCompactJws(token);
    return jws ? verifyJwt(jws, of, { jwk }) : Promise.resolve('unreadable');
  };

  /** Somebody else's token: their header and claims, rightly signed with our key. */
  async function foreign(header: object, payload: object, key = issuer): Promise<string> {
    const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
    const signed = `${encode(header)}.${encode(payload)}`;
    return `${signed}.${Buffer.from(await key.jwt.sign(Buffer.from(signed))).toString('base64url')}`;
  }

  it('made of a credential, has a header of alg, kid and typ alone', () => {
    expect(decode(jwt.split('.')[0])).to.deep.equal({ alg: 'RS256', kid: issuer.jwt.kid, typ: 'JWT' });
  });

  it('made of a credential, has it as payload with the claims that repeat it, in whole seconds', () => {
    expect(decode(jwt.split('.')[1])).to.deep.equal({
      ...credential,
      iss: issuer.did,
      jti: credential['id'],
      sub: aCredential().recipient.subjectId,
      nbf: Date.parse('2026-03-04T10:11:12Z') / 1000,
      exp: Date.parse('2091-03-04T10:11:12Z') / 1000,
    });
  });

  it('made of a credential without end, has no exp', async () => {
    const endless = await signJwt(issuer.jwt, achievementCredential(aCredential({ validUntil: undefined })));
    expect(decode(endless.split('.')[1])).to.not.have.property('exp');
  });

  it('given to jose with our key set, verifies', async () => {
    const keys = createLocalJWKSet({ keys: [{ ...issuer.rsaJwk, kid: issuer.jwt.kid, alg: 'RS256' }] });
    const { payload } = await jwtVerify(jwt, keys, {
      algorithms: ['RS256'],
      issuer: issuer.did,
      subject: aCredential().recipient.subjectId,
      typ: 'JWT',
      requiredClaims: ['iss', 'sub', 'jti', 'nbf', 'exp'],
      currentDate: now,
    });
    expect(payload['name']).to.equal('Soil sampling');
  });

  it('given to jose before its time, is refused by the claims', async () => {
    const key = await importJWK(issuer.rsaJwk, 'RS256');
    const outcome = await jwtVerify(jwt, key, { currentDate: new Date('2026-03-01T00:00:00Z') }).catch(
      (error: Error) => error,
    );
    expect(outcome).to.have.property('code', 'ERR_JWT_CLAIM_VALIDATION_FAILED');
  });

  it('read again, is right', async () => {
    expect(await verdict(jwt)).to.equal(undefined);
  });

  it('with any byte of its payload changed (60 places), is not right', async () => {
    const [header, payload = '', signature] = jwt.split('.');
    const bytes = Buffer.from(payload, 'base64url');
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ 1;
      const changed = `${header}.${copy.toString('base64url')}.${signature}`;
      const payloadRead = readCompactJws(changed)?.payload ?? {};
      expect(
        await verdict(changed, without(payloadRead, 'iss', 'jti', 'sub', 'nbf', 'exp')),
        `byte ${at}`,
      ).to.not.equal(undefined);
    }
  });

  it('checked with the key of another, is not right', async () => {
    const other = await aTestIssuer();
    expect(await verdict(jwt, credential, other.rsaJwk)).to.equal('signature-wrong');
  });

  const refusedHeaders: Record<string, [object, string]> = {
    x5c: [{ alg: 'RS256', kid: 'k', x5c: ['AA'] }, 'jwt-header-refused'],
    iat: [{ alg: 'RS256', kid: 'k', iat: 1 }, 'jwt-header-refused'],
    crit: [{ alg: 'RS256', kid: 'k', crit: ['b64'], b64: false }, 'jwt-header-refused'],
    'typ vc+jwt': [{ alg: 'RS256', kid: 'k', typ: 'vc+jwt' }, 'jwt-header-refused'],
    'neither kid nor jwk': [{ alg: 'RS256', typ: 'JWT' }, 'jwt-header-refused'],
    'alg none': [{ alg: 'none', kid: 'k' }, 'jwt-algorithm-refused'],
    'alg HS256': [{ alg: 'HS256', kid: 'k' }, 'jwt-algorithm-refused'],
    'alg RS1': [{ alg: 'RS1', kid: 'k' }, 'jwt-algorithm-refused'],
    'no alg': [{ kid: 'k' }, 'jwt-algorithm-refused'],
  };
  for (const [what, [header, fault]] of Object.entries(refusedHeaders)) {
    it(`with a header that has ${what}, is refused`, async () => {
      const token = await foreign(header, { ...credential, ...jwtClaims(credential) });
      expect(await verdict(token)).to.equal(fault);
    });
  }

  const otherClaims: Record<string, JsonObject> = {
    iss: { iss: 'did:web:other.example' },
    jti: { jti: 'https://acquis.example/awards/other' },
    sub: { sub: 'urn:uuid:other' },
    nbf: { nbf: 1 },
    'nbf as text': { nbf: String(Date.parse('2026-03-04T10:11:12Z') / 1000) },
    exp: { exp: 9_999_999_999 },
  };
  for (const [what, claims] of Object.entries(otherClaims)) {
    it(`with ${what} that differs from its credential, is refused`, async () => {
      const token = await foreign(
        { alg: 'RS256', kid: 'k' },
        { ...credential, ...jwtClaims(credential), ...claims },
      );
      expect(await verdict(token)).to.equal('jwt-claims-differ');
    });
  }

  it('with an end in its claims alone, is refused', async () => {
    const endless = achievementCredential(aCredential({ validUntil: undefined }));
    const token = await foreign(
      { alg: 'RS256', kid: 'k' },
      { ...endless, ...jwtClaims(endless), exp: 9_999_999_999 },
    );
    expect(await verdict(token, endless)).to.equal('jwt-claims-differ');
  });

  for (const missing of ['iss', 'jti', 'sub', 'nbf', 'exp']) {
    it(`without ${missing}, is refused`, async () => {
      const claims = without({ ...credential, ...jwtClaims(credential) }, missing);
      expect(await verdict(await foreign({ alg: 'RS256', kid: 'k' }, claims))).to.equal('jwt-claims-differ');
    });
  }

  const algorithms = [
    ['ES256', () => generateKeyPairSync('ec', { namedCurve: 'P-256' })],
    ['EdDSA', () => generateKeyPairSync('ed25519')],
  ] as const;
  for (const [alg, generate] of algorithms) {
    it(`signed by others with ${alg}, is right`, async () => {
      const { privateKey, publicKey } = generate();
      const payload = Buffer.from(JSON.stringify({ ...credential, ...jwtClaims(credential) }));
      const token = await new CompactSign(payload).setProtectedHeader({ alg, kid: 'k' }).sign(privateKey);
      expect(await verdict(token, credential, await exportJWK(publicKey))).to.equal(undefined);
    });
  }

  it('signed with RS256 and checked with a key of another kind, cannot be judged with it', async () => {
    expect(await verdict(jwt, credential, issuer.ed25519Jwk)).to.equal('key-unusable');
  });
});

describe('jwtClaims', () => {
  const credential = achievementCredential(aCredential());
  const incomplete: Record<string, JsonObject> = {
    id: { id: '' },
    issuer: { issuer: {} },
    'subject id': { credentialSubject: { type: ['AchievementSubject'] } },
    validFrom: { validFrom: 'soon' },
    validUntil: { validUntil: 'never' },
  };
  for (const [what, changes] of Object.entries(incomplete)) {
    it(`given a credential without a right ${what}, refuses`, async () => {
      const problem = await thrownProblem(() => jwtClaims({ ...credential, ...changes }));
      expect(problem.code).to.equal('document-invalid');
    });
  }
});
