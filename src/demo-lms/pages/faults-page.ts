/** Where the administrator breaks things: faults of the services, a wrong clock, new keys. */
import type { Failure, Lms } from '../lms.js';
import type { Person } from '../state/lms-state.js';
import { html } from './html.js';
import { buttonForm, page } from './layout.js';

const failures: Record<Failure['kind'], string> = {
  none: 'none',
  slow: 'slow: answers after the given milliseconds',
  'server-error': 'HTTP 500',
  'too-many-requests': 'HTTP 429, Retry-After the given seconds',
  html: 'an HTML page instead of JSON',
  hang: 'no answer at all',
  'half-answer': 'half an answer',
  throttled: 'HTTP 403 because it was asked too much, without a time (Canvas)',
  'foreign-page': 'the next page of a list on another server (Canvas)',
  'key-set-gone': 'the key set of the platform is gone',
};

export const failureKinds = Object.keys(failures) as [Failure['kind'], ...Failure['kind'][]];

export function faultsPage(lms: Lms, person: Person, notice?: string): string {
  const { failure, clockSkewSeconds } = lms.faults;
  const amount =
    failure.kind === 'slow'
      ? failure.milliseconds
      : failure.kind === 'too-many-requests'
        ? failure.retryAfterSeconds
        : 0;
  return page(lms, {
    title: 'Faults and clock',
    person,
    notice,
    body: html`<form method="post" action="/faults">
        <label for="failure">Fault of the services</label
        ><select id="failure" name="failure">
          ${Object.entries(failures).map(
            ([kind, words]) =>
              html`<option value="${kind}" ${kind === failure.kind ? html` selected` : ''}>${words}</option>`,
          )}
        </select>
        <label for="amount">Milliseconds (slow) or seconds (429)</label
        ><input id="amount" name="amount" inputmode="numeric" value="${amount}" />
        <label for="clock">Clock off by how many seconds (minus: behind)</label
        ><input id="clock" name="clockSkewSeconds" value="${clockSkewSeconds}" />
        <p><button>Save changes</button></p>
      </form>
      <h2>Keys</h2>
      <p>Signing key: <code data-testid="signing-key">${lms.state.keys[0]?.kid}</code></p>
      ${buttonForm('/keys/rotate', 'Rotate the platform keys')}`,
  });
}
