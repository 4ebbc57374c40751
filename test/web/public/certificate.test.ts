import { expect } from 'chai';
import { allTags, readPdf, type ReadPdf } from '../../support/read-pdf.js';
import { everythingTold } from './everything-told.js';
import { startPublicWeb, type PublicWeb } from './public-web.js';

/** In the order of reading; what wraps over lines is joined. */
const words = {
  en: [
    'Micro-credential',
    'Data literacy',
    'The holder has not made their name public.',
    'Awarding body or bodies Université de Test (Belgium) · Hochschule (Germany)',
    'Date of issuing 20 November 2026',
    'Period of validity Valid until 20 November 2027',
    '0.5 ECTS credits · 12.5 hours of work · EQF level 6 · Blended',
    'What the holder knows and can do',
    'Judges the quality of a data set',
    'Presents data honestly LO2 · ESCO: present data',
    'Proved by Final project · Type: Project work · Criterion: At least 60 % in the rubric of the project.',
    'Supervision and identity check: Unsupervised without identity verification',
    'The European standard elements',
    'Title of the micro-credential Data literacy Culture des données',
    'Country or region of the issuer Belgium (Wallonie) · Germany',
    'Notional workload needed to achieve the learning outcomes 0.5 ECTS credits · 12.5 hours of work',
    'EQF level 6 · Level 6 of the CFC · First cycle',
    'Type of assessment Final project, project work',
    'Form of participation in the learning activity Blended',
    'External · ISO 21001 · AEQES · DEQARINST0001 · https://aeqes.example.org/decision',
    'Prerequisites needed to enrol in the learning activity Arithmetic.',
    'Supervision and identity verification during assessment Final project, unsupervised',
    'Stackable towards a larger credential · Certificate in data science',
    'Field of study (ISCED-F) 0612 Databases',
    'Further information Every autumn. https://univ.example.org/data',
    'An examiner of the course confirmed that the criteria are met.',
    'bears no signature by hand',
    'Page 1 of',
  ],
  fr: [
    'Microcertification',
    'Culture des données',
    'La personne titulaire n’a pas rendu son nom public.',
    'Université de Test (Belgique) · Hochschule (Allemagne)',
    '20 novembre 2026',
    'Valide jusqu’au 20 novembre 2027',
    '0,5 crédit ECTS · 12,5 heures',
    'Judges the quality of a data set',
    'Critère : At least 60 % in the rubric of the project.',
    'Belgique (Wallonie) · Allemagne',
    'Niveau 6 du CEC',
    'Hybride',
    'ISO 21001 · AEQES · DEQARINST0001',
    'Arithmetic.',
    'Certificate in data science',
    '0612 Databases',
    'Every autumn. https://univ.example.org/data',
    'Un examinateur a confirmé que les critères sont remplis.',
    'ne porte aucune signature manuscrite',
    'Page 1 sur',
  ],
};

describe('the certificate of an award', function () {
  this.timeout(60_000);
  let web: PublicWeb;
  beforeEach(
    async () =>
      (web = await startPublicWeb({ definition: everythingTold, institution: { region: 'Wallonie' } })),
  );
  afterEach(() => web.close());

  const answer = (language = 'en', headers = {}) =>
    web.get(`${web.path}/certificate.${language}.pdf`, headers);
  const certificate = async (language?: string): Promise<ReadPdf> =>
    readPdf(new Uint8Array(await (await answer(language)).arrayBuffer()));
  const textOf = ({ pages }: ReadPdf): string =>
    pages
      .join(' ')
      .replace(/\s+/g, ' ')
      .replace(/:\/\/ /g, '://');

  for (const language of ['en', 'fr'] as const)
    it(`when it is read in ${language}, then every element of Annex I is there in its words`, async () => {
      const pdf = await certificate(language);
      expect(pdf.language).to.equal(language);
      const text = textOf(pdf);
      for (const told of words[language]) expect(text).to.contain(told);
      expect(text).not.to.contain('undefined').and.not.to.contain('Ada Learner');
    });

  it('when nothing optional is told, then it is one page', async () => {
    const usual = await startPublicWeb();
    const bytes = await (await usual.get(`${usual.path}/certificate.fr.pdf`)).arrayBuffer();
    expect((await readPdf(new Uint8Array(bytes))).pages).to.have.length(1);
    await usual.close();
  });

  it('when what the teacher wrote is in another language, then it is tagged so', async () => {
    const marked = (await certificate('fr')).tags.flatMap(allTags).filter(({ lang }) => lang === 'en');
    expect(marked.length).to.be.greaterThan(3);
  });

  it('when it is opened by software, then the credential inside is the one that was signed', async () => {
    const [attached] = (await certificate()).attachments;
    expect(attached?.text).to.equal(web.award.documents?.openBadge3);
  });

  it('when it is sent, then it is a file with a name, open to every origin, and the same every time', async () => {
    const { headers } = await answer('fr', { 'Accept-Language': 'en', Accept: 'text/html' });
    expect(headers.get('Content-Type')).to.equal('application/pdf');
    expect(headers.get('Content-Disposition')).to.match(
      /^attachment; filename="certificat-Culture-des-donn.es\.pdf"; filename\*=UTF-8''certificat-Culture-des-donn%C3%A9es\.pdf$/,
    );
    expect(headers.get('Access-Control-Allow-Origin')).to.equal('*');
    expect(headers.get('Vary') ?? '').not.to.match(/Accept/);
    const again = await answer('fr', { 'If-None-Match': headers.get('ETag') ?? '' });
    expect(again.status).to.equal(304);
  });

  it('when the learner shows the name, then it bears it; when not any more, then it does not', async () => {
    await web.setPublic(true);
    expect(textOf(await certificate())).to.contain('Awarded to Ada Learner The name as the institution’s');
    await web.setPublic(false);
    expect(textOf(await certificate())).not.to.contain('Ada Learner');
  });

  it('when the award has expired, then it says so above everything else', async () => {
    web.setClock(new Date('2028-01-01T00:00:00Z'));
    expect(textOf(await certificate())).to.match(
      /^ ?Expired\. This award was valid until 20 November 2027\. It can no longer be relied on/,
    );
  });

  it('when the award was revoked, then there is none, and no page offers one', async () => {
    await web.revoke();
    const refused = await answer('fr', { Accept: 'text/html' });
    expect(refused.status).to.equal(410);
    expect(await refused.text()).to.contain('cette attestation est révoquée ou suspendue');
    expect(await (await answer()).json()).to.have.nested.property('error.code', 'award-revoked');
    expect(await web.page(web.path)).not.to.contain('certificate.en.pdf');
  });

  it('when nobody has claimed it, or the language is none of ours, then there is none', async () => {
    expect((await web.get('/awards/0123456789abcdefghijkl/certificate.en.pdf')).status).to.equal(404);
    expect((await answer('de')).status).to.equal(404);
  });
});
