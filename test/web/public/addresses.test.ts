import { expect } from 'chai';
import { createRemoteJWKSet, importJWK, jwtVerify, type JWK } from 'jose';
import { didWebAddress } from '../../../src/documents/did/did-web-address.js';
import { institutionId, microCredentialId, startPublicWeb, type PublicWeb } from './public-web.js';

/** What stands at an address that a document names, by its form. */
const kinds: [form: RegExp, type: RegExp][] = [
  [/\/awards\/[\w-]{22}$/, /^text\/html/],
  [/\/open-badge-2\.json$/, /^application\/ld\+json/],
  [/\/achievements\/[\w-]{22}\/1$/, /^text\/html/],
  [/\/badge-class\.json$/, /^application\/ld\+json/],
  [/\/image\.png$/, /^image\/png$/],
  [/\/issuer-2\.json$/, /^application\/ld\+json/],
  [/\/keys-2\/[\w-]{22}\.json$/, /^application\/ld\+json/],
  [/\/revocation-list-2\.json$/, /^application\/ld\+json/],
  [/\/keys\/[\w-]{22}\.json$/, /^application\/jwk\+json/],
  [/\/status\/[\w-]{22}$/, /^application\/vc\+ld\+json/],
  [/\/terms\/\w+$/, /^text\/html/],
];

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

const decoded = (part: string | undefined): unknown =>
  JSON.parse(Buffer.from(part ?? '', 'base64url').toString());

describe('the addresses that signed documents name', function () {
  this.timeout(60_000);
  let web: PublicWeb;

  before(async () => {
    const claimWithGrade = { carryGrade: true };
    web = await startPublicWeb({
      claim: claimWithGrade,
      definition: {
        level: { kind: 'not-applicable', reason: 'Too small.' },
        prerequisites: 'Arithmetic.',
        stackability: { kind: 'stackable', towards: 'Certificate' },
        furtherInformation: { text: 'More.' },
        fieldOfStudy: { code: '0612', name: 'Databases' },
        furtherAwardingBodies: [{ legalName: 'Other', country: 'FR' }],
        workload: { ects: '3', hours: 75 },
      },
      institution: { url: undefined },
    });
  });
  after(() => web.close());

  it('each, followed from document to document, then is there with the right type, fragments included', async () => {
    const { documents } = web.award;
    const [header, payload] = (documents?.openBadge3Jwt ?? '').split('.');
    const [, assertion] = (documents?.openBadge2Signed ?? '').split('.');
    const first = [documents?.openBadge3, documents?.openBadge2].map(
      (text) => JSON.parse(text ?? '') as unknown,
    );
    const waiting = [...first, decoded(header), decoded(payload), decoded(assertion)].flatMap(stringsIn);
    const seen = new Set<string>();
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (!next.startsWith(web.base) || seen.has(next)) continue;
      seen.add(next);
      const [address = '', fragment] = next.split('#');
      const answer = await web.get(address);
      const type = answer.headers.get('content-type') ?? '';
      const kind = kinds.find(([form]) => form.test(address)) ?? [/^/, /^text\/html/];
      expect(answer.status, next).to.equal(200);
      expect(type, next).to.match(kind[1]);
      const body = await answer.text();
      if (type.includes('json')) waiting.push(...stringsIn(JSON.parse(body)));
      if (type.startsWith('text/html') && fragment) expect(body, next).to.contain(`id="${fragment}"`);
    }
    for (const [form] of kinds) {
      expect(
        [...seen].some((address) => form.test(address.split('#')[0] ?? '')),
        String(form),
      ).to.equal(true);
    }
    expect([...seen].filter((address) => address.includes('#outcome-'))).to.have.length(2);
    expect([...seen].filter((address) => address.includes('#evidence-1'))).to.have.length(1);
  });

  it('the issuer, when its did:web is resolved, then its document lists the keys that signed', async () => {
    const credential = JSON.parse(web.award.documents?.openBadge3 ?? '') as {
      issuer: { id: string };
      proof: { verificationMethod: string }[];
    };
    const { id } = credential.issuer;
    const address = didWebAddress(id)?.replace(/^https:/, 'http:') ?? '';
    expect(address).to.equal(`${web.base}/institutions/${institutionId}/did.json`);
    const answer = await web.get(address);
    const document = (await answer.json()) as {
      id: string;
      verificationMethod: { id: string; type: string; controller: string; publicKeyMultibase?: string }[];
      assertionMethod: string[];
    };
    expect(document.id).to.equal(id);
    expect(document.assertionMethod).to.include(credential.proof[0]?.verificationMethod);
    const method = document.verificationMethod.find(
      (one) => one.id === credential.proof[0]?.verificationMethod,
    );
    expect(method).to.include({ type: 'Multikey', controller: id });
    expect(document.verificationMethod.map(({ type }) => type)).to.have.members(['Multikey', 'JsonWebKey']);
    expect(JSON.stringify(document)).not.to.match(/"(d|p|q|dp|dq|qi)":/);
  });

  it('the JWT, when it is verified with jose by our key set or by its kid, then is accepted', async () => {
    const jwt = await (await web.get(`${web.path}/open-badge-3.jwt`)).text();
    const at = { currentDate: new Date('2026-11-21T00:00:00Z') };
    const keySet = createRemoteJWKSet(new URL(`${web.base}/institutions/${institutionId}/jwks.json`));
    const { payload, protectedHeader } = await jwtVerify(jwt, keySet, at);
    expect(payload.jti).to.equal(web.base + web.path);
    const alone = (await (await web.get(protectedHeader.kid ?? '')).json()) as JWK;
    expect(alone).to.include({ kid: protectedHeader.kid, kty: 'RSA', iss: payload.iss });
    expect(alone).not.to.have.any.keys('d', 'p', 'q', 'dp', 'dq', 'qi');
    await jwtVerify(jwt, await importJWK(alone, 'RS256'), at);
    const [header, , signature] = jwt.split('.');
    const forged = [
      header,
      Buffer.from(JSON.stringify({ ...payload, name: 'X' })).toString('base64url'),
      signature,
    ];
    const refused = await jwtVerify(forged.join('.'), keySet, at).catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(Error);
  });

  it('the version, when its document is asked for, then is the achievement of the credential, with contexts', async () => {
    const answer = await web.get(`/achievements/${microCredentialId}/1`, { Accept: 'application/ld+json' });
    const { '@context': context, ...alone } = (await answer.json()) as Record<string, unknown>;
    expect(context).to.have.length(2);
    const { achievement } = (
      JSON.parse(web.award.documents?.openBadge3 ?? '') as { credentialSubject: { achievement: object } }
    ).credentialSubject;
    expect(alone).to.deep.equal(achievement);
  });

  it('the institution, when its document is asked for, then is the issuer of the credential, with contexts', async () => {
    const answer = await web.get(`/institutions/${institutionId}`, { Accept: 'application/json' });
    const { '@context': context, ...alone } = (await answer.json()) as Record<string, unknown>;
    expect(context).to.have.length(2);
    expect(alone).to.deep.equal(
      (JSON.parse(web.award.documents?.openBadge3 ?? '') as { issuer: object }).issuer,
    );
  });
});
