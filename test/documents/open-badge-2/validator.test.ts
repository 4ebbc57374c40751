/** What the 1EdTech validator for Open Badges 2.0 says of our documents, served as they will be. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { addresses } from '../../../src/documents/addresses.js';
import { bakePng } from '../../../src/documents/baked-image/bake-png.js';
import type { CredentialContent } from '../../../src/documents/credential-content.js';
import {
  hostedAssertion,
  revokedAssertion,
  signedAssertion,
} from '../../../src/documents/open-badge-2/assertion.js';
import { badgeClass } from '../../../src/documents/open-badge-2/badge-class.js';
import { cryptographicKey } from '../../../src/documents/open-badge-2/cryptographic-key.js';
import { issuerProfile2 } from '../../../src/documents/open-badge-2/issuer-profile.js';
import { revocationList2 } from '../../../src/documents/open-badge-2/revocation-list.js';
import { signJws } from '../../../src/documents/proofs/sign-jws.js';
import { openBadges2Report } from '../../support/verifiers.js';
import { aPng } from '../baked-image/png.builder.js';
import { aCredential, anAchievement } from '../credential-content.builder.js';
import { inTwoLanguages } from '../credential-variants.js';
import { aTestIssuer, type TestIssuer } from '../signers.js';

const keyId = 'rsa1';

describe('the 1EdTech validator', function () {
  this.timeout(120_000);
  let server: Server;
  let base: string;
  let served: Map<string, string | Uint8Array>;
  let issuer: TestIssuer;

  before(async () => {
    issuer = await aTestIssuer();
    server = createServer((request, response) => {
      const body = served.get(`${base}${request.url}`);
      const type = typeof body === 'string' ? 'application/ld+json' : 'image/png';
      response.writeHead(body ? 200 : 404, { 'Content-Type': type }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  after(() => server.close());

  /** Everything an award needs at its address. */
  function publish(content: CredentialContent): string {
    const at = addresses(content.base);
    const { microCredentialId, version } = content.achievement;
    served = new Map<string, string | Uint8Array>([
      [at.openBadge2(content.awardId), JSON.stringify(hostedAssertion(content))],
      [at.badgeClass(microCredentialId, version), JSON.stringify(badgeClass(content))],
      [at.achievementImage(microCredentialId, version), aPng()],
      [
        at.issuerProfile2(content.institution.id),
        JSON.stringify(issuerProfile2({ ...content, profile: { listed: keyId, others: [] } })),
      ],
      [
        at.cryptographicKey(content.institution.id, keyId),
        JSON.stringify(
          cryptographicKey({
            base: content.base,
            key: { id: keyId, institutionId: content.institution.id, jwk: issuer.rsaJwk },
            hasOwnProfile: false,
          }),
        ),
      ],
      [
        at.revocationList2(content.institution.id),
        JSON.stringify(revocationList2(content.base, content.institution.id, [])),
      ],
    ]);
    return at.openBadge2(content.awardId);
  }

  /** The same award signed, with all that it leads to published. */
  function publishSigned(content: CredentialContent, by: TestIssuer = issuer): Promise<string> {
    publish(content);
    const creator = addresses(content.base).cryptographicKey(content.institution.id, keyId);
    return signJws(by.jwt.sign, signedAssertion(content, { creator }));
  }

  const right: Record<string, () => CredentialContent> = {
    'a full award': () => aCredential({ base }),
    'an award in French': () => aCredential({ base, achievement: anAchievement({ primaryLanguage: 'fr' }) }),
    'an award in two languages': () => aCredential({ base, achievement: inTwoLanguages }),
    'the least award': () => aCredential({ base, evidence: [], grade: undefined, validUntil: undefined }),
  };
  for (const [what, content] of Object.entries(right)) {
    it(`given the address of ${what}, has no error and no warning`, async () => {
      const report = await openBadges2Report({ input: publish(content()) });
      expect(report.messages).to.deep.equal([]);
      expect(report).to.include({ valid: true, errorCount: 0, warningCount: 0 });
    });
  }

  it('given the baked PNG, has no error and no warning', async () => {
    const content = aCredential({ base });
    publish(content);
    const image = bakePng(aPng(), '2.0', JSON.stringify(hostedAssertion(content)));
    expect(await openBadges2Report({ image })).to.include({ valid: true, errorCount: 0, warningCount: 0 });
  });

  for (const [what, content] of Object.entries(right)) {
    it(`given ${what}, signed, has no error and no warning`, async () => {
      const report = await openBadges2Report({ input: await publishSigned(content()) });
      expect(report.messages).to.deep.equal([]);
      expect(report).to.include({ valid: true, errorCount: 0, warningCount: 0 });
      const names = report.fetched.map((address) => address.slice(base.length));
      expect(names).to.include('/institutions/inst1/keys-2/rsa1.json');
    });
  }

  it('given the PNG with the signed one baked in, has no error and no warning', async () => {
    const image = bakePng(aPng(), '2.0', await publishSigned(aCredential({ base })));
    expect(await openBadges2Report({ image })).to.include({ valid: true, errorCount: 0, warningCount: 0 });
  });

  it('given one signed with a key that the issuer does not publish, refuses it', async () => {
    const input = await publishSigned(aCredential({ base }), await aTestIssuer());
    expect((await openBadges2Report({ input })).valid).to.equal(false);
  });

  it('given one whose payload was changed, refuses it', async () => {
    const [header, payload = '', signature] = (await publishSigned(aCredential({ base }))).split('.');
    const changed = Buffer.from(payload, 'base64url').toString().replace('2026-03-04', '2025-03-04');
    const input = [header, Buffer.from(changed).toString('base64url'), signature].join('.');
    expect((await openBadges2Report({ input })).valid).to.equal(false);
  });

  it('given the holder, finds the hashed address; given another, does not', async () => {
    const input = publish(aCredential({ base }));
    const ask = (email: string) => openBadges2Report({ input, recipient: { email: [email] } });
    expect((await ask('ada@example.com')).valid).to.equal(true);
    expect((await ask('bob@example.com')).valid).to.equal(false);
  });

  it('given a revoked award, does not find it valid', async () => {
    const content = aCredential({ base });
    const input = publish(content);
    served.set(
      input,
      JSON.stringify(revokedAssertion({ base, awardId: content.awardId, reason: 'Mistake' })),
    );
    expect((await openBadges2Report({ input })).valid).to.equal(false);
  });

  for (const origin of ['https://acquis.example', 'https://acquis.example:8443']) {
    it(`given an installation at ${origin}, finds the assertion within the issuer's origins`, async () => {
      const input = publish(aCredential({ base: origin }));
      const documents = Object.fromEntries(
        [...served].flatMap(([url, body]) => (typeof body === 'string' ? [[url, body]] : [])),
      );
      const { messages } = await openBadges2Report({ input, documents });
      // the picture alone is not on this machine
      const others = messages.filter(({ name }) => name !== 'IMAGE_VALIDATION');
      expect(others).to.deep.equal([]);
    });
  }
});
