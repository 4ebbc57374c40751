/** Random changes of a valid credential in all its forms: nothing throws, and what changed is never taken for signed. */
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'chai';
import { bakePng } from '../../../src/documents/baked-image/bake-png.js';
import { bakeSvg } from '../../../src/documents/baked-image/bake-svg.js';
import { type JsonObject, without } from '../../../src/documents/json/json-value.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import { signDataIntegrity } from '../../../src/documents/proofs/sign-data-integrity.js';
import { signJwt } from '../../../src/documents/proofs/sign-jwt.js';
import { checkContexts } from '../../../src/documents/read/check-contexts.js';
import { checkSchema } from '../../../src/documents/read/check-schema.js';
import { checkSignature } from '../../../src/documents/read/check-signature.js';
import { keyReference } from '../../../src/documents/read/key-reference.js';
import { canonicalize } from '../../../src/documents/contexts/canonicalize.js';
import { quickForm } from '../../../src/documents/read/quick-form.js';
import { readCredential } from '../../../src/documents/read/read-credential.js';
import { aPng } from '../baked-image/png.builder.js';
import { aCredential, anAchievement } from '../credential-content.builder.js';
import { attaching, pdfWithTable, plain } from '../pdf/pdf.builder.js';
import { seededRandom } from '../seeded-random.js';
import { aTestIssuer, type TestIssuer } from '../signers.js';

const rounds = Number(process.env['ACQUIS_TEST_MUTATIONS'] ?? 20_000);
const splices = [
  '',
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '0',
  '1',
  '.0',
  'null',
  '\\',
  ' ',
  'e',
  '\u0000',
  'é',
  '@',
  '==',
];

describe(`${rounds} random changes of a valid credential`, function () {
  this.timeout(60_000 + rounds * 50);
  const random = seededRandom('mutations');
  let issuer: TestIssuer;
  let credential: JsonObject;
  let forms: Record<'json' | 'jwt' | 'png' | 'svg' | 'pdf', Buffer>;
  // as in the thread of the checks: what is right before any change teaches it
  const form = quickForm();

  before(async () => {
    issuer = await aTestIssuer();
    // a short one: the fewer words, the more changes hit what matters
    const achievement = anAchievement({
      outcomes: anAchievement().outcomes.slice(1),
      workload: { ects: '3' },
    });
    const unsigned = achievementCredential(aCredential({ achievement, evidence: [] }));
    credential = await signDataIntegrity(issuer.dataIntegrity, unsigned, new Date('2026-03-04T10:11:12Z'));
    const json = JSON.stringify(credential);
    const picture = '<svg xmlns="http://www.w3.org/2000/svg"/>';
    forms = {
      json: Buffer.from(json),
      jwt: Buffer.from(await signJwt(issuer.jwt, unsigned)),
      png: Buffer.from(bakePng(aPng(), '3.0', json)),
      svg: Buffer.from(bakeSvg(picture, '3.0', json)),
      // not packed: a change that the packing would notice tells nothing
      pdf: pdfWithTable([...attaching('').filter(({ number }) => number !== 20), plain(20, json)]),
    };
  });

  function mutated(original: Buffer): Buffer {
    const at = random.below(original.length);
    const [front, back] = [original.subarray(0, at), original.subarray(at)];
    switch (random.below(6)) {
      case 0:
        return Buffer.concat([front, Buffer.from([random.below(256)]), back.subarray(1)]);
      case 1:
        return Buffer.concat([front, Buffer.from(random.oneOf(splices)), back.subarray(random.below(3))]);
      case 2:
        return Buffer.concat([front, back.subarray(random.below(40))]);
      case 3:
        return Buffer.concat([front, back.subarray(0, random.below(40)), back]);
      case 4:
        return Buffer.from(front);
      default: {
        const other = random.below(original.length);
        return Buffer.concat([front, original.subarray(other, other + random.below(40)), back.subarray(8)]);
      }
    }
  }

  /** All that a reader would want before believing it. */
  async function isBelieved(bytes: Buffer): Promise<JsonObject | undefined> {
    const reading = readCredential({ bytes });
    if (reading.kind !== 'open-badge-3' && reading.kind !== 'open-badge-3-jwt') return undefined;
    keyReference(reading);
    const key = reading.kind === 'open-badge-3' ? { multikey: issuer.multikey } : { jwk: issuer.rsaJwk };
    const checks = [checkSchema(reading), await checkSignature(reading, key, [form, canonicalize])];
    if (checks.some(({ result }) => result !== 'passed')) return undefined;
    return (await checkContexts(reading.credential, form)).result === 'passed'
      ? reading.credential
      : undefined;
  }

  it('before any change, are believed in every form (or the rest would prove nothing)', async () => {
    for (const bytes of Object.values(forms)) expect(await isBelieved(bytes)).to.not.equal(undefined);
  });

  it('read and checked, never throw and never pass with other words than were signed', async () => {
    const unsigned = without(credential, 'proof');
    for (let round = 0; round < rounds; round++) {
      const chosen = random.oneOf(['json', 'json', 'jwt', 'png', 'svg', 'pdf'] as const);
      let bytes = mutated(forms[chosen]);
      if (random.chance(0.3)) bytes = mutated(bytes);
      const believed = await isBelieved(bytes);
      if (!believed) continue;
      const words = without(believed, 'proof');
      expect(isDeepStrictEqual(words, unsigned), `${chosen}: ${bytes.toString('latin1')}`).to.equal(true);
    }
  });
});
