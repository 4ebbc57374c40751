import { expect } from 'chai';
import { clrCredential } from '../../../src/documents/clr/clr-credential.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { awardsThatFit } from '../../../src/domain/awards/awards-that-fit.js';
import { isPublished, type PublishedAward } from '../../../src/domain/awards/is-published.js';
import { isTooComplex, mostValues } from '../../../src/domain/verification/too-complex.js';
import { anIssuedAward } from '../../support/builders/an-award.js';
import { anInstitution } from '../../support/builders/an-institution.js';

/** With a credential of so many values. */
function anAwardOf(values: number): PublishedAward {
  const award = anIssuedAward();
  if (!isPublished(award)) throw new Error('the builder makes issued awards');
  const said = { tag: Array.from({ length: values - 2 }, (_none, n) => `t${n}`) };
  return { ...award, documents: { ...award.documents, openBadge3: JSON.stringify(said) } };
}

function recordOf(awards: readonly PublishedAward[]): JsonObject {
  return clrCredential({
    base: 'https://acquis.example.org',
    id: 'urn:uuid:1',
    subjectId: 'urn:uuid:2',
    institution: anInstitution(),
    name: 'Micro-credentials',
    credentials: awards.map(({ documents }) => JSON.parse(documents.openBadge3) as JsonObject),
    associations: [],
    validFrom: new Date('2026-11-24T10:00:00Z'),
  });
}

describe('awards that fit in a record', () => {
  for (const [given, fitting] of [
    [Array.from({ length: 21 }, () => 500), 20],
    [[mostValues, mostValues, mostValues, 10], 2],
    [[11_000, 800, 800], 2],
  ] as const)
    it(`given ${given.length} of ${given[0]} values and less, are the first ${fitting}, which verifiers work through`, () => {
      const awards = given.map(anAwardOf);
      const fits = awardsThatFit(awards);
      expect(fits).to.deep.equal(awards.slice(0, fitting));
      expect(isTooComplex(recordOf(fits))).to.equal(false);
      expect(isTooComplex(recordOf(awards))).to.equal(true);
    });
});
