/** Do Open Badges 2.0 tell the European elements, in their alignments and criteria? Information alone. */
import { expect } from 'chai';
import { isJsonObject, type JsonObject, listOf, stringOf } from '../../../src/documents/json/json-value.js';
import { badgeClass } from '../../../src/documents/open-badge-2/badge-class.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { aCredential, anAchievement } from '../../documents/credential-content.builder.js';
import { depsOn } from './foreign-web.js';
import { anOpenBadge2Issuer } from './open-badge-2-issuer.js';

const name = 'european-elements';

/** Alignments and criteria of a badge class of ours. */
function described(achievement: Parameters<typeof anAchievement>[0] = {}) {
  const made = badgeClass(aCredential({ achievement: anAchievement(achievement) }));
  const { criteria } = made;
  const narrative = (isJsonObject(criteria) ? stringOf(criteria['narrative']) : undefined) ?? '';
  return { alignment: listOf(made['alignment']).filter(isJsonObject), narrative };
}

/** Of a badge of somebody else, hosted and signed. */
async function checked({ alignment, narrative }: { alignment: JsonObject[]; narrative: string }) {
  const world = anOpenBadge2Issuer({ badge: { alignment, criteria: { narrative } } });
  const texts = [JSON.stringify(world.documents.assertion), world.sign(world.signedAssertion)];
  const [hosted, signed] = await Promise.all(
    texts.map(async (text) => {
      const { outcome, checks } = await verifyCredential(depsOn(world.web), { text });
      return { outcome, check: checks.find((check) => check.name === name) };
    }),
  );
  expect(signed).to.deep.equal(hosted);
  expect(hosted?.outcome).to.equal('valid');
  return hosted?.check;
}

const complete = { name, result: 'passed', reason: 'european-elements-complete' };
const missing = (...elements: string[]) => ({
  name,
  result: 'not-checked',
  reason: 'european-elements-missing',
  details: { present: 11 - elements.length, missing: elements.join(' ') },
});

describe('verifying the European elements of Open Badges 2.0', () => {
  for (const primaryLanguage of ['en', 'fr', 'nl']) {
    it(`when a badge class describes all of them in ${primaryLanguage}, then they are complete`, async () => {
      expect(await checked(described({ primaryLanguage }))).to.deep.equal(complete);
    });
  }

  it('when no level applies, and that is said with its page, then they are complete', async () => {
    expect(await checked(described({ level: { notApplicable: 'Not in the framework.' } }))).to.deep.equal(
      complete,
    );
  });

  for (const [element, label, framework] of [
    ['outcomes', 'Learning outcome', 'Learning outcome'],
    ['level', 'European Qualifications Framework', 'European Qualifications Framework'],
    ['assessment', 'Assessment', 'Assessment'],
    ['participation', 'Form of participation', 'Form of participation'],
    ['quality-assurance', 'Quality assurance', 'ESG'],
    ['country', 'Awarding body', 'Awarding body'],
  ] as const) {
    it(`when ${element} is not told, then that one is missing, and the badge as valid as before`, async () => {
      const whole = described();
      const lines = whole.narrative.split('\n').filter((line) => !line.startsWith(`- **${label}**`));
      const bare = {
        alignment: whole.alignment.filter(({ targetFramework }) => targetFramework !== framework),
        narrative: lines.join('\n'),
      };
      expect(bare.alignment.length).to.be.lessThan(whole.alignment.length);
      expect(await checked(bare)).to.deep.equal(missing(element));
      const emptied = { ...bare, narrative: `${bare.narrative}\n- **${label}**: ` };
      expect(await checked(emptied)).to.deep.equal(missing(element));
    });
  }

  it('when the workload is told in hours or in credits alone, then it is there; without both it is missing', async () => {
    const { alignment, narrative } = described();
    const of = (...frameworks: string[]) => ({
      alignment: alignment.filter((one) => !frameworks.includes(stringOf(one['targetFramework']) ?? '')),
      narrative: narrative
        .split('\n')
        .filter((line) => !frameworks.some((one) => line.includes(one)))
        .join('\n'),
    });
    expect(await checked(of('ECTS credits'))).to.deep.equal(complete);
    expect(await checked(of('Notional workload'))).to.deep.equal(complete);
    expect(await checked(of('ECTS credits', 'Notional workload'))).to.deep.equal(missing('workload'));
  });

  it('when a badge is aligned with a level of the European list alone, then the others are missing', async () => {
    const alignment = [
      { targetName: 'Niveau 6', targetUrl: 'http://data.europa.eu/snb/eqf/6', targetFramework: 'EQF' },
    ];
    expect(await checked({ alignment, narrative: 'Ten samples.' })).to.deep.equal(
      missing('country', 'outcomes', 'workload', 'assessment', 'participation', 'quality-assurance'),
    );
  });

  it('when a badge of others is aligned with nothing European, then it is said that they are not judged', async () => {
    const { narrative } = described();
    for (const alignment of [
      [],
      [{ targetName: 'Level B2', targetUrl: 'https://frameworks.example/b2', targetFramework: 'Level' }],
      [{ targetName: 'EQF', targetUrl: 'https://evil.example/http://data.europa.eu/snb/eqf/6' }],
      [{ targetUrl: 'http://data.europa.eu/snb/eqf/6' }],
    ])
      expect(await checked({ alignment, narrative })).to.deep.equal({
        name,
        result: 'not-checked',
        reason: 'european-elements-other-form',
      });
  });

  it('when the badge class cannot be had, or the badge is revoked, then they are not reached', async () => {
    const world = anOpenBadge2Issuer({ badge: { alignment: described().alignment } });
    const check = async () => {
      const text = JSON.stringify(world.documents.assertion);
      const { checks } = await verifyCredential(depsOn(world.web), { text });
      return checks.find((one) => one.name === name);
    };
    world.web.stands.set(world.at.badge, { trouble: 'timeout' });
    const notReached = { name, result: 'not-checked', reason: 'not-reached' };
    expect(await check()).to.deep.equal(notReached);
    world.web.stands.set(world.at.badge, { json: world.documents.badge });
    world.web.stands.set(world.at.assertion, { json: { revoked: true }, status: 410 });
    expect(await check()).to.deep.equal(notReached);
  });
});
