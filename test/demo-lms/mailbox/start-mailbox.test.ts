import { expect } from 'chai';
import { startMailbox, type Mailbox } from '../../../src/demo-lms/mailbox/start-mailbox.js';
import { startDemoLms } from '../../../src/demo-lms/demo-lms.js';
import { createMail } from '../../../src/edges/mail/create-mail.js';

const base = 'http://localhost:8080';

describe('the mailbox of the demonstration', () => {
  let mailbox: Mailbox;
  before(async () => (mailbox = await startMailbox()));
  after(() => mailbox.close());

  const write = (n: number): Promise<string> =>
    createMail({ url: mailbox.url, from: 'Acquis <no-reply@example.invalid>', base }, () => undefined).send({
      to: { address: 'stu1@example.invalid', name: 'Stu1' },
      subject: `Message <${n}>`,
      text: `Bonjour,\n\nÀ bientôt.\n\n${base}/notices/1\n`,
      language: 'fr',
      id: `offer-${n}`,
      stopUrl: `${base}/notices/1`,
    });

  it('messages, when they are sent, then they are kept, the newest first, and shown on the page of the LMS', async () => {
    expect(await write(1)).to.equal('sent');
    expect(await write(2)).to.equal('sent');
    expect(mailbox.mails().map(({ subject }) => subject)).to.deep.equal(['Message <2>', 'Message <1>']);
    expect(mailbox.mails()[0]).to.include({ to: 'stu1@example.invalid' });
    const lms = await startDemoLms({
      kind: 'moodle',
      host: '127.0.0.1',
      port: 0,
      tool: { loginUrl: `${base}/lti/login`, launchUrl: `${base}/lti/launch`, keySetUrl: `${base}/lti/keys` },
      mailbox,
    });
    try {
      const headers = { cookie: lms.controls.sessionCookie('2') };
      const page = await (await fetch(`${lms.url}/mail`, { headers })).text();
      expect(page)
        .to.contain('Message &lt;2&gt;')
        .and.to.contain('À bientôt.')
        .and.to.contain(`<a href="${base}/notices/1">`);
      const course = await fetch(`${lms.url}/course/view.php?id=2`, { headers, redirect: 'manual' });
      expect(course.headers.get('Location')).to.equal('/courses/2');
    } finally {
      await lms.close();
    }
  });
});
