import { expect } from 'chai';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { scriptedLms } from '../../support/memory/scripted-lms.js';
import { everythingTold } from './everything-told.js';
import { microCredentialId, startPublicWeb, type PublicWeb } from './public-web.js';

/** The page without its tags. */
const textOf = (page: string): string =>
  (page.split('<main')[1] ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;/g, '’')
    .replace(/\s+/g, ' ');

describe('the page of an award', function () {
  this.timeout(60_000);
  let web: PublicWeb;
  let page: string;

  before(async () => {
    web = await startPublicWeb({ definition: everythingTold });
    page = await web.page(web.path);
  });
  after(() => web.close());

  it('when it is read, then its parts come in the order of their weight', () => {
    const order = [
      '<h1',
      'has not made their name public',
      'Issued by',
      'Issued on',
      'Expires on',
      'status-word',
      'Verify this award',
      'Reading, judging and presenting data.',
      'id="outcomes"',
      'id="elements"',
      'id="evidence"',
      'What a micro-credential is worth',
      '>Badge picture</a>',
      'Link to this page',
    ];
    const places = order.map((part) => page.indexOf(part));
    expect(Math.min(...places)).to.be.greaterThan(0);
    expect(places).to.deep.equal([...places].sort((a, b) => a - b));
  });

  it('when it is read, then every outcome stands with its assessment, criterion, code and framework', () => {
    const proof = textOf(page).split('What the holder knows and can do')[1] ?? '';
    for (const text of [
      'Judges the quality of a data set',
      'Presents data honestly LO2',
      'ESCO: present data',
      'Proved by Final project',
      'Type Project work',
      'Criterion At least 60 % in the rubric of the project.',
      'Unsupervised without identity verification',
    ])
      expect(proof).to.contain(text);
    expect(page).to.contain('href="http://data.europa.eu/esco/skill/1"');
  });

  it('when it is read, then every element of Annex I that was told is there under its name', () => {
    const elements = textOf(page).split('The European standard elements')[1] ?? '';
    for (const text of [
      'Identification of the learner The holder has not made their name public.',
      'Title of the micro-credential Data literacy Culture des données',
      'Country or region of the issuer Belgium (Wallonie) Germany',
      'Awarding body or bodies Université de Test (Belgium) Hochschule (Germany)',
      'Date of issuing 20 November 2026',
      'Learning outcomes 2 learning outcomes',
      'Notional workload needed to achieve the learning outcomes 0.5 ECTS credits 12.5 hours of work',
      'EQF level 6 Level 6 of the CFC First cycle',
      'Type of assessment Final project · project work',
      'Form of participation in the learning activity Blended',
      'External ISO 21001 AEQES DEQARINST0001 https://aeqes.example.org/decision',
      'Prerequisites needed to enrol in the learning activity Arithmetic.',
      'Supervision and identity verification during assessment Final project · unsupervised',
      'Integration and stackability options Stackable towards a larger credential Certificate in data science',
      'Field of study (ISCED-F) 0612 Databases',
      'Period of validity Valid until 20 November 2027',
      'Further information Every autumn. https://univ.example.org/data',
    ])
      expect(elements).to.contain(text);
    expect(elements).not.to.contain('Grade achieved');
  });

  it('when it is read, then it says what it rests on, in words that name no examiner', () => {
    expect(page).to.contain('id="evidence-1"');
    expect(textOf(page)).to.contain('An examiner of the course confirmed that the criteria are met.');
  });

  it('when it is read, then each download is there with what it is for', () => {
    const names = [
      'certificate.en.pdf',
      'badge.png',
      'badge.svg',
      'open-badge-3.json',
      'open-badge-3.jwt',
      'badge-2.png',
      'open-badge-2.json',
      'badge-2-signed.png',
      'open-badge-2.jws',
    ];
    for (const name of names) {
      const [form, ending] = [name.slice(0, name.lastIndexOf('.')), name.slice(name.lastIndexOf('.'))];
      const file = `${form}_Data-literacy_${web.path.slice(-6)}${ending}`;
      expect(page).to.contain(`href="${web.base}${web.path}/${name}" download="${file}"`);
      expect(page).to.contain(`href="${web.base}${web.path}/${name}" title=`);
    }
    expect(textOf(page)).to.contain('Open Badges 3.0 file the signed credential, for digital wallets');
  });

  it('when its picture is not seen, then its text says what it is', () => {
    expect(page).to.contain('alt="Badge “Data literacy” of Université de Test"');
  });

  it('when it is read in French, then all of it is, and what the teacher wrote is marked as English', async () => {
    const french = await web.page(web.path, 'fr');
    expect(french).to.contain('<html lang="fr"');
    const text = textOf(french);
    for (const words of [
      'Culture des données',
      'La personne titulaire n’a pas rendu son nom public.',
      'Valide',
      'Charge de travail théorique nécessaire pour obtenir les acquis d’apprentissage 0,5 crédit ECTS 12,5 heures',
      'Forme de participation à l’activité d’apprentissage Hybride',
      'Niveau 6 du CEC',
      'Pays ou région de l’organisme de délivrance Belgique (Wallonie) Allemagne',
      '20 novembre 2026',
    ])
      expect(text).to.contain(words);
    expect(french).to.match(/<h1>Culture des données<\/h1>/);
    expect(french).to.match(/<span class="outcome-text" lang="en">Presents data honestly/);
    expect(french).to.match(/lang="en">Reading, judging and presenting data/);
  });

  it('when the reader asks for the other language, then the link at the foot gives it', async () => {
    expect(page).to.contain('href="?lang&#x3D;fr"');
    expect(await web.page(`${web.path}?lang=fr`)).to.contain('<html lang="fr"');
  });
});

describe('a grade', function () {
  this.timeout(60_000);
  const rule: AwardRule = {
    kind: 'any',
    of: [
      { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 62.5 },
      { kind: 'all', of: [{ kind: 'examiner-confirmation' }] },
    ],
  };
  const lineItem = { url: 'https://moodle.example.org/lineitems/1', maximum: 100, label: 'Badge' };
  const lms = scriptedLms({ lineItem, results: [{ subject: 'learner-1', score: 78.5, maximum: 100 }] });

  it('when the learner carries it, then the page shows it; when not, then it is nowhere', async () => {
    for (const carryGrade of [true, false]) {
      const web = await startPublicWeb({ definition: { rule }, services: { lms }, claim: { carryGrade } });
      const page = await web.page(web.path);
      expect(page.includes('78.5 of 100')).to.equal(carryGrade);
      expect((await web.page(web.path, 'fr')).includes('78,5 sur 100')).to.equal(carryGrade);
      const badge = web.award.documents?.openBadge3 ?? '';
      expect(badge.includes(`/achievements/${microCredentialId}/1#grade`)).to.equal(carryGrade);
      const version = await web.page(`/achievements/${microCredentialId}/1`);
      expect(version).to.contain('id="grade"');
      await web.close();
    }
  });
});
