/**
 * Hands messages to a mail server by SMTP. Passwords go through TLS only; a server on this machine needs none.
 * https://www.rfc-editor.org/rfc/rfc5321 , RFC 8058 (one click ends the messages), RFC 3834 (no automatic answers)
 */
import { Readable } from 'node:stream';
import type { Transporter } from 'nodemailer';
import type { Mail } from '../../domain/notices/mail.js';
import { outcomeOf, type SmtpFailure } from './outcome-of.js';

export interface MailSettings {
  /** smtp://user:password@host:587 or smtps://...; `?tls=none` for a relay of one's own network that has none. */
  url: string;
  /** Address of the sender, with a name or without. */
  from: string;
  /** Origin of this installation: its host is in the ids of the messages. */
  base: string;
  /** Milliseconds for a connection and the server's greeting, and for any later answer. */
  patience?: { connecting: number; silence: number };
}

const usualPatience = { connecting: 10_000, silence: 30_000 };

/** @param onTrouble told without personal data why a message could not be handed over */
export function createMail(
  { url, from, base, patience = usualPatience }: MailSettings,
  onTrouble: (sentence: string, facts: Record<string, unknown>) => void,
): Mail {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url);
  const secure = protocol === 'smtps:';
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const withoutTls = searchParams.get('tls') === 'none' && username === '';
  const options = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    requireTLS: !secure && !isHere && !withoutTls,
    ignoreTLS: withoutTls,
    auth: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined,
    connectionTimeout: patience.connecting,
    greetingTimeout: patience.connecting,
    socketTimeout: patience.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  // loaded when it is needed first: most installations start without a message to send
  let opened: Promise<Transporter> | undefined;
  const transport = (): Promise<Transporter> =>
    (opened ??= import('nodemailer').then(({ createTransport }) => createTransport(options)));
  return {
    async send({ to, subject, text, language, id, stopUrl }) {
      let hadBegun = false;
      // read when the message is handed over, and not before
      function* body(): Generator<string> {
        hadBegun = true;
        yield text;
      }
      try {
        await (
          await transport()
        ).sendMail({
          from,
          to: { address: to.address, name: to.name ?? '' },
          subject,
          text: Readable.from(body()),
          textEncoding: 'quoted-printable',
          messageId: `<${id}@${new URL(base).hostname}>`,
          headers: {
            'Content-Language': language,
            'Auto-Submitted': 'auto-generated',
            ...(stopUrl !== undefined && {
              'List-Unsubscribe': `<${stopUrl}>`,
              'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            }),
          },
        });
        return 'sent';
      } catch (error) {
        const { code, command, responseCode } = (error ?? {}) as SmtpFailure;
        const outcome = outcomeOf({ code, command, responseCode }, hadBegun);
        // never the server's own words, which may hold the address
        onTrouble('a message could not be handed to the mail server', {
          outcome,
          code,
          command,
          responseCode,
        });
        return outcome;
      }
    },
  };
}
