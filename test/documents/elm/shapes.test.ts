/** What the Commission's shapes (edc-generic-full 1.1.0) say of our files, and that they would speak up. */
import { expect } from 'chai';
import type { CredentialContent } from '../../../src/documents/credential-content.js';
import { europeanDigitalCredential } from '../../../src/documents/elm/european-digital-credential.js';
import { sealedCredential } from '../../../src/documents/elm/sealed-credential.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { aCredential, anAchievement, anInstitution } from '../credential-content.builder.js';
import { variants } from '../credential-variants.js';
import { anElmContent } from './elm-content.builder.js';
import { type ElmFaults, elmShapes } from './elm-shapes.js';

const [plan, field] = anAchievement().assessments;

/** Where one entry of a list could become a node with two names. */
const supervised = (code: string) => ({
  code,
  name: code,
  url: 'http://data.europa.eu/snb/supervision-verification/70be69aaf9',
});
const sameEntries = anAchievement({
  participation: {
    code: 'online',
    name: 'online',
    url: 'http://data.europa.eu/snb/learning-assessment/920fbb3cbe',
  },
  assessments: [
    { ...plan!, supervision: supervised('supervised-online-with-identity-verification') },
    { ...field!, supervision: supervised('supervised-on-site-with-identity-verification') },
  ],
  outcomes: ['Plans', 'Samples'].map((text, index) => ({
    id: `o${index}`,
    text: { en: text },
    assessmentId: 'a1',
    alignment: { framework: 'CASE', name: text, url: 'https://case.example/items/1' },
  })),
});

describe('the shapes of the European Learning Model', function () {
  this.timeout(240_000);
  let faults: ElmFaults | undefined;
  before(async function () {
    faults = await elmShapes();
    if (!faults) this.skip();
  });
  const judged = async (credential: JsonObject): Promise<string[]> =>
    (await faults?.(credential)) ?? ['not judged'];

  const right: Record<string, CredentialContent> = {
    'a full award in English': variants['a full one'],
    'a full award in French': variants['one in French'],
    'the least award': variants['the least one'],
    'the least award in French': {
      ...variants['the least one'],
      achievement: { ...variants['the least one'].achievement, primaryLanguage: 'fr' },
    },
    'an award with a grade in words and a scale': aCredential({
      grade: { value: 'très bien', description: 'Mention' },
      achievement: anAchievement({ gradeScale: '10 to 20 pass' }),
    }),
    'an award whose outcomes are graded': variants['one whose outcomes are graded'],
    'an award whose parts name the same entries': aCredential({ achievement: sameEntries }),
    'an award of a body with a number in its register': aCredential({
      institution: anInstitution({ identifiers: [{ scheme: 'national', value: '0409.892.023' }] }),
    }),
  };
  for (const [what, content] of Object.entries(right)) {
    it(`${what}, when it is judged, then nothing is wrong`, async () => {
      expect(await judged(europeanDigitalCredential(anElmContent(content)))).to.deep.equal([]);
    });
  }

  for (const byMandate of [false, true]) {
    const who = byMandate ? 'another organisation' : 'the institution itself';
    for (const [what, content] of [
      ['a full award', variants['a full one']],
      ['the least award in French', right['the least award in French']],
    ] as const)
      it(`${what}, when ${who} seals it, then nothing is wrong`, async () => {
        const owner = { organisation: 'Seals SA', identifier: 'VATBE-0123456789', country: 'BE' };
        const sealing = { owner, byMandate, at: new Date('2026-06-01T08:00:00.123Z') };
        expect(await judged(sealedCredential(anElmContent(content), sealing))).to.deep.equal([]);
      });
  }

  const wrong: Record<string, [change: (credential: JsonObject) => void, path: string]> = {
    'without its date of issue': [(credential) => delete credential['issued'], '#issued'],
    'without the number of its issuer': [
      (credential) => delete (credential['issuer'] as JsonObject)['eIDASIdentifier'],
      'issuer',
    ],
    'with a word for its date': [(credential) => (credential['validFrom'] = 'today'), '#validFrom'],
  };
  for (const [what, [change, path]] of Object.entries(wrong)) {
    it(`a file ${what}, when it is judged, then the fault is told`, async () => {
      const credential = europeanDigitalCredential(anElmContent(variants['the least one']));
      // the awarding body is the issuer's node: it would give the number back
      const { credentialSubject, ...rest } = credential;
      const changed = structuredClone(rest);
      change(changed);
      const told = await judged(
        path === 'issuer' ? changed : { ...changed, credentialSubject: credentialSubject ?? null },
      );
      expect(told.join('\n')).to.contain(path);
    });
  }
});
