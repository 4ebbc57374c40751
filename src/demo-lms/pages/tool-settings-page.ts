/** The tool's settings in the words of each LMS, and what the administrator copies into the tool. */
import { platformEndpoints, type Lms } from '../lms.js';
import type { Person } from '../state/lms-state.js';
import { html, type Html } from './html.js';
import { page } from './layout.js';

const words = {
  moodle: {
    heading: 'Tool settings',
    loginUrl: 'Initiate login URL',
    launchUrl: 'Redirection URI(s)',
    keySetUrl: 'Public keyset',
    sharesNames: "Share launcher's name with tool",
    sharesEmail: "Share launcher's email with tool",
    issuer: 'Platform ID',
    clientId: 'Client ID',
    deployment: 'Deployment ID',
    keySet: 'Public keyset URL',
    token: 'Access token URL',
    authorization: 'Authentication request URL',
  },
  canvas: {
    heading: 'Developer key',
    loginUrl: 'OpenID Connect Initiation Url',
    launchUrl: 'Redirect URIs (Target Link URI)',
    keySetUrl: 'Public JWK URL',
    sharesNames: 'Privacy: names',
    sharesEmail: 'Privacy: e-mail address',
    issuer: 'Issuer',
    clientId: 'Client ID (the number of the developer key)',
    deployment: 'Deployment ID',
    keySet: 'Public JWKs URL',
    token: 'Grant Host URL',
    authorization: 'Authorization Redirect URL',
  },
} as const;

export function toolSettingsPage(lms: Lms, person: Person, notice?: string): string {
  const { tool, kind } = lms.state;
  const named = words[kind];
  const endpoints = platformEndpoints(lms);
  const field = (name: 'loginUrl' | 'launchUrl' | 'keySetUrl'): Html =>
    html`<label for="${name}">${named[name]}</label
      ><input class="wide" type="url" id="${name}" name="${name}" value="${tool[name]}" required />`;
  const choice = (name: 'sharesNames' | 'sharesEmail'): Html =>
    html`<label for="${name}">${named[name]}</label>
      <select id="${name}" name="${name}">
        <option value="always" ${tool[name] ? html` selected` : ''}>Always</option>
        <option value="never" ${tool[name] ? '' : html` selected`}>Never</option>
      </select>`;
  const fact = (id: string, label: string, value: string): Html =>
    html`<dt>${label}</dt>
      <dd data-testid="${id}">${value}</dd>`;
  return page(lms, {
    title: named.heading,
    person,
    notice,
    body: html`<h2>Addresses of the tool</h2>
      <form method="post" action="/tool">
        ${field('loginUrl')}${field('launchUrl')}${field('keySetUrl')}${choice('sharesNames')}${choice('sharesEmail')}
        <p><button>Save changes</button></p>
      </form>
      <h2>Copy these into the tool</h2>
      <dl>
        ${fact('issuer', named.issuer, lms.issuer)}${fact('client-id', named.clientId, tool.clientId)}
        ${tool.deploymentIds.map((id, index) => fact(`deployment-id-${index + 1}`, named.deployment, id))}
        ${fact('key-set-url', named.keySet, endpoints.keySetUrl)}${fact('token-url', named.token, endpoints.tokenEndpoint)}
        ${fact('authorization-url', named.authorization, endpoints.authorizationEndpoint)}
      </dl>`,
  });
}
