import { expect } from 'chai';
import { startWeb, type WebHarness } from '../support/web-harness.js';
import { password, setUpFields } from './admin-forms.js';

describe('set-up page', () => {
  let web: WebHarness;
  let path: string;
  beforeEach(async () => {
    web = await startWeb();
    path = await web.setUpPath();
  });
  afterEach(() => web.close());

  it('the link, when it is opened for the first time, then asks for password and institution', async () => {
    const { status, headers, text } = await web.browser().get(path);
    expect(status).to.equal(200);
    expect(headers.get('Cache-Control')).to.equal('no-store');
    expect(text).to.contain('<option value="BE">Belgium</option>').and.to.contain('name="mayAwardEcts"');
  });

  it('the countries, when the reader speaks French, then have French names', async () => {
    const { text } = await web.browser().get(path, { 'Accept-Language': 'fr' });
    expect(text).to.contain('<option value="BE">Belgique</option>');
    expect(text.match(/<option value="[A-Z]{2}">/g)).to.have.length.greaterThan(245);
  });

  it('the form, when all is filled in, then makes the institution and lets the password in', async () => {
    const answer = await web.browser().submit(path, setUpFields);
    expect(answer.status).to.equal(303);
    const [institution] = await web.services.institutions.all();
    expect(institution).to.include({ legalName: 'Haute École de Test', country: 'BE', mayAwardEcts: true });
    expect(institution?.identifiers).to.deep.equal([{ scheme: 'vat', value: 'BE0123456789' }]);
    expect(institution?.qualityAssurance).to.include({ kind: 'internal-and-external', body: 'AEQES' });
    const signedIn = await web.browser().submit('/admin/sign-in', { password });
    expect(signedIn.headers.get('Location')).to.equal('/admin');
  });

  it('the link, when it was used, then is refused, and so is one that was made up', async () => {
    const browser = web.browser();
    await browser.submit(path, setUpFields);
    for (const one of [path, '/setup/AAAAAAAAAAAAAAAAAAAAAA', '/setup/x', '/setup/%00']) {
      const { status, text } = await browser.get(one);
      expect(status, one).to.equal(410);
      expect(text).to.contain('no longer works');
    }
  });

  it('the link, when two people send it at once, then works for one of them', async () => {
    const answers = await Promise.all([1, 2].map(() => web.browser().submit(path, setUpFields)));
    expect(answers.map((answer) => answer.status).sort()).to.deep.equal([303, 410]);
    expect(await web.services.institutions.all()).to.have.length(1);
  });

  const faults: [string, Record<string, string>, string, string][] = [
    [
      'a password of 11 characters',
      { password: 'elevenchars', passwordAgain: 'elevenchars' },
      'password',
      'at least 12',
    ],
    [
      'two different passwords',
      { passwordAgain: 'something else entirely' },
      'passwordAgain',
      'not the same',
    ],
    ['no legal name', { legalName: '  ' }, 'legalName', 'fill this in'],
    ['an unknown country', { country: 'ZZ' }, 'country', 'a country of the list'],
    ['no country', { country: '' }, 'country', 'fill this in'],
    ['an address that is none', { url: 'www.example' }, 'url', 'complete address'],
    ['no kind of quality assurance', { 'qualityAssurance.kind': '' }, 'qualityAssurance.kind', 'Choose one'],
    [
      'an unnamed other standard',
      { 'qualityAssurance.standard': 'other' },
      'qualityAssurance.otherStandard',
      'fill this in',
    ],
    ['an identifier that is too long', { 'identifiers.ror': 'x'.repeat(101) }, 'identifiers.ror', 'too long'],
    [
      'a ROR identifier with a wrong character',
      { 'identifiers.ror': '03d1mav17' },
      'identifiers.ror',
      'two digits do not fit the rest',
    ],
    [
      'a VAT number of another country',
      { 'identifiers.vat': 'FR12345678901' },
      'identifiers.vat',
      'not a VAT number of the country',
    ],
    [
      'an Erasmus code that is none',
      { 'identifiers.erasmus': 'x' },
      'identifiers.erasmus',
      'such as B NAMUR01',
    ],
  ];
  for (const [what, fields, field, words] of faults)
    it(`the form, when it has ${what}, then says so at the field and keeps the rest`, async () => {
      const { status, text } = await web.browser().submit(path, { ...setUpFields, ...fields });
      expect(status).to.equal(422);
      expect(text).to.contain(`<a href="#${field}">`);
      const error = new RegExp(`id="${field}-error">(.*?)</div>`, 's').exec(text)?.[1] ?? '';
      expect(error).to.contain(words);
      expect(text).to.contain('value="info@he.example.org"');
      expect(text).not.to.contain(password).and.not.to.contain('something else entirely');
      expect(await web.services.institutions.all()).to.have.length(0);
    });

  it('the form, when what was typed has HTML in it, then shows it as text', async () => {
    const legalName = '"><script>alert(1)</script>';
    const { text } = await web.browser().submit(path, { ...setUpFields, legalName, country: '' });
    expect(text).to.contain('&lt;script&gt;').and.not.to.contain('<script>alert');
  });

  it('a later link, when it is used, then changes the password alone and ends the sessions', async () => {
    const browser = web.browser();
    await browser.submit(path, setUpFields);
    await browser.submit('/admin/sign-in', { password });
    expect((await browser.get('/admin')).status).to.equal(200);
    const again = await web.setUpPath();
    expect((await web.browser().get(again)).text)
      .to.contain('Choose a new password')
      .and.not.to.contain('legalName');
    const next = 'another long password';
    expect((await web.browser().submit(again, { password: next, passwordAgain: next })).status).to.equal(303);
    expect((await browser.get('/admin')).status).to.equal(303);
    expect((await web.browser().submit('/admin/sign-in', { password })).status).to.equal(403);
    expect((await web.browser().submit('/admin/sign-in', { password: next })).status).to.equal(303);
    expect(await web.services.institutions.all()).to.have.length(1);
  });

  it('the log, when the set-up is done, then holds neither link nor password', async () => {
    // addresses are answered in capitals as well
    expect((await web.browser().get(path.replace('/setup/', '/SetUp/'))).status).to.equal(200);
    await web.browser().submit(path, setUpFields);
    const written = JSON.stringify(web.log);
    expect(written).not.to.contain(path.slice('/setup/'.length)).and.not.to.contain(password);
    expect(written).to.contain('/setup/…');
  });
});
