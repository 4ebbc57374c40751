/** Port: hands a message to the mail server. */

export interface MailMessage {
  to: { address: string; name?: string };
  subject: string;
  text: string;
  /** BCP 47. */
  language: string;
  /** The same for each try: whoever gets a message twice can tell. Letters, digits, - and _. */
  id: string;
  /** Where one click ends such messages, of those that come by themselves. RFC 8058 https://www.rfc-editor.org/rfc/rfc8058 */
  stopUrl?: string;
}

/**
 * sent: the mail server has it. refused: it never will. later: it has not, and may have it another time. unclear: the connection
 * broke when it may have had it.
 */
export type MailOutcome = 'sent' | 'refused' | 'later' | 'unclear';

export interface Mail {
  send(message: MailMessage): Promise<MailOutcome>;
}
