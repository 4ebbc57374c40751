/** The LMS's own web services: the token for the tool, and what its account may do. */
import type { Lms } from '../lms.js';
import { canvasPermissions, canvasScopes, newCanvasToken } from '../canvas/rest/rest-account.js';
import {
  newWebServiceToken,
  roleCapabilities,
  serviceFunctions,
} from '../moodle/web-services/service-account.js';
import type { LmsKind, Person, WebServiceAccount } from '../state/lms-state.js';
import { html, type Html } from './html.js';
import { buttonForm, page } from './layout.js';

/** What the account of each LMS may be given, and what that LMS calls it. */
const offers: Record<
  LmsKind,
  { path: string; functions: readonly string[]; capabilities: readonly string[]; words: [string, string] }
> = {
  moodle: {
    path: '/webservice/rest/server.php',
    functions: serviceFunctions,
    capabilities: roleCapabilities,
    words: ['Functions of the service', 'Capabilities of its role'],
  },
  canvas: {
    path: '/api/v1',
    functions: canvasScopes,
    capabilities: canvasPermissions,
    words: ['Scopes of the developer key', 'Permissions of its role'],
  },
};

export function webServicesPage(
  lms: Lms,
  account: WebServiceAccount,
  person: Person,
  notice?: string,
): string {
  const ticks = (kind: string, all: readonly string[], has: readonly string[]): Html[] =>
    all.map((name) => {
      const id = `${kind}-${name}`;
      return html`<label for="${id}"
        ><input
          type="checkbox"
          id="${id}"
          name="${id}"
          value="yes"
          ${has.includes(name) ? html` checked` : ''}
        />
        <code>${name}</code></label
      >`;
    });
  const { path, functions, capabilities, words } = offers[lms.state.kind];
  return page(lms, {
    title: 'Web services',
    person,
    notice,
    body: html`<p>
        A tool asks with this token for grades, completion and competencies. Enter it in the tool.
      </p>
      <dl>
        <dt>Token</dt>
        <dd data-testid="web-service-token">${account.token}</dd>
        <dt>Address</dt>
        <dd>${lms.url}${path}</dd>
      </dl>
      ${buttonForm('/web-services/token', 'Revoke it and make a new token')}
      <form method="post" action="/web-services">
        ${lms.state.kind === 'moodle' ? siteSwitch(account) : ''}
        <h2>${words[0]}</h2>
        ${ticks('function', functions, account.functions)}
        <h2>${words[1]}</h2>
        ${ticks('capability', capabilities, account.capabilities)}
        <p><button>Save changes</button></p>
      </form>`,
  });
}

const siteSwitch = (account: WebServiceAccount): Html =>
  html`<label for="isOn">Web services of the site</label>
    <select id="isOn" name="isOn">
      <option value="yes" ${account.isOn ? html` selected` : ''}>on</option>
      <option value="no" ${account.isOn ? '' : html` selected`}>off</option>
    </select>`;

/** Takes the form over into the account. */
export function saveWebServices(
  kind: LmsKind,
  account: WebServiceAccount,
  form: Record<string, unknown>,
): void {
  const ticked = (kind: string, all: readonly string[]): string[] =>
    all.filter((name) => form[`${kind}-${name}`] === 'yes');
  if (kind === 'moodle') account.isOn = form['isOn'] === 'yes';
  account.functions = ticked('function', offers[kind].functions);
  account.capabilities = ticked('capability', offers[kind].capabilities);
}

export function renewToken(kind: LmsKind, account: WebServiceAccount): void {
  account.token = kind === 'moodle' ? newWebServiceToken() : newCanvasToken();
}
