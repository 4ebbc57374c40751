import { expect } from 'chai';
import { startPublicWeb, type PublicWeb } from './public-web.js';

describe('the page of what each form carries', function () {
  this.timeout(60_000);
  let web: PublicWeb;
  before(async () => {
    web = await startPublicWeb();
  });
  after(() => web.close());

  for (const [language, row, unsealed] of [
    [
      'en',
      /Name of the learner, in clear.*?<td>Not carried<\/td><td>Not carried<\/td><td>Data<\/td><td>Text<\/td>/s,
      'not a sealed',
    ],
    [
      'fr',
      /Nom de l’apprenant, en clair.*?<td>Absent<\/td><td>Absent<\/td><td>Donnée<\/td><td>Texte<\/td>/s,
      'n’est pas scellé',
    ],
  ] as const) {
    it(`when it is opened in ${language}, then each element has a cell for each form, and the file is told unsealed`, async () => {
      const page = await web.page('/formats', language);
      expect(page).to.match(row).and.to.contain(unsealed);
      expect(page.match(/<td>/g)?.length).to.equal(4 * (page.match(/scope="row"/g)?.length ?? 0));
    });
  }

  it('when downloads are offered, then the page is one link away', async () => {
    expect(await web.page(web.path)).to.contain('<a href="/formats"');
  });
});
