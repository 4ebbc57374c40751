/** What an award holds at the most is still read: whoever earns it must not be told that it cannot be read as a credential. */
import { expect } from 'chai';
import { countValues } from '../../../src/documents/json/count-values.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import { mostValuesCarried } from '../../../src/domain/endorsements/may-be-carried.js';
import {
  mostFurtherBodies,
  mostOutcomes,
  type Definition,
} from '../../../src/domain/micro-credentials/definition.js';
import { isTooComplex, mostValues } from '../../../src/domain/verification/too-complex.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { aCredential, anAchievement } from '../../documents/credential-content.builder.js';
import { aDefinition } from '../../support/builders/a-definition.js';
import { aClaimedAward } from './claimed-award.js';

const largest = (): Partial<Definition> => ({
  outcomes: Array.from({ length: mostOutcomes }, (_none, n) => ({
    id: `o${n}`,
    text: { en: `Does thing number ${n}` },
    code: `LO${n}`,
    alignment: {
      framework: 'ESCO',
      name: `thing ${n}`,
      code: `T${n}`,
      url: `http://data.europa.eu/esco/skill/${n}`,
    },
    assessmentId: 'a1',
  })),
  furtherAwardingBodies: Array.from({ length: mostFurtherBodies }, (_none, n) => ({
    legalName: `School ${n}`,
    country: 'BE',
    url: `https://school-${n}.example/`,
  })),
  assessments: aDefinition().assessments,
  prerequisites: 'Secondary school.',
  stackability: { kind: 'stackable', towards: 'Certificate' },
  furtherInformation: { text: 'Bring boots.', url: 'https://univ.example.org/soil' },
  fieldOfStudy: { code: '0811', name: 'Crop and livestock production' },
});

describe('an award of as many outcomes and awarding bodies as there may be', function () {
  this.timeout(60_000);

  it('when it is handed in as credential, as token or by its address, then it is valid', async () => {
    const { deps, documents, address } = await aClaimedAward(undefined, undefined, largest());
    for (const text of [documents.openBadge3, documents.openBadge3Jwt, address]) {
      const { outcome, checks } = await verifyCredential(deps, { text });
      expect(outcome, JSON.stringify(checks)).to.equal('valid');
    }
  });

  it('when each outcome has evidence and a grade of its own, and five endorsements of the largest size are carried, then it is not too complex', () => {
    const ids = Array.from({ length: mostOutcomes }, (_none, n) => `o${n}`);
    const [about] = anAchievement().outcomes;
    if (!about) throw new Error('the builder has outcomes');
    const endorsement = { tag: Array.from({ length: mostValuesCarried - 2 }, (_none, n) => `t${n}`) };
    const credential = achievementCredential(
      aCredential({
        achievement: anAchievement({ outcomes: ids.map((id) => ({ ...about, id, assessmentId: 'a2' })) }),
        furtherAwardingBodies: largest().furtherAwardingBodies,
        evidence: ids.map((id) => ({ name: id, narrative: 'Seen.', kind: 'grade' })),
        outcomeGrades: ids.map((outcomeId) => ({ outcomeId, value: 17, maximum: 20 })),
        endorsements: {
          achievement: [endorsement, endorsement, endorsement],
          institution: [endorsement, endorsement],
        },
      }),
    );
    expect(countValues(credential, mostValues)).to.be.within(4_500, mostValues);
    expect(isTooComplex(credential)).to.equal(false);
  });
});
