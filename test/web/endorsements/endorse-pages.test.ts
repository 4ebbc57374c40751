import { expect } from 'chai';
import { randomId } from '../../../src/shared/ids.js';
import {
  anAcceptedEndorsement,
  aGivenEndorsement,
  linkSecret,
} from '../../support/builders/an-endorsement.js';
import { hiddenFields } from '../admin/admin-forms.js';
import { readable, shown } from '../course/course-web.js';
import { filled, path, startEndorsing, type EndorseWeb } from './endorse-web.js';

describe('the pages of an invitation to endorse', function () {
  this.timeout(60_000);
  let web: EndorseWeb;
  afterEach(() => web.close());

  it('the link, when it is opened, then shows what is to be endorsed and asks for what is said', async () => {
    web = await startEndorsing();
    const page = await web.invited.get(path);
    expect(page.status).to.equal(200);
    const text = readable(page.text);
    for (const told of [
      'Data literacy',
      'Université de Test',
      'Judges the quality of a data set',
      'EQF level 6',
    ])
      expect(text).to.contain(told);
    expect(page.text).to.contain('href="http://localhost:8080/achievements/micro-credential-1/1"');
    expect(page.headers.get('Cache-Control')).to.equal('no-store');
    expect(page.headers.get('X-Robots-Tag')).to.equal('noindex');
    expect((await web.endorsement()).state).to.equal('opened');
  });

  it('what was typed, when it is sent, then is shown as it will read, and nothing is kept', async () => {
    web = await startEndorsing();
    const preview = await web.invited.submit(path, { ...filled, then: 'preview' });
    expect(preview.status).to.equal(200);
    const text = readable(preview.text);
    expect(text).to.contain('This is how it will read').and.to.contain('We hire people who hold it.');
    expect(text).to.contain('Université de Test, which invited the person, vouches for who spoke');
    expect(text).to.contain('the signature is not Acme SA’s own');
    expect(await web.endorsement()).to.not.have.property('said');
  });

  it('the preview, when it is confirmed, then the endorsement is given, once', async () => {
    web = await startEndorsing();
    const preview = await web.invited.submit(path, { ...filled, then: 'preview' });
    const form = hiddenFields(preview.text);
    const answer = await web.invited.send(path, { ...form, then: 'give' });
    expect([answer.status, answer.headers.get('Location')]).to.deep.equal([303, path]);
    expect(await web.endorsement()).to.deep.include({ state: 'given', confirmed: { by: 'inviter' } });
    expect(readable((await web.invited.get(path)).text)).to.contain('your endorsement is given');
    expect((await web.invited.send(path, { ...form, then: 'give' })).status).to.equal(409);
  });

  it('the preview, when something is to be changed, then the form has what was typed', async () => {
    web = await startEndorsing();
    const preview = await web.invited.submit(path, { ...filled, then: 'preview' });
    const back = await web.invited.send(path, { ...hiddenFields(preview.text), then: 'change' });
    for (const [name, value] of Object.entries(filled)) expect(shown(back.text, name), name).to.equal(value);
  });

  it('where there is a mail server, the endorsement, when it is given, then waits for the button behind the message’s link', async () => {
    web = await startEndorsing(undefined, 'sent');
    const preview = await web.invited.submit(path, { ...filled, then: 'preview' });
    expect(readable(preview.text))
      .to.contain('until you have confirmed')
      .and.not.contain('but not change it');
    await web.invited.submit(path, { ...filled, then: 'give' });
    const waiting = readable((await web.invited.get(path)).text);
    expect(waiting).to.contain('A message is on its way to jane@acme.example');
    expect(waiting).to.contain('you have still to confirm your e-mail address at acme.example');
    expect(waiting).to.not.contain('The person confirmed');
    const link =
      /http:\/\/localhost:8080(\/endorse\/confirm\/[\w-]{22})/.exec(web.messages[0]?.text ?? '')?.[1] ?? '';
    const mailProgram = web.browser();
    expect(readable((await mailProgram.get(link)).text)).to.contain('on behalf of Acme SA');
    expect((await web.endorsement()).state).to.equal('unconfirmed');
    const page = await mailProgram.get(link);
    for (const click of ['first', 'second']) {
      const answer = await mailProgram.send(link, hiddenFields(page.text));
      expect(answer.text, click).to.contain('Your e-mail address is confirmed');
    }
    expect(await web.endorsement()).to.deep.include({
      state: 'given',
      confirmed: { by: 'email', domain: 'acme.example' },
    });
    const again = await mailProgram.get(link);
    expect([again.status, readable(again.text)].join(' ')).to.match(
      /^200 .*e-mail address is already confirmed/,
    );
  });

  it('the message, when it could not be sent, then that is told, and what was said can be changed and sent again', async () => {
    web = await startEndorsing(undefined, 'later');
    const answer = await web.invited.submit(path, { ...filled, then: 'give' });
    const state = await web.invited.get(answer.headers.get('Location') ?? '');
    expect(readable(state.text)).to.contain('could not be handed to the mail server');
    const form = await web.invited.get(`${path}?change=yes`);
    expect(shown(form.text, 'email')).to.equal('jane@acme.example');
    await web.invited.submit(
      `${path}?change=yes`,
      { ...filled, email: 'joan@acme.example', then: 'give' },
      path,
    );
    expect(web.messages.map(({ to }) => to.address)).to.deep.equal([
      'jane@acme.example',
      'joan@acme.example',
    ]);
  });

  it('the message, when enough were sent today, then that is told, and the text is kept to be sent tomorrow', async () => {
    web = await startEndorsing(undefined, 'too-many');
    const answer = await web.invited.submit(path, { ...filled, then: 'give' });
    const state = await web.invited.get(answer.headers.get('Location') ?? '');
    expect(readable(state.text))
      .to.contain(
        'No message was sent: today’s limit has been reached, for this address or for the institution',
      )
      .and.to.contain('Send the message again tomorrow.');
    expect((await web.endorsement()).said?.statement).to.deep.equal({ en: filled['text-en'] });
    expect(web.messages[0]?.askedBy).to.equal((await web.endorsement()).institutionId);
  });

  it('the form, when it has faults, then each is told at its field and in the summary', async () => {
    web = await startEndorsing();
    const answer = await web.invited.submit(path, { then: 'preview', url: 'javascript:alert(1)' });
    expect(answer.status).to.equal(422);
    for (const name of ['text-en', 'organisation', 'url', 'country', 'name', 'role', 'email', 'maySpeak'])
      expect(answer.text, name).to.contain(`id="${name}-error"`).and.to.contain(`href="#${name}"`);
    expect(readable(answer.text)).to.contain('Write a text in one language at least');
    expect(readable(answer.text)).to.contain('I may speak for this organisation: Only').and.not.contain('.:');
  });

  it('markup, when it is typed, then it is shown as text everywhere', async () => {
    web = await startEndorsing();
    const hostile = {
      ...filled,
      organisation: '<script>alert(1)</script>',
      'text-en': '"><img src=x onerror=alert(1)>',
    };
    const preview = await web.invited.submit(path, { ...hostile, then: 'preview' });
    expect(preview.text).to.not.contain('<script>alert').and.not.contain('<img src=x');
    expect(readable(preview.text)).to.contain('<script>alert(1)</script>');
  });

  it('a public endorsement, when it is withdrawn by its link, then the tick is asked for, and it is withdrawn', async () => {
    web = await startEndorsing(anAcceptedEndorsement());
    expect(readable((await web.invited.get(path)).text)).to.contain('Your endorsement is public');
    const unsure = await web.invited.submit(path, {}, `${path}/withdraw`);
    expect([unsure.status, (await web.endorsement()).state]).to.deep.equal([422, 'accepted']);
    await web.invited.submit(path, { sure: 'yes' }, `${path}/withdraw`);
    expect((await web.endorsement()).state).to.equal('withdrawn');
    expect(readable((await web.invited.get(path)).text)).to.contain('You have withdrawn your endorsement');
  });

  it('each form, when it is sent without its token or with that of another link, then is refused and changes nothing', async () => {
    web = await startEndorsing(aGivenEndorsement());
    const before = JSON.stringify(await web.endorsement());
    for (const _form of ['', 'x'.repeat(43)])
      for (const to of [path, `${path}/withdraw`, `/endorse/confirm/${linkSecret}`])
        expect(
          (await web.invited.send(to, { _form, ...filled, then: 'give', sure: 'yes' })).status,
          to,
        ).to.equal(403);
    expect(JSON.stringify(await web.endorsement())).to.equal(before);
  });

  it('a link, when it is none, is unknown or over, then is gone in words', async () => {
    web = await startEndorsing({
      ...aGivenEndorsement(),
      state: 'opened',
      expiresAt: new Date('2026-11-24T09:00:00Z'),
    });
    for (const link of [path, `/endorse/${randomId()}`, '/endorse/x', `/endorse/confirm/${randomId()}`]) {
      const { status, text } = await web.invited.get(link);
      expect(status, link).to.equal(410);
      expect(text).to.contain('This link does not work any more');
    }
  });

  it('forms, when they come in great number from one place, then are refused for a while; looking is free', async () => {
    web = await startEndorsing();
    for (let n = 0; n < 40; n += 1) await web.invited.send(path, {});
    expect((await web.invited.send(path, {})).status).to.equal(429);
    expect((await web.invited.get(path)).status).to.equal(200);
  });

  it('the log, when all this happens, then has no secret and no address of a person', async () => {
    web = await startEndorsing(undefined, 'sent');
    await web.invited.submit(path, { ...filled, then: 'give' });
    const code = /confirm\/([\w-]{22})/.exec(web.messages[0]?.text ?? '')?.[1] ?? '';
    await web.invited.get(`/endorse/confirm/${code}`);
    const written = JSON.stringify(web.log);
    for (const secret of [linkSecret, code, 'jane@', 'Jane']) expect(written).to.not.contain(secret);
    expect(written).to.contain('/endorse/…');
  });

  it('the pages, when French is asked for, then are French', async () => {
    web = await startEndorsing();
    const { text } = await web.invited.get(path, { 'Accept-Language': 'fr' });
    expect(readable(text)).to.contain('Votre recommandation').and.to.contain('Texte en français');
    expect(readable(text).indexOf('Texte en français')).to.be.lessThan(
      readable(text).indexOf('Texte en anglais'),
    );
  });
});
