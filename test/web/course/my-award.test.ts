import { expect } from 'chai';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { readPdf } from '../../support/read-pdf.js';
import { plainPictures } from '../public/public-web.js';
import { now, readable, startCourse, type CourseWeb, type CourseWorld, type Person } from './course-web.js';

const { id } = anAward();
const address = `http://localhost:8080/awards/${id}`;

describe('what a learner holds', () => {
  let web: CourseWeb;
  let learner: Person;
  afterEach(() => web.close());

  const enter = async (world: CourseWorld = { awards: [anIssuedAward()] }): Promise<void> => {
    web = await startCourse(world);
    learner = await web.learner();
  };
  const page = async (query = ''): Promise<string> => (await learner.get(`award${query}`)).text;
  const kept = () => web.services.awards.byId(id);

  it('the page, when it is opened, then says what it is, from whom and since when', async () => {
    await enter();
    const text = readable(await page());
    for (const words of [
      'Your micro-credential',
      'Data literacy',
      'Awarded by Université de Test',
      'Issued to you on 20 November 2026.',
    ])
      expect(text).to.contain(words);
    expect(text).not.to.contain('Valid until').and.not.to.contain('undefined');
  });

  it('the documents, when they are offered, then each is there under its public address, the own ones without a mark that costs the cookie of the visit', async () => {
    await enter();
    const text = await page();
    const links = [...text.matchAll(/<li><a href="([^"]+)"(?: download="([^"]+)")?>([^<]+)<\/a>/g)];
    expect(links.map(([, href, file]) => [href, file])).to.deep.equal([
      [`${learner.path}/award/certificate.pdf`, undefined],
      [`${address}/badge.png`, 'badge_Data-literacy_000001.png'],
      [`${address}/badge.svg`, 'badge_Data-literacy_000001.svg'],
      [`${address}/open-badge-3.json`, 'open-badge-3_Data-literacy_000001.json'],
      [`${address}/open-badge-3.jwt`, 'open-badge-3_Data-literacy_000001.jwt'],
      [`${address}/badge-2.png`, 'badge-2_Data-literacy_000001.png'],
      [`${address}/open-badge-2.json`, 'open-badge-2_Data-literacy_000001.json'],
      [`${address}/badge-2-signed.png`, 'badge-2-signed_Data-literacy_000001.png'],
      [`${address}/open-badge-2.jws`, 'open-badge-2_Data-literacy_000001.jws'],
      [`${learner.path}/award/europass.jsonld`, undefined],
      [`${learner.path}/award/wallet.sd-jwt`, undefined],
    ]);
    expect(readable(text)).to.contain('the signed credential, for digital wallets');
  });

  it('the certificate, when the name is private, then bears it all the same, and no cache keeps it', async () => {
    await enter({ awards: [anIssuedAward()], services: { pictures: plainPictures } });
    const cookie = [...learner.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(`${web.url}${learner.path}/award/certificate.pdf`, {
      headers: { Cookie: cookie },
    });
    expect(answer.headers.get('Cache-Control')).to.equal('private, no-store');
    const { pages } = await readPdf(new Uint8Array(await answer.arrayBuffer()));
    expect(pages.join(' ')).to.contain('Awarded to Ada Learner');
  });

  it('the certificate, when the award was revoked, then is refused in words', async () => {
    await enter({ awards: [anIssuedAward({ state: 'revoked', revokedAt: now, revocationReason: 'x' })] });
    const { status, text } = await learner.get('award/certificate.pdf');
    expect(status).to.equal(410);
    expect(text).to.contain('this award was revoked');
  });

  it('the link, when it is shown, then can be selected, opened and checked, each in a new window', async () => {
    await enter();
    const text = await page();
    expect(text).to.match(
      new RegExp(`<input[^>]* id="award-link" value="${address}" readonly data-select-all>`),
    );
    expect(text).to.match(/<button[^>]* data-copy="award-link"[^>]* hidden>/);
    expect(text).to.contain(`href="${address}" target="_blank" rel="noopener"`);
    expect(text).to.contain(
      `href="http://localhost:8080/verify?address&#x3D;${encodeURIComponent(address)}" target="_blank"`,
    );
  });

  it('the name, when the learner shows it, then the page says so, and it is undone as easily', async () => {
    await enter();
    expect(readable(await page())).to.contain('The page of your badge does not show your name.');
    const shown = await learner.submit('award', { public: 'yes' }, 'award/public');
    expect(shown.headers.get('Location')).to.equal(`${learner.path}/award?done=made-public`);
    expect((await kept())?.public).to.equal(true);
    expect(readable(await page('?done=made-public')))
      .to.contain('The page of your badge now shows your name.')
      .and.to.contain('The page of your badge shows your name: Ada Learner.')
      .and.to.contain('Hide my name');
    await learner.submit('award', { public: 'no' }, 'award/public');
    expect((await kept())?.public).to.equal(false);
    expect(readable(await page('?done=made-private'))).to.contain('no longer shows your name');
    expect((await kept())?.history.map(({ what }) => what)).to.include.members([
      'made-public',
      'made-private',
    ]);
  });

  it('“Show my name”, when it is clicked twice, then is written down once', async () => {
    await enter();
    await learner.post('award/public', { public: 'yes' });
    await learner.post('award/public', { public: 'yes' });
    expect((await kept())?.history.filter(({ what }) => what === 'made-public')).to.have.length(1);
  });

  it('an award with an end, when it is running, then the page says until when; afterwards, since when not', async () => {
    await enter({ awards: [anIssuedAward({ expiresAt: new Date('2027-11-20T09:00:00Z') })] });
    expect(readable(await page())).to.contain('Valid until 20 November 2027.');
    await web.close();
    await enter({ awards: [anIssuedAward({ expiresAt: new Date('2026-11-23T09:00:00Z') })] });
    expect(readable(await page())).to.contain('It expired on 23 November 2026.');
  });

  it('a revoked award, when the page is opened, then says since when and why', async () => {
    await enter({
      awards: [anIssuedAward({ state: 'revoked', revokedAt: now, revocationReason: 'Copied <work>' })],
    });
    const text = await page();
    expect(readable(text)).to.contain('revoked on 24 November 2026. Reason: Copied <work>');
    expect(text).to.contain('is-faded').and.not.to.contain('<work>');
    expect(readable(text)).to.contain('Every check of them says that the award was revoked.');
    const files = [...text.matchAll(/ download="([^"]+)"/g)].map(([, file]) => file);
    expect(files).to.deep.equal([
      'badge_Data-literacy_000001.png',
      'badge_Data-literacy_000001.svg',
      'open-badge-3_Data-literacy_000001.json',
      'open-badge-3_Data-literacy_000001.jwt',
      'badge-2-signed_Data-literacy_000001.png',
      'open-badge-2_Data-literacy_000001.jws',
    ]);
  });

  it('an award of version 1, when version 2 is published, then is shown as it was issued', async () => {
    const versions = [aVersion(), aVersion({ title: { en: 'Second' } }, 2)];
    await enter({ microCredential: aMicroCredential({ versions }), awards: [anIssuedAward()] });
    expect(readable(await page()))
      .to.contain('Data literacy')
      .and.not.to.contain('Second');
  });

  it('after a revoked version 1, when version 2 was earned, then that is what the page shows', async () => {
    const versions = [aVersion(), aVersion({ title: { en: 'Second' } }, 2)];
    const revoked = anIssuedAward({ state: 'revoked', revokedAt: now, revocationReason: 'x' });
    const second = anIssuedAward({ id: 'award-0000000000000002', version: 2 });
    await enter({ microCredential: aMicroCredential({ versions }), awards: [revoked, second] });
    const text = await page();
    const [own = '', earlier = ''] = readable(text).split('Earlier awards');
    expect(own).to.contain('Second').and.not.to.contain('revoked');
    expect(text)
      .to.contain(`value="http://localhost:8080/awards/${second.id}"`)
      .and.not.to.contain('is-faded');
    expect(earlier).to.contain('Your award of version 1 was revoked on 24 November 2026.');
  });

  it('another learner, when they open or send the page, then it is not about this award', async () => {
    await enter();
    const other = await web.learner({ person: { subject: 'learner-2', name: 'Bob' } });
    expect((await other.get('award')).headers.get('Location')).to.equal(`${other.path}/progress`);
    await other.post('award/public', { public: 'yes' });
    expect((await kept())?.public).to.equal(false);
  });

  it('an offer, when the page is opened, then leads to the progress, and nothing can be made public', async () => {
    await enter({ awards: [anAward()] });
    expect((await learner.get('award')).headers.get('Location')).to.equal(`${learner.path}/progress`);
    expect((await learner.post('award/public', { public: 'yes' })).status).to.equal(409);
    expect((await kept())?.public).to.equal(false);
  });
});
