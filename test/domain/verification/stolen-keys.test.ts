/**
 * Whoever stole both keys of an institution signs documents of every kind, dated as they like: once the keys are declared compromised,
 * none of them is believed, alone or inside of what is right.
 */
import { expect } from 'chai';
import { addresses } from '../../../src/documents/addresses.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { endorsementCredential } from '../../../src/documents/open-badge-3/endorsement-credential.js';
import { readCompactJws } from '../../../src/documents/proofs/compact-jws.js';
import { signDataIntegrity } from '../../../src/documents/proofs/sign-data-integrity.js';
import { signJws } from '../../../src/documents/proofs/sign-jws.js';
import { sdJwtCredential } from '../../../src/documents/sd-jwt/sd-jwt-credential.js';
import { statusListCredential } from '../../../src/documents/status-list/status-list-credential.js';
import { integritySigner, rsaSigner } from '../../../src/domain/awards/institution-signers.js';
import type { PublishedAward } from '../../../src/domain/awards/is-published.js';
import { issuedContent } from '../../../src/domain/awards/issued-content.js';
import { signNextAgain } from '../../../src/domain/awards/sign-next-again.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { randomId } from '../../../src/shared/ids.js';
import { aClr } from '../../documents/clr/a-clr.js';
import { anInstitution } from '../../support/builders/an-institution.js';
import { anAwardOfOldKeys, declaredAt } from './award-of-old-keys.js';
import { awardId, institutionId } from './claimed-award.js';

const never = 'NobodyNobodyNobodyNobo';
const days = { before: new Date('2026-09-02T08:00:00Z'), after: new Date('2026-12-24T08:00:00Z') };

/** What the thief makes, each by its kind; the keys are declared compromised only then, and awards signed again. */
async function world() {
  const claimed = await anAwardOfOldKeys();
  const { deps } = claimed;
  const at = addresses(deps.base);
  const [integrity, rsa] = [await integritySigner(deps, institutionId), await rsaSigner(deps, institutionId)];
  const award = (await claimed.award()) as PublishedAward;
  const genuine = JSON.parse(award.documents.openBadge3) as JsonObject;
  const content = await issuedContent(deps, award);
  if (!content) throw new Error('the award has no content');
  const institution = anInstitution({ id: institutionId });
  await claimed.declare();
  while ((await signNextAgain({ ...deps, chance: () => 0, onTrouble: () => undefined }, 25)) > 0);
  claimed.time.now = new Date('2026-12-31T00:00:00Z');

  const proven = async (document: JsonObject, day: Date): Promise<string> =>
    JSON.stringify(await signDataIntegrity(integrity, document, day));
  const at3 = (day: Date): JsonObject => ({
    ...genuine,
    id: at.award(never),
    validFrom: day.toISOString().replace('.000', ''),
  });
  const endorsement = (day: Date) =>
    endorsementCredential({
      base: deps.base,
      endorsementId: 'End0rsement00000000001',
      institution,
      about: { id: at.achievement('MicroMicroMicroMicroMi', 1), title: 'Data literacy' },
      endorser: { name: 'Acme SA', url: 'https://acme.example/', country: 'BE' },
      statement: { en: 'We hire everybody who holds it.' },
      confirmation: { by: 'email', domain: 'acme.example' },
      validFrom: day,
    });
  const made: Record<string, (day: Date) => Promise<string>> = {
    'Open Badge 3.0': (day) => proven(at3(day), day),
    'Open Badge 3.0 in the place of ours': (day) => proven({ ...at3(day), id: at.award(awardId) }, day),
    'VC-JWT': (day) => {
      const jws = readCompactJws(award.documents.openBadge3Jwt);
      const nbf = Math.floor(day.getTime() / 1000);
      const payload = { ...jws?.payload, ...at3(day), jti: at.award(never), nbf };
      return signJws(rsa.sign, payload, jws?.header);
    },
    'signed Open Badge 2.0': (day) =>
      signJws(rsa.sign, {
        ...readCompactJws(award.documents.openBadge2Signed ?? '')?.payload,
        id: 'urn:uuid:3f0e1d2c-4b5a-4968-8776-5a4b3c2d1e0f',
        issuedOn: day.toISOString(),
      }),
    'record of a genuine award': async (day) => {
      const { documents } = await claimed.award();
      const inside = [JSON.parse(documents.openBadge3) as JsonObject];
      return proven(aClr(inside, { base: deps.base, institution, validFrom: day }), day);
    },
    'record in the place of an award': async (day) => {
      const record = aClr([genuine], { base: deps.base, institution, validFrom: day });
      return proven({ ...record, id: at.award(awardId) }, day);
    },
    endorsement: (day) => proven(endorsement(day), day),
    'status list': (day) =>
      proven(
        statusListCredential({
          base: deps.base,
          institutionId,
          listId: 'list1',
          revokedIndexes: [],
          validFrom: day,
        }),
        day,
      ),
    'credential for wallets': (day) => {
      const credential = { ...content, awardId: never };
      const holder = { name: 'Eve', email: 'eve@example.org' };
      return sdJwtCredential(integrity, { credential, holder, madeAt: day }, randomId);
    },
  };
  return { ...claimed, made, genuine, proven, endorsement };
}

describe('documents of a thief who has both keys', () => {
  it('when they are handed in, of any kind and dated before or after the theft, then none is believed, and no server is asked', async () => {
    const { deps, made, fetched } = await world();
    for (const [kind, make] of Object.entries(made))
      for (const [when, day] of Object.entries(days)) {
        const report = await verifyCredential(deps, { text: await make(day) });
        expect(report.outcome, `${kind}, dated ${when}`).to.be.oneOf(['invalid', 'unreadable']);
        const reasons = report.checks.filter(({ result }) => result === 'passed').map(({ reason }) => reason);
        expect(reasons, kind).not.to.include('issuer-known-here');
      }
    expect(fetched).to.deep.equal([]);
  });

  it('when an award signed with a key that counts carries an endorsement of a stolen one, then the award stands and the endorsement does not', async () => {
    const { deps, genuine, endorsement, proven } = await world();
    const stolen = JSON.parse(await proven(endorsement(days.before), days.before)) as JsonObject;
    const subject = genuine['credentialSubject'] as JsonObject;
    const achievement = { ...(subject['achievement'] as JsonObject), endorsement: [stolen] };
    const signer = await integritySigner(deps, institutionId);
    const carrying = { ...genuine, credentialSubject: { ...subject, achievement } };
    const signed = await signDataIntegrity(signer, { ...carrying, proof: [] }, declaredAt);
    const report = await verifyCredential(deps, { text: JSON.stringify(signed) });
    expect(report.outcome).to.equal('valid');
    const [inside] = report.endorsements ?? [];
    expect(inside?.outcome).to.equal('invalid');
    expect(inside?.checks.map(({ reason }) => reason))
      .to.include('key-compromised')
      .and.not.to.include('issuer-known-here');
  });

  it('when a revoked award is signed again by the thief, naming a list of their own, then it is not believed', async () => {
    const { deps, genuine, proven, revoke, fetched } = await world();
    await revoke();
    const status = { ...(genuine['credentialStatus'] as JsonObject) };
    status['statusListCredential'] = 'https://evil.example/list';
    const report = await verifyCredential(deps, {
      text: await proven({ ...genuine, credentialStatus: status, proof: [] }, days.before),
    });
    expect(report.outcome).to.equal('invalid');
    expect(fetched).to.have.length.at.most(1);
  });
});
