/** Port: hands a message to the mail server. */

export interface MailMessage {
  to: { address: string; name?: string };
  subject: string;
  text: string;
  /** BCP 47. */
  language: string;
  /** The same for each try: whoever gets a message twice can tell. Letters, digits, - and _. */
  id: string;
  /** Id of the institution in whose name somebody has it sent to an address that they typed; absent where it comes by itself. */
  askedBy?: string;
  /** Where one click ends such messages, of those that come by themselves. RFC 8058 https://www.rfc-editor.org/rfc/rfc8058 */
  stopUrl?: string;
}

/**
 * sent: the mail server has it. refused: it never will. later: it has not, and may have it another time. unclear: the connection
 * broke when it may have had it. too-many: it was not asked, since enough was sent today.
 */
export type MailOutcome = 'sent' | 'refused' | 'later' | 'unclear' | 'too-many';

export interface Mail {
  send(message: MailMessage): Promise<MailOutcome>;
}
