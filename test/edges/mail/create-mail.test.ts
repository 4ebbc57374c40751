import { expect } from 'chai';
import { simpleParser } from 'mailparser';
import type { Socket } from 'node:net';
import type { MailMessage, MailOutcome } from '../../../src/domain/notices/mail.js';
import { createMail } from '../../../src/edges/mail/create-mail.js';
import { scriptedSmtp, type SmtpScript } from './scripted-smtp.js';

const message: MailMessage = {
  to: { address: 'ada@example.org', name: 'Ada “Lady” Learner, PhD' },
  subject: 'Votre microcertification « Données » vous attend',
  text: 'Bonjour Ada,\n\nÀ bientôt : https://badges.example.org/notices/1234567890123456789012345678901234567890\n.\nFin\n',
  language: 'fr',
  id: 'offer-1',
  stopUrl: 'https://badges.example.org/notices/1',
};

async function handOver(script: SmtpScript, query = '', given = message) {
  const server = await scriptedSmtp(script);
  const troubles: Record<string, unknown>[] = [];
  const mail = createMail(
    {
      url: `${server.url}${query}`,
      from: 'Micro-credentials <no-reply@badges.example.org>',
      base: 'https://badges.example.org',
      patience: { connecting: 300, silence: 300 },
    },
    (_sentence, facts) => troubles.push(facts),
  );
  try {
    return { outcome: await mail.send(given), troubles, received: server.messages };
  } finally {
    await server.close();
  }
}

const closes = (socket: Socket): void => void socket.destroy();
const hangs = (): void => undefined;

describe('handing a message to a mail server', () => {
  it('a message, when the server takes it, then it arrives as it was, with who sends it and one click that ends such messages', async () => {
    const { outcome, received } = await handOver({});
    expect(outcome).to.equal('sent');
    const mail = await simpleParser(
      (received[0] ?? '').replace(/\r\n\.\r\n$/, '\r\n').replace(/^\.\./gm, '.'),
    );
    expect(mail.text).to.equal(message.text);
    expect(mail.subject).to.equal(message.subject);
    expect(mail.from?.text).to.equal('"Micro-credentials" <no-reply@badges.example.org>');
    expect(mail.to).to.have.nested.property('value[0].address', 'ada@example.org');
    expect(mail.to).to.have.nested.property('value[0].name', 'Ada “Lady” Learner, PhD');
    expect(mail.messageId).to.equal('<offer-1@badges.example.org>');
    expect(mail.headers.get('auto-submitted')).to.equal('auto-generated');
    expect(received[0]).to.contain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(received[0]?.replace(/\r\n /g, ' ')).to.contain(`List-Unsubscribe: <${message.stopUrl}>`);
  });

  it('a message that somebody sends by hand, when the server takes it, then it has no click that ends such messages', async () => {
    const once = { ...message };
    delete once.stopUrl;
    const { outcome, received } = await handOver({}, '', once);
    expect([outcome, received.length]).to.deep.equal(['sent', 1]);
    expect(received[0]).to.not.contain('List-Unsubscribe');
  });

  const cases: [string, SmtpScript, MailOutcome][] = [
    ['closes before it greets', { greeting: closes }, 'later'],
    ['never greets', { greeting: hangs }, 'later'],
    ['is busy', { greeting: '421 busy' }, 'later'],
    ['wants nothing of us', { greeting: '554 go away' }, 'later'],
    ['does not take our sender', { mail: '550 who are you' }, 'later'],
    ['puts the recipient off', { recipient: '450 greylisted' }, 'later'],
    ['does not know the recipient', { recipient: '550 unknown' }, 'refused'],
    ['is full', { data: '452 no room' }, 'later'],
    ['takes the message for spam', { end: '554 spam' }, 'refused'],
    ['puts the message off', { end: '451 later' }, 'later'],
    ['closes when it has the message', { end: closes }, 'unclear'],
    ['says nothing when it has the message', { end: hangs }, 'unclear'],
  ];
  for (const [what, script, expected] of cases) {
    it(`a server that ${what}, when a message is handed to it, then the message is ${expected}`, async () => {
      const { outcome, troubles } = await handOver(script);
      expect(outcome).to.equal(expected);
      expect(troubles).to.have.length(1);
      expect(JSON.stringify(troubles)).to.not.contain('ada@example.org');
    });
  }

  it('no server at all, when a message is handed over, then it is later', async () => {
    const server = await scriptedSmtp({});
    await server.close();
    const mail = createMail(
      { url: server.url, from: 'a@example.org', base: 'https://badges.example.org' },
      () => undefined,
    );
    expect(await mail.send(message)).to.equal('later');
  });
});
