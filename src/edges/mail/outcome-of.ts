/**
 * What has become of a message, from how handing it over failed. nodemailer says "connection closed" alike before the message and
 * after it, so that whether the message had begun is told from outside. https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1
 */
import type { MailOutcome } from '../../domain/notices/mail.js';

export interface SmtpFailure {
  code?: unknown;
  /** What was said to the server last. */
  command?: unknown;
  /** What it answered. */
  responseCode?: unknown;
}

export function outcomeOf(
  { code, command, responseCode }: SmtpFailure,
  hadBegun: boolean,
): Exclude<MailOutcome, 'sent'> {
  if (typeof responseCode === 'number') {
    // its greeting, our password and our sender are the administrator's to mend: the message itself is good
    const isAboutMessage = command === 'RCPT TO' || command === 'DATA';
    return responseCode >= 500 && isAboutMessage ? 'refused' : 'later';
  }
  // an address or a message that cannot be written down
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return 'refused';
  return hadBegun ? 'unclear' : 'later';
}
