import { expect } from 'chai';
import { anIssuedAward } from '../../support/builders/an-award.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { readable } from '../course/course-web.js';
import type { Page, TestBrowser } from '../support/test-browser.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';
import { hiddenFields, password, signedInAdministrator } from './admin-forms.js';

describe('declaring signing keys compromised, for the administrator', function () {
  this.timeout(60_000);
  let web: WebHarness;
  let admin: TestBrowser;
  let institutionId: string;
  let keysPath: string;
  let path: string;
  let now: Date;

  beforeEach(async () => {
    now = new Date('2026-11-24T10:00:00Z');
    web = await startWeb({ keys: memoryKeys(), clock: () => now });
    admin = await signedInAdministrator(web);
    const [institution] = await web.services.institutions.all();
    institutionId = institution?.id ?? '';
    keysPath = `/admin/institutions/${institutionId}/keys`;
    path = `${keysPath}/compromised`;
    await web.services.keys.ensure(institutionId);
  });
  afterEach(() => web.close());

  const send = async (keys: string[], fields: Record<string, string>): Promise<Page> => {
    const { _form = '' } = hiddenFields((await admin.get(path)).text);
    const body = new URLSearchParams({ _form, since: '2026-11-01', password, ...fields });
    for (const key of keys) body.append('keys', key);
    return admin.send(path, body);
  };
  const ids = async (): Promise<string[]> =>
    (await web.services.keys.published(institutionId)).map(({ id }) => id);

  it('when the page of the keys is read, then the way there is on it, and the page says what follows', async () => {
    expect((await admin.get(keysPath)).text).to.contain(`href="${path}"`);
    const text = readable((await admin.get(path)).text);
    expect(text).to.contain('This cannot be taken back.');
    const french = readable((await admin.get(path, { 'Accept-Language': 'fr' })).text);
    expect(french).to.contain('Cette décision est définitive.');
  });

  it('when it is confirmed, then the keys are told as compromised, with both days, and new ones are in use', async () => {
    const answer = await send(await ids(), {});
    expect([answer.status, answer.headers.get('location')]).to.deep.equal([
      303,
      `${keysPath}?done=compromised`,
    ]);
    const text = readable((await admin.get(`${keysPath}?done=compromised`)).text);
    expect(text).to.contain('The keys were declared compromised. New ones sign from now on.');
    expect(text.match(/ Compromised Declared compromised on /g)).to.have.length(2);
    expect(text).to.contain('perhaps in other hands since 1 November 2026');
    expect(text.match(/ In use In use since/g)).to.have.length(2);
    expect(text).to.contain('Every award that a compromised key had signed is signed again.');
  });

  it('when one key is chosen, then the other one stays', async () => {
    const [one = '', other] = await ids();
    await send([one], {});
    expect(await ids())
      .to.include(other)
      .and.not.to.include(one);
  });

  it('when something is missing, then the page says what, keeps what was chosen, and nothing is done', async () => {
    const before = await ids();
    const answer = await send(before.slice(0, 1), { since: '', password: 'wrong' });
    expect(answer.status).to.equal(422);
    const { text } = answer;
    expect(text).to.match(new RegExp(`value="${before[0]}" checked`));
    expect(text).not.to.contain('value="wrong"');
    const none = readable((await send([], {})).text);
    expect(none).to.contain('Choose at least one key');
    expect(readable((await send(before, { password: 'wrong' })).text)).to.contain('This is not the password');
    expect(await ids()).to.deep.equal(before);
  });

  it('when the form comes without its token, or from nobody, then it is refused and nothing is done', async () => {
    const before = await ids();
    expect((await send(before, { _form: 'x' })).status).to.equal(403);
    expect((await web.browser().send(path, {})).status).to.equal(401);
    expect(await ids()).to.deep.equal(before);
  });

  it('when awards are left, then the page of the keys counts them', async () => {
    const [key] = await web.services.keys.published(institutionId);
    const all = (n: number, signedWith = { integrity: key?.multibase ?? '-', rsa: key?.id ?? '-' }) =>
      anIssuedAward({ id: `award-${n}`, institutionId, signedWith });
    const older = { ...all(3), signedWith: undefined };
    Object.assign(web.services, { awards: memoryAwards(all(1), all(2), older) });
    await send([key?.id ?? ''], {});
    const text = readable((await admin.get(keysPath)).text);
    expect(text).to.contain('2 awards still have to be signed again.');
    expect(text).to.contain('For one more it has to be looked up which key signed it.');
    const french = readable((await admin.get(keysPath, { 'Accept-Language': 'fr' })).text);
    expect(french).to.contain('Il reste 2 attestations à signer de nouveau.');
  });

  it('when some cannot be signed again, then overview and page of the keys tell it, with their addresses', async () => {
    const [key] = await web.services.keys.published(institutionId);
    const signedWith = { integrity: key?.multibase ?? '-', rsa: key?.id ?? '-' };
    const notSignedAgain = { code: 'document-invalid', at: now };
    const broken = anIssuedAward({ id: 'broken', institutionId, signedWith, notSignedAgain });
    Object.assign(web.services, { awards: memoryAwards(broken) });
    expect(readable((await admin.get('/admin')).text)).not.to.contain('could not be signed again');
    await send([key?.id ?? ''], {});
    expect(readable((await admin.get('/admin')).text)).to.contain(
      'one award or endorsement could not be signed again.',
    );
    const { text } = await admin.get(keysPath);
    expect(readable(text))
      .to.contain('This one could not be signed again')
      .and.not.to.contain('some 25 a second');
    expect(text).to.contain('href="http://localhost:8080/awards/broken"');
    expect(readable((await admin.get(keysPath, { 'Accept-Language': 'fr' })).text)).to.contain(
      'Celle-ci n’a pas pu être signée de nouveau',
    );
  });
});
