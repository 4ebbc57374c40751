/** What the demonstration's mail server was given: in life these messages would be in people's own mail programs. */
import type { Lms } from '../lms.js';
import type { KeptMail } from '../mailbox/start-mailbox.js';
import type { Person } from '../state/lms-state.js';
import { html, type Html } from './html.js';
import { page } from './layout.js';

export function mailPage(lms: Lms, person: Person | undefined, mails: readonly KeptMail[]): string {
  const body = html`<p>
      Messages that Acquis has sent. Nothing leaves this machine: they are only shown here.
    </p>
    ${mails.length > 0 ? mails.map(one) : html`<p>There are none yet.</p>`}`;
  return page(lms, { title: 'Mail', person, body });
}

function one({ to, subject, text, at }: KeptMail): Html {
  return html`<article class="activity" data-testid="mail">
    <h2>${subject}</h2>
    <p>To ${to}, <time datetime="${at.toISOString()}">${at.toUTCString()}</time></p>
    ${text
      .trim()
      .split(/\n{2,}/)
      .map((paragraph) => html`<p>${linked(paragraph)}</p>`)}
  </article>`;
}

function linked(text: string): Html[] {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part) => (/^https?:\/\//.test(part) ? html`<a href="${part}">${part}</a>` : html`${part}`));
}
