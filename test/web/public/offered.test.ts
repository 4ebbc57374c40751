import { expect } from 'chai';
import type { MicroCredential } from '../../../src/domain/micro-credentials/micro-credential.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anInstitution } from '../../support/builders/an-institution.js';
import { memoryInstitutions } from '../../support/memory/memory-institutions.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import { startWeb } from '../support/web-harness.js';

const institutionId = 'institution-0000000001';
const id = (number: number): string => `micro-credential-${String(number).padStart(5, '0')}`;
const one = (number: number, overrides: Partial<MicroCredential> = {}): MicroCredential =>
  aMicroCredential({ id: id(number), institutionId, linkId: `link-${number}`, ...overrides });

/** The page of the institution. */
async function pageOf(all: MicroCredential[], language = 'en'): Promise<string> {
  const web = await startWeb({
    institutions: memoryInstitutions(anInstitution({ id: institutionId })),
    microCredentials: memoryMicroCredentials(...all),
  });
  try {
    const headers = { Accept: 'text/html', 'Accept-Language': language };
    return await (await fetch(`${web.url}/institutions/${institutionId}`, { headers })).text();
  } finally {
    await web.close();
  }
}

/** Titles and addresses of the list, in its order. */
const listed = (page: string): string[][] =>
  [...page.matchAll(/<a href="[^"]*(\/achievements\/[^"]*)"( lang="\w+")?>([^<]*)</g)].map(
    ([, path = '', lang = '', title = '']) => [title + lang, path],
  );

describe('the micro-credentials of an institution', () => {
  const chemistry = one(2, { versions: [aVersion({ title: { en: 'chemistry', fr: 'Écologie' } })] });

  it('when it offers some, then they are listed by their names in the language of the reader', async () => {
    const data = one(1, { versions: [aVersion({ title: { en: 'Numbers' } }, 1), aVersion({}, 2)] });
    const zoology = one(3, { versions: [aVersion({ title: { fr: 'Zoologie' }, language: 'fr' })] });
    const all = [zoology, data, chemistry];
    const page = await pageOf(all);
    expect(listed(page)).to.deep.equal([
      ['chemistry', `/achievements/${id(2)}/1`],
      ['Data literacy', `/achievements/${id(1)}/2`],
      ['Zoologie lang="fr"', `/achievements/${id(3)}/1`],
    ]);
    expect(page).to.contain('3 ECTS credits, ');
    expect(listed(await pageOf(all, 'fr'))).to.deep.equal([
      ['Culture des données', `/achievements/${id(1)}/2`],
      ['Écologie', `/achievements/${id(2)}/1`],
      ['Zoologie', `/achievements/${id(3)}/1`],
    ]);
  });

  it('when one is a draft, retired or of another institution, then it is not listed', async () => {
    const draft = one(4, { versions: [] });
    const retired = one(5, { retiredAt: new Date('2026-11-01T00:00:00Z') });
    const elsewhere = one(6, { institutionId: 'institution-0000000002' });
    expect(listed(await pageOf([draft, retired, elsewhere, chemistry]))).to.deep.equal([
      ['chemistry', `/achievements/${id(2)}/1`],
    ]);
  });

  it('when there are more than the page holds, then the newest are listed and the page says so', async () => {
    const createdAt = (number: number): Date => new Date(Date.UTC(2026, 0, 1, 0, number));
    const many = Array.from({ length: 201 }, (_, number) => one(number, { createdAt: createdAt(number) }));
    const page = await pageOf(many);
    expect(listed(page)).to.have.length(200);
    expect(page).not.to.contain(`/${id(0)}/`);
    expect(page).to.contain('The 200 newest are listed.');
    expect(await pageOf(many.slice(1))).not.to.contain('newest are listed');
  });

  it('when it offers nothing, then the page says so', async () => {
    expect(await pageOf([])).to.contain('Nothing is offered at the moment.');
    expect(await pageOf([], 'fr')).to.contain('Rien n’est proposé pour le moment.');
  });
});
