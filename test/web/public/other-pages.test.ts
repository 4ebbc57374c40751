import { expect } from 'chai';
import { terms } from '../../../src/documents/european-elements/terms.js';
import { issuerProfile } from '../../../src/documents/open-badge-3/issuer-profile.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anInstitution } from '../../support/builders/an-institution.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import type { MicroCredential } from '../../../src/domain/micro-credentials/micro-credential.js';
import { institutionId, microCredentialId, startPublicWeb, type PublicWeb } from './public-web.js';

const version = (number: number) => `/achievements/${microCredentialId}/${number}`;

describe('the page of a version', function () {
  this.timeout(60_000);

  async function pageOf(number: number, given: Partial<MicroCredential>, language = 'en'): Promise<string> {
    const one = aMicroCredential({ id: microCredentialId, institutionId, ...given });
    const web = await startPublicWeb({ services: { microCredentials: memoryMicroCredentials(one) } });
    try {
      return await web.page(version(number), language);
    } finally {
      await web.close();
    }
  }

  it('when it is the one that is offered, then it says what is learned, how it is proved and what counts as passing', async () => {
    const page = await pageOf(1, {});
    for (const text of [
      'Data literacy',
      'Judges the quality of a data set',
      'Final project',
      'At least 60 % in the rubric of the project.',
      'An examiner of the course confirms that the criteria are met.',
      '1, published on 1 October 2026',
      `/institutions/${institutionId}`,
    ])
      expect(page).to.contain(text);
    for (const id of ['outcome-o1', 'outcome-o2']) expect(page).to.contain(`id="${id}"`);
    expect(page).not.to.contain('earlier version');
    expect(page).not.to.contain('Identification of the learner');
  });

  it('when a grade may be carried, then that is promised only where something of the rule gives one', async () => {
    const item = { id: '4', name: 'Final test' };
    const graded: AwardRule = { kind: 'activity-grade', item, thresholdPercent: 60 };
    const page = await pageOf(1, { versions: [aVersion({ rule: graded })] });
    expect(page).to.contain('id="grade"').and.to.contain('Shown in the award if the learner chooses so');
    expect(await pageOf(1, {}))
      .to.not.contain('id="grade"')
      .and.not.contain('Grade achieved');
  });

  it('when an outcome has conditions of its own, then they are told under it, and what counts for the whole beside', async () => {
    const [first, ...others] = aVersion().definition.outcomes;
    if (!first) throw new Error('the definition has outcomes');
    const provenBy: AwardRule = { kind: 'competency', item: { id: '1', name: 'Managing data' } };
    const page = await pageOf(1, {
      versions: [aVersion({ outcomes: [{ ...first, provenBy }, ...others] })],
    });
    expect(page.replace(/\s+/g, ' ')).to.match(
      /all of these hold:<ul><li><span class="rule-outcome">Judges the quality of a data set<\/span> This learning outcome is proven when this holds:<ul><li>The learner is rated proficient in the competency “Managing data”\.<\/li> ?<\/ul><\/li> ?<li>An examiner of the course confirms/,
    );
  });

  it('when several things count, then they are told as they hang together, without names of activities', async () => {
    const page = await pageOf(1, {
      versions: [
        aVersion({
          rule: {
            kind: 'any',
            of: [
              { kind: 'examiner-confirmation' },
              {
                kind: 'all',
                of: [
                  { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 62.5 },
                  { kind: 'restricted-activity', linkId: 'link-1' },
                ],
              },
            ],
          },
        }),
      ],
    });
    expect(page.replace(/\s*\n\s*/g, '')).to.match(
      /one of these holds:<ul><li>An examiner [^<]+<\/li><li>All of these hold:<ul><li>[^<]+62\.5%\.<\/li><li>[^<]+<\/li><\/ul>/,
    );
    expect(page).not.to.contain('link-1');
  });

  it('when points, days or a number of conditions count, then each is told', async () => {
    const rule: AwardRule = {
      kind: 'at-least',
      count: 2,
      of: [
        { kind: 'examiner-confirmation', notBefore: '2026-06-01', notAfter: '2026-06-30' },
        { kind: 'own-line-item', linkId: 'link-1', thresholdPoints: 12.5, notAfter: '2026-06-30' },
      ],
    };
    for (const [language, ...told] of [
      [
        'en',
        'at least 2 of these hold:',
        'Required date: between 1 June 2026 and 30 June 2026.',
        'reaches 12.5 points. Required date: on or before 30 June 2026.',
      ],
      [
        'fr',
        'au moins 2 de ces conditions sont remplies',
        'entre le 1er juin 2026 et le 30 juin 2026.',
        'atteint 12,5 points.',
      ],
    ] as const) {
      const page = await pageOf(1, { versions: [aVersion({ rule })] }, language);
      for (const text of told) expect(page).to.contain(text);
    }
  });

  it('when a later one is offered, then it leads there; when none is any more, then it says so', async () => {
    const versions = [aVersion(), aVersion({ title: { en: 'Second' } }, 2)];
    const older = await pageOf(1, { versions });
    expect(older).to.contain('This is an earlier version. Awards of it stay valid.');
    expect(older).to.contain(`${version(2)}">See version 2`);
    expect(await pageOf(2, { versions })).not.to.contain('earlier version');
    const retired = await pageOf(2, { versions, retiredAt: new Date('2026-11-01T00:00:00Z') });
    expect(retired).to.contain('no longer offered');
  });

  it('when it is read in French, then it is French', async () => {
    const page = await pageOf(1, {}, 'fr');
    expect(page).to.contain('Ce qui compte comme réussite');
    expect(page).to.contain('Un examinateur confirme que les critères sont remplis.');
  });
});

describe('the other public pages', function () {
  this.timeout(60_000);
  let web: PublicWeb;
  before(async () => (web = await startPublicWeb()));
  after(() => web.close());

  it('an institution, when its page is read, then it says who it is, who assures its quality and where its keys are', async () => {
    const page = await web.page(`/institutions/${institutionId}`);
    for (const text of [
      'Université de Test',
      'Belgium',
      'Wallonie',
      'BE0123456789',
      'AEQES',
      'DEQARINST0001',
    ])
      expect(page).to.contain(text);
    expect(page).to.contain('Recorded here as entitled to award them');
    expect(page).to.contain(`/institutions/${institutionId}/did.json`);
    expect(page).to.contain(`did:web:127.0.0.1%3A${new URL(web.base).port}:institutions:${institutionId}`);
    expect(await web.page(`/institutions/${institutionId}`, 'fr')).to.contain('Belgique');
  });

  it('each term that documents write, when its page is asked for, then is explained in both languages', async () => {
    const schemes = ['vat', 'national', 'deqar', 'ror', 'erasmus'];
    const profile = issuerProfile(
      web.base,
      anInstitution({ identifiers: schemes.map((scheme) => ({ scheme, value: '1' })) }),
    );
    const identifiers = JSON.stringify(profile).match(/(?<="ext:)\w+/g) ?? [];
    expect(identifiers).to.have.length(5);
    const list = await web.page('/terms');
    for (const name of [...Object.keys(terms), ...identifiers]) {
      const answer = await web.get(`/terms/${name}`, { Accept: 'text/html' });
      expect(answer.status, name).to.equal(200);
      expect(answer.headers.get('access-control-allow-origin')).to.equal('*');
      expect(await answer.text()).to.contain(`ext:${name}`);
      expect(list).to.contain(`/terms/${name}"`);
    }
    expect(await web.page('/terms/ECTS')).to.contain('exact decimal text');
    expect(await web.page('/terms/ECTS', 'fr')).to.contain('texte décimal exact');
  });

  it('the start page, when it is opened, then says what Acquis is, leads to the verification and names no institution', async () => {
    for (const [language, text] of [
      ['en', 'Micro-credentials that anyone can check'],
      ['fr', 'Des microcertifications que chacun peut vérifier'],
    ] as const) {
      const answer = await web.get('/', { Accept: 'text/html', 'Accept-Language': language });
      expect(answer.status).to.equal(200);
      const page = await answer.text();
      expect(page).to.contain(text);
      expect(page).to.contain('href="/verify"');
      expect(page.match(/class="panel"/g)).to.have.length(4);
      expect(page).not.to.contain('Université de Test');
    }
  });
});
