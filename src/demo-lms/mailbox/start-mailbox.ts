/**
 * A mail server that delivers nothing: it keeps what it is given, so that a demonstration can show it. On loopback, in memory, for
 * anybody, without passwords.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface KeptMail {
  to: string;
  subject: string;
  text: string;
  at: Date;
}

export interface Mailbox {
  /** smtp://127.0.0.1:port */
  readonly url: string;
  /** The newest first. */
  mails(): readonly KeptMail[];
  close(): Promise<void>;
}

const mostKept = 200;
const largestMail = 1_000_000;

export async function startMailbox(): Promise<Mailbox> {
  const kept: KeptMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: largestMail,
    logger: false,
    onData(stream, session, done) {
      simpleParser(stream).then(({ subject = '', text = '' }) => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join(', ');
        kept.unshift({ to, subject, text, at: new Date() });
        kept.splice(mostKept);
        done();
      }, done);
    },
  });
  // somebody who hangs up is no trouble of the mailbox
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails: () => kept,
    close: () => new Promise((resolve) => void server.close(resolve)),
  };
}
