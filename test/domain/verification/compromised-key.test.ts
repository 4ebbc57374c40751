/** Credentials that were signed with a key that was declared compromised: old copies of what is valid, and what a thief made. */
import { expect } from 'chai';
import { addresses } from '../../../src/documents/addresses.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { readCompactJws } from '../../../src/documents/proofs/compact-jws.js';
import { signDataIntegrity } from '../../../src/documents/proofs/sign-data-integrity.js';
import { signJws } from '../../../src/documents/proofs/sign-jws.js';
import { integritySigner, rsaSigner } from '../../../src/domain/awards/institution-signers.js';
import { signNextAgain } from '../../../src/domain/awards/sign-next-again.js';
import type { VerificationReport } from '../../../src/domain/verification/report.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { aMicroCredential } from '../../support/builders/a-definition.js';
import { anAwardOfOldKeys } from './award-of-old-keys.js';
import { claimedAt, institutionId } from './claimed-award.js';
import { told } from './told.js';

const name = 'key-belongs-to-issuer';

/** Claimed, then the keys are declared compromised; a thief has them still. */
async function world() {
  const claimed = await anAwardOfOldKeys();
  const { deps } = claimed;
  const integrity = await integritySigner(deps, institutionId);
  const rsa = await rsaSigner(deps, institutionId);
  await claimed.declare();
  const verify = (text: string): Promise<VerificationReport> => verifyCredential(deps, { text });
  return {
    ...claimed,
    verify,
    /** What the thief makes, dated as the thief likes. */
    forge: async (changes: JsonObject): Promise<string> => {
      const credential = { ...(JSON.parse(claimed.documents.openBadge3) as JsonObject), ...changes };
      return JSON.stringify(await signDataIntegrity(integrity, credential, claimedAt));
    },
    forgeJwt: async (changes: JsonObject): Promise<string> => {
      const jws = readCompactJws(claimed.documents.openBadge3Jwt);
      return signJws(rsa.sign, { ...jws?.payload, ...changes }, jws?.header);
    },
    forgeSigned2: async (changes: JsonObject): Promise<string> =>
      signJws(rsa.sign, {
        ...readCompactJws(claimed.documents.openBadge2Signed ?? '')?.payload,
        ...changes,
      }),
  };
}

function expectTold(report: VerificationReport, outcome: string, reason: string): void {
  expect([report.outcome, told(report, name)]).to.deep.equal([outcome, `failed: ${reason}`]);
}

describe('verifying what a compromised key signed', function () {
  this.timeout(60_000);

  it('when an old copy of a valid award is handed in, in any signed form, then it is outdated, and told where the new one is', async () => {
    const { verify, documents, address } = await world();
    for (const text of [documents.openBadge3, documents.openBadge3Jwt, documents.openBadge2Signed ?? '']) {
      const report = await verify(text);
      expectTold(report, 'outdated', 'copy-outdated');
      expect(told(report, 'signature')).to.equal('passed: signature-right');
      expect(told(report, 'issuer-identified')).to.equal('passed: issuer-known-here');
      expect(report.checks.find((check) => check.name === name)?.details).to.deep.equal({
        declared: '2026-12-01T10:00:00Z',
        compromisedSince: '2026-11-30T00:00:00Z',
        newCopy: address,
      });
    }
  });

  it('when it was signed again, then the address is valid, and the old copy still outdated', async () => {
    const { verify, documents, address, deps } = await world();
    while ((await signNextAgain({ ...deps, chance: () => 0, onTrouble: () => undefined }, 25)) > 0);
    expect((await verify(address)).outcome).to.equal('valid');
    expectTold(await verify(documents.openBadge3), 'outdated', 'copy-outdated');
  });

  it('when the hosted 2.0 assertion is handed in, then it is valid as before: no key signed it', async () => {
    const { verify, documents } = await world();
    expect((await verify(documents.openBadge2)).outcome).to.equal('valid');
  });

  it('when the award is revoked, then an old copy says revoked', async () => {
    const { verify, documents, revoke } = await world();
    await revoke();
    for (const text of [documents.openBadge3, documents.openBadge2Signed ?? ''])
      expect((await verify(text)).outcome).to.equal('revoked');
  });

  it('when it is asked for somebody else, then an old copy is another person’s', async () => {
    const { deps, documents } = await world();
    const report = await verifyCredential(deps, { text: documents.openBadge3, email: 'eve@example.org' });
    expect(report.outcome).to.equal('other-person');
  });

  it('when a thief writes something else under the address of an award, dated from before, then it is not believed', async () => {
    const { verify, forge, forgeJwt, forgeSigned2 } = await world();
    expectTold(await verify(await forge({ name: 'Brain surgery' })), 'invalid', 'copy-differs');
    expectTold(await verify(await forgeJwt({ name: 'Brain surgery' })), 'invalid', 'copy-differs');
    const grade = await forgeSigned2({ narrative: 'Grade: 20 / 20' });
    expectTold(await verify(grade), 'invalid', 'copy-differs');
  });

  it('when a thief leads an assertion of 2.0 to another badge class, then it is not believed, nor where it leads nowhere', async () => {
    const { verify, forgeSigned2, deps } = await world();
    await deps.microCredentials.add(aMicroCredential({ id: 'surgery', institutionId, linkId: 'surgery' }));
    const at = addresses(deps.base);
    const elsewhere = await forgeSigned2({ badge: at.badgeClass('surgery', 1) });
    expectTold(await verify(elsewhere), 'invalid', 'copy-differs');
    // no badge class is there unless that key has its own
    const unknown = await verify(
      await forgeSigned2({ badge: at.badgeClass('MicroMicroMicroMicroMi', 1, 'unknown') }),
    );
    expect(unknown.outcome).to.equal('invalid');
  });

  it('when a thief makes an award that never was, dated from before, then it is not believed', async () => {
    const { verify, forge, deps } = await world();
    const id = addresses(deps.base).award('NobodyNobodyNobodyNobo');
    const report = await verify(await forge({ id }));
    expectTold(report, 'invalid', 'key-compromised');
    expect(report.checks.find((check) => check.name === name)?.details).to.deep.equal({
      declared: '2026-12-01T10:00:00Z',
      compromisedSince: '2026-11-30T00:00:00Z',
    });
    expect(told(report, 'issuer-identified')).to.equal('not-checked: issuer-not-proven');
  });

  it('when a word of an old copy is changed without the key, then it is altered', async () => {
    const { verify, documents } = await world();
    const report = await verify(documents.openBadge3.replace('Data literacy', 'Data mastery'));
    expect(report.outcome).to.equal('altered');
  });

  it('when somebody else names our compromised key, then the key is another’s', async () => {
    const { verify, forge } = await world();
    const report = await verify(
      await forge({ issuer: { id: 'did:web:other.example.org', type: ['Profile'], name: 'Other' } }),
    );
    expectTold(report, 'invalid', 'key-of-another');
  });
});
