import { expect } from 'chai';
import { anInstitution } from '../../support/builders/an-institution.js';
import { memoryInstitutions } from '../../support/memory/memory-institutions.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { readable } from '../course/course-web.js';
import type { TestBrowser } from '../support/test-browser.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';
import { hiddenFields, institutionFields, signedInAdministrator } from './admin-forms.js';

/** As they may lie in the database from before there were rules. */
const old = [
  { scheme: 'ror', value: 'our "ROR"' },
  { scheme: 'vat', value: '<b>none</b>' },
  { scheme: 'grid', value: 'grid.6520.1' },
];
const id = 'InstInstInstInstInstIn';
const path = `/admin/institutions/${id}`;

describe('the identifiers of an institution, for the administrator', () => {
  let web: WebHarness;
  let admin: TestBrowser;

  beforeEach(async () => {
    const institutions = memoryInstitutions(anInstitution({ id, identifiers: old }));
    web = await startWeb({ keys: memoryKeys(), institutions });
    admin = await signedInAdministrator(web);
  });
  afterEach(() => web.close());

  const save = async (fields: Record<string, string>) => {
    const { _form = '' } = hiddenFields((await admin.get(path)).text);
    const shown = { 'identifiers.ror': 'our "ROR"', 'identifiers.vat': '<b>none</b>' };
    return admin.send(path, { _form, ...institutionFields, ...shown, ...fields });
  };
  const kept = async () => (await web.services.institutions.byId(id))?.identifiers;

  it('those of before there were rules, when pages are opened, then are shown as text, and each page answers', async () => {
    for (const at of [path, `/institutions/${id}`, '/admin']) {
      const { status, text } = await admin.get(at);
      expect(status, at).to.equal(200);
      expect(text, at).not.to.contain('<b>none');
    }
    expect(readable((await admin.get(`/institutions/${id}`)).text)).to.contain('grid.6520.1');
  });

  it('those of before, when something else is saved, then stay, also those that the form has no field for', async () => {
    expect((await save({ legalName: 'Renamed' })).status).to.equal(303);
    expect(await kept()).to.have.deep.members(old);
  });

  it('a new one, when it cannot be true, then that is said at its field in the language of the reader, and nothing is changed', async () => {
    const answer = await save({ 'identifiers.ror': '03d1maw18' });
    expect(answer.status).to.equal(422);
    expect(answer.text).to.contain('id="identifiers.ror-error"');
    expect(readable(answer.text)).to.contain('its last two digits do not fit the rest');
    expect(await kept()).to.deep.equal(old);
  });

  it('a new one, when it is right, then is kept in its usual spelling', async () => {
    await save({
      'identifiers.ror': ' ROR.org/03D1maw17 ',
      'identifiers.erasmus': 'b namur01',
      'identifiers.vat': '',
    });
    expect(await kept()).to.deep.equal([
      { scheme: 'ror', value: 'https://ror.org/03d1maw17' },
      { scheme: 'erasmus', value: 'B  NAMUR01' },
      { scheme: 'grid', value: 'grid.6520.1' },
    ]);
  });
});
