import { expect } from 'chai';
import {
  fewMessages,
  mostAskedFor,
  mostByThemselves,
  mostOfInstitution,
} from '../../../src/domain/notices/few-messages.js';
import type { MailMessage, MailOutcome } from '../../../src/domain/notices/mail.js';
import { memoryMailTallies } from '../../support/memory/memory-mail-tallies.js';

const aMessage = (address: string, askedBy?: string): MailMessage => ({
  to: { address },
  id: 'message-1',
  language: 'en',
  subject: 'Hello',
  text: 'Hello\n',
  ...(askedBy !== undefined && { askedBy }),
});

function world(outcome: MailOutcome = 'sent') {
  const time = { now: new Date('2026-11-24T23:00:00Z') };
  const sent: string[] = [];
  const mailTallies = memoryMailTallies();
  const send = async ({ to }: MailMessage): Promise<MailOutcome> => {
    sent.push(to.address);
    return outcome;
  };
  const deps = { mailTallies, clock: () => time.now, emailPepper: new Uint8Array(32) };
  const mail = fewMessages({ send }, deps);
  const sendMany = async (count: number, messageAt: (at: number) => MailMessage): Promise<string[]> => {
    const outcomes: string[] = [];
    for (let at = 0; at < count; at += 1) outcomes.push(await mail.send(messageAt(at)));
    return outcomes;
  };
  return { time, sent, mailTallies, mail, sendMany };
}

const tooMany = (outcomes: string[]): number => outcomes.filter((one) => one === 'too-many').length;

describe('mail that nobody can be flooded with', () => {
  it('one address, when people have messages sent there, then gets a few in a day, however it is written and whoever asks', async () => {
    const { sendMany, sent } = world();
    const outcomes = await sendMany(mostAskedFor + 3, (at) =>
      aMessage(at % 2 ? 'eve@example.org' : 'EVE@Example.org', `institution-${at}`),
    );
    expect(sent).to.have.length(mostAskedFor);
    expect(outcomes.slice(mostAskedFor)).to.deep.equal(['too-many', 'too-many', 'too-many']);
  });

  it('one institution, when its people ask for messages to ever other addresses, then sends so many in a day', async () => {
    const { sendMany, sent, mail } = world();
    await sendMany(mostOfInstitution + 2, (at) => aMessage(`p${at}@example.org`, 'institution-1'));
    expect(sent).to.have.length(mostOfInstitution);
    expect(await mail.send(aMessage('other@example.org', 'institution-2'))).to.equal('sent');
  });

  it('messages that come by themselves, when people used up theirs, then come all the same, and have their own number', async () => {
    const { sendMany, mail } = world();
    await sendMany(mostAskedFor, () => aMessage('ada@example.org', 'institution-1'));
    const outcomes = await sendMany(mostByThemselves + 1, () => aMessage('ada@example.org'));
    expect(tooMany(outcomes)).to.equal(1);
    expect(await mail.send(aMessage('bob@example.org'))).to.equal('sent');
  });

  it('the next day, when it begins, then counts anew', async () => {
    const { sendMany, mail, time } = world();
    await sendMany(mostAskedFor + 1, () => aMessage('ada@example.org', 'institution-1'));
    time.now = new Date('2026-11-25T00:00:00Z');
    expect(await mail.send(aMessage('ada@example.org', 'institution-1'))).to.equal('sent');
  });

  it('a mail server, when it is away, then uses up nothing: the message is tried again', async () => {
    const { sendMany, sent } = world('later');
    const outcomes = await sendMany(mostAskedFor + 5, () => aMessage('ada@example.org', 'institution-1'));
    expect([tooMany(outcomes), sent.length]).to.deep.equal([0, mostAskedFor + 5]);
  });

  it('an address, when it has had enough, then takes nothing from the number of the institution', async () => {
    const { sendMany, sent } = world();
    await sendMany(mostAskedFor + 50, () => aMessage('ada@example.org', 'institution-1'));
    await sendMany(mostOfInstitution, (at) => aMessage(`p${at}@example.org`, 'institution-1'));
    expect(sent).to.have.length(mostOfInstitution);
  });

  it('a tally, when it is kept, then tells no address', async () => {
    const { mail, mailTallies } = world();
    await mail.send(aMessage('ada@example.org'));
    expect([...mailTallies.all.keys()].join(' ')).not.to.contain('ada');
  });
});
