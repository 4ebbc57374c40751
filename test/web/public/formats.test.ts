import { expect } from 'chai';
import { startPublicWeb, type PublicWeb } from './public-web.js';

/** The rows of the table: name of the element, then what each form carries of it. */
function rowsOf(page: string): string[][] {
  return [...page.matchAll(/<tr role="row"><th scope="row".*?<\/tr>/gs)].map(([row]) => [
    /rowheader">([^<]*?) ?</.exec(row)?.[1] ?? '',
    ...[...row.matchAll(/<\/span>([^<]+)<\/td>/g)].map(([, carried = '']) => carried),
  ]);
}

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
      ['Name of the learner, in clear', 'Not carried', 'Not carried', 'Not carried', 'Data', 'Data', 'Text'],
      'not a sealed',
    ],
    [
      'fr',
      ['Nom de l’apprenant, en clair', 'Absent', 'Absent', 'Absent', 'Donnée', 'Donnée', 'Texte'],
      'n’est pas scellé',
    ],
  ] as const) {
    it(`when it is opened in ${language}, then each element has a cell for each form, and the file is told unsealed`, async () => {
      const page = await web.page('/formats', language);
      expect(page).to.contain(unsealed);
      const rows = rowsOf(page);
      expect(rows).to.deep.include([...row]);
      expect(rows).to.have.length.greaterThan(11);
      for (const cells of rows) expect(cells, cells[0]).to.have.length(7);
    });
  }

  it('when it is seen on a narrow screen, then each cell names its form', async () => {
    const page = await web.page('/formats');
    const labels = [...page.matchAll(/class="stack-label" aria-hidden="true">([^<]+)</g)].map(
      ([, name]) => name,
    );
    const heads = [...page.matchAll(/role="columnheader">([^<]+)</g)].map(([, name]) => name).slice(1);
    expect(labels.slice(0, 6)).to.deep.equal(heads);
    expect(labels).to.have.length(6 * rowsOf(page).length);
  });

  it('when downloads are offered, then the page is one link away', async () => {
    expect(await web.page(web.path)).to.contain('<a href="/formats"');
  });
});
