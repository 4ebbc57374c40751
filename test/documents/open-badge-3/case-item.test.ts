/** CASE items in Open Badges 3.0, and that the other forms tell them as before. */
import { expect } from 'chai';
import { europeanDigitalCredential } from '../../../src/documents/elm/european-digital-credential.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { badgeClass } from '../../../src/documents/open-badge-2/badge-class.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import { strictCredential } from '../../../src/documents/open-badge-3/credential-shape.js';
import { checkContexts } from '../../../src/documents/read/check-contexts.js';
import { aCredential, anAchievement } from '../credential-content.builder.js';
import { anElmContent } from '../elm/elm-content.builder.js';
import { officialSchema } from '../official-schema.js';

const guid = '2f5e8130-46fa-11e7-b197-cd3432e719f9';
const item = `https://case.example/ims/case/v1p0/CFItems/${guid}`;

/** @param code by which people call the entry */
function alignedTo(url: string, code?: string) {
  const alignment = { framework: 'Standards of Example', name: 'Research techniques', code, url };
  const outcomes = [{ id: 'o1', text: { en: 'Researches' }, alignment, assessmentId: 'a1' }];
  return aCredential({ achievement: anAchievement({ outcomes }) });
}

/** The alignment of the outcome to its framework. */
function told(url: string, code?: string): JsonObject | undefined {
  const { credentialSubject } = achievementCredential(alignedTo(url, code));
  const { achievement } = credentialSubject as { achievement: JsonObject };
  const [outcome] = achievement['resultDescription'] as { alignment: JsonObject[] }[];
  return outcome?.alignment.find(({ targetUrl }) => targetUrl === url);
}

describe('an outcome aligned to a framework, in Open Badges 3.0', () => {
  const items: [what: string, url: string][] = [
    ['an item in the service of CASE 1.0', item],
    [
      'an item in the service of CASE 1.1, under a folder',
      `https://x.example/one/ims/case/v1p1/CFItems/${guid}`,
    ],
    ['the own address of an item', `https://case.example/uri/${guid}`],
    ['an item with a query behind it', `https://case.example/uri/${guid}?lang=en`],
    ['a GUID in capital letters', `https://case.example/uri/${guid.toUpperCase()}`],
  ];
  for (const [what, url] of items) {
    it(`given ${what}, is a CFItem whose code is the GUID`, () => {
      expect(told(url)).to.deep.equal({
        type: ['Alignment'],
        targetFramework: 'Standards of Example',
        targetName: 'Research techniques',
        targetCode: guid,
        targetUrl: url,
        targetType: 'CFItem',
      });
    });
  }

  const noItems: [what: string, url: string][] = [
    ['a skill of ESCO', `http://data.europa.eu/esco/skill/${guid}`],
    ['a whole framework of CASE', `https://case.example/ims/case/v1p0/CFDocuments/${guid}`],
    ['what stands below an item', `${item}/associations`],
    ['a GUID that is too short', `https://case.example/uri/${guid.slice(0, -1)}`],
    ['a GUID in the fragment alone', `https://case.example/page#/uri/${guid}`],
    ['an item whose name is no GUID', 'https://case.example/ims/case/v1p0/CFItems/3.NF.A.1'],
  ];
  for (const [what, url] of noItems) {
    it(`given ${what}, keeps the type that the project explains, and its code`, () => {
      expect(told(url, '3.NF.A.1')).to.include({
        targetType: 'ext:LearningOutcomeFramework',
        targetCode: '3.NF.A.1',
      });
    });
  }

  it('given an item that people call by a code, tells the code as description', () => {
    expect(told(item, '3.NF.A.1')).to.include({ targetCode: guid, targetDescription: '3.NF.A.1' });
  });

  it('given an item whose code is its GUID, does not tell it twice', () => {
    expect(told(item, guid)).to.include({ targetType: 'CFItem' }).and.not.have.property('targetDescription');
  });

  it('given an item, has the form and the words that we ask for ourselves', async () => {
    const credential = achievementCredential(alignedTo(item, '3.NF.A.1'));
    expect(JSON.stringify(credential)).to.contain('"targetType":"CFItem"');
    expect(strictCredential.safeParse(credential).error).to.equal(undefined);
    expect((await checkContexts(credential)).result).to.equal('passed');
  });

  it('given an item, passes the official schema, which refuses another spelling of the type', async function () {
    const faults = await officialSchema();
    if (!faults) return this.skip();
    const credential = achievementCredential(alignedTo(item, '3.NF.A.1'));
    expect(faults(credential)).to.deep.equal([]);
    const otherwise = JSON.stringify(credential).replace('"CFItem"', '"CFitem"');
    expect(faults(JSON.parse(otherwise))).to.not.deep.equal([]);
  });
});

describe('an outcome aligned to a CASE item, in the other forms', () => {
  it('in Open Badges 2.0, keeps the code that people use', () => {
    const alignments = badgeClass(alignedTo(item, '3.NF.A.1'))['alignment'] as JsonObject[];
    expect(alignments.find(({ targetUrl }) => targetUrl === item)).to.deep.equal({
      targetName: 'Research techniques',
      targetUrl: item,
      targetFramework: 'Standards of Example',
      targetCode: '3.NF.A.1',
    });
  });

  it('in the European Learning Model, is a related skill with the code that people use', () => {
    const made = JSON.stringify(europeanDigitalCredential(anElmContent(alignedTo(item, '3.NF.A.1'))));
    expect(made).to.contain(`"relatedSkill":[{"id":"${item}"`).and.contain('"notation":"3.NF.A.1"');
    expect(made).not.to.contain('CFItem"');
  });
});
