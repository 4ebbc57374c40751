/** The frame of every page of the demonstration LMS: plain, readable without scripts. */
import type { Lms } from '../lms.js';
import type { Person } from '../state/lms-state.js';
import { html, type Html } from './html.js';

const style = `
body{font:16px/1.5 system-ui,sans-serif;margin:0;color:#1b1b1b;background:#fff}
header,main,footer{max-width:70rem;margin:0 auto;padding:.75rem 1rem}
header{display:flex;flex-wrap:wrap;gap:1rem;align-items:center;border-bottom:3px solid #5b3a86}
header.canvas{border-color:#a33a12} nav{display:flex;flex-wrap:wrap;gap:1rem} header form{margin-left:auto}
a{color:#0b4f9c} button{font:inherit;padding:.4rem .8rem;border:1px solid #333;border-radius:4px;background:#f3f3f3;color:#1b1b1b;cursor:pointer}
:focus-visible{outline:3px solid #0b4f9c;outline-offset:2px}
table{border-collapse:collapse;width:100%} th,td{border:1px solid #777;padding:.35rem .5rem;text-align:left}
label{display:block;margin-top:.6rem;font-weight:600} input,select{font:inherit;padding:.3rem;border:1px solid #555;max-width:100%}
input.wide{width:40rem} .people{list-style:none;padding:0;display:grid;gap:.5rem}
.notice{border:2px solid #8a5a00;background:#fff6e0;padding:.6rem .8rem} iframe{border:1px solid #777}
.activity{border:1px solid #999;border-radius:6px;padding:.6rem .9rem;margin:.6rem 0} .acts{display:flex;flex-wrap:wrap;gap:.5rem}
dt{font-weight:600} dd{margin:0 0 .5rem;word-break:break-all} footer{color:#444;border-top:1px solid #bbb;margin-top:2rem}
`;

export interface PageOptions {
  title: string;
  /** Who is logged in. */
  person?: Person | undefined;
  notice?: string | undefined;
  body: Html;
}

export const lmsName = (lms: Lms): string =>
  lms.state.kind === 'moodle' ? 'Moodle-like demonstration' : 'Canvas-like demonstration';

export function page(lms: Lms, { title, person, notice, body }: PageOptions): string {
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} | ${lmsName(lms)}</title>
        <style>
          ${style}
        </style>
        <link rel="icon" href="data:," />
      </head>
      <body>
        <header class="${lms.state.kind}">
          <strong>${lmsName(lms)}</strong>${person ? menu(lms, person) : ''}
        </header>
        <main>
          <h1>${title}</h1>
          ${notice ? html`<p class="notice" role="alert" data-testid="notice">${notice}</p>` : ''} ${body}
        </main>
        <footer>
          A demonstration: invented people, nothing is protected. Not affiliated with
          ${lms.state.kind === 'moodle' ? 'Moodle' : 'Instructure'}.
        </footer>
      </body>
    </html>`.text;
}

function menu(lms: Lms, person: Person): Html {
  const services = lms.state.webServices ? html`<a href="/web-services">Web services</a>` : '';
  const admin = html`<a href="/tool">Tool settings</a> ${services} <a href="/faults">Faults and clock</a>`;
  return html`<nav aria-label="Site">
      <a href="/">Home</a> <a href="/courses">My courses</a>
      ${lms.mailbox ? html`<a href="/mail">Mail</a>` : ''} ${person.siteRole === 'administrator' ? admin : ''}
    </nav>
    <form method="post" action="/log-out">
      <span data-testid="logged-in-as">${person.givenName} ${person.familyName}</span>
      <button>Log out</button>
    </form>`;
}

/** A form that only presses a button. */
export function buttonForm(action: string, label: string, fields: Record<string, string> = {}): Html {
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return html`<form method="post" action="${action}">${hidden}<button>${label}</button></form>`;
}
