/** The web services of the Moodle-like LMS: the token for the tool, and what its account may do. */
import type { Lms } from '../lms.js';
import {
  newWebServiceToken,
  roleCapabilities,
  serviceFunctions,
} from '../moodle/web-services/service-account.js';
import type { Person, WebServiceAccount } from '../state/lms-state.js';
import { html, type Html } from './html.js';
import { buttonForm, page } from './layout.js';

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
        <dd>${lms.url}/webservice/rest/server.php</dd>
      </dl>
      ${buttonForm('/web-services/token', 'Revoke it and make a new token')}
      <form method="post" action="/web-services">
        <label for="isOn">Web services of the site</label>
        <select id="isOn" name="isOn">
          <option value="yes" ${account.isOn ? html` selected` : ''}>on</option>
          <option value="no" ${account.isOn ? '' : html` selected`}>off</option>
        </select>
        <h2>Functions of the service</h2>
        ${ticks('function', serviceFunctions, account.functions)}
        <h2>Capabilities of its role</h2>
        ${ticks('capability', roleCapabilities, account.capabilities)}
        <p><button>Save changes</button></p>
      </form>`,
  });
}

/** Takes the form over into the account. */
export function saveWebServices(account: WebServiceAccount, form: Record<string, unknown>): void {
  const ticked = (kind: string, all: readonly string[]): string[] =>
    all.filter((name) => form[`${kind}-${name}`] === 'yes');
  account.isOn = form['isOn'] === 'yes';
  account.functions = ticked('function', serviceFunctions);
  account.capabilities = ticked('capability', roleCapabilities);
}

export function renewToken(account: WebServiceAccount): void {
  account.token = newWebServiceToken();
}
