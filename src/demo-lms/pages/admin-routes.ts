/** Routes of the administrator: the tool's settings, web services, faults on purpose, the clock, the keys. */
import { Router, type RequestHandler } from 'express';
import { z } from 'zod';
import type { Failure, Lms } from '../lms.js';
import { rotatePlatformKeys } from '../platform-keys.js';
import { loggedIn } from '../sign-in/session.js';
import type { Person } from '../state/lms-state.js';
import { failureKinds, faultsPage } from './faults-page.js';
import { html } from './html.js';
import { buttonForm, page } from './layout.js';
import { toolSettingsPage } from './tool-settings-page.js';
import { renewToken, saveWebServices, webServicesPage } from './web-services-page.js';

const address = z.url({ protocol: /^https?$/ });
const toolForm = z.object({
  loginUrl: address,
  launchUrl: address,
  keySetUrl: address,
  sharesNames: z.enum(['always', 'never']).transform((answer) => answer === 'always'),
  sharesEmail: z.enum(['always', 'never']).transform((answer) => answer === 'always'),
});
const faultsForm = z.object({
  failure: z.enum(failureKinds),
  amount: z.coerce.number().int().min(0).max(600_000).catch(0),
  clockSkewSeconds: z.coerce.number().int().catch(0),
});

export function adminPages(lms: Lms): Router {
  const router = Router();
  const asAdministrator =
    (deed: (person: Person, ...rest: Parameters<RequestHandler>) => void | Promise<void>): RequestHandler =>
    async (request, response, next) => {
      const person = loggedIn(lms, request);
      if (person?.siteRole === 'administrator') return deed(person, request, response, next);
      const body = html`<p>This page is for the administrator.</p>
        ${buttonForm('/log-in', 'Log in as Admin User', { user: '2' })}`;
      response.status(403).send(page(lms, { title: 'Administrators only', person, body }));
    };

  router.get(
    '/tool',
    asAdministrator((person, _request, response) => void response.send(toolSettingsPage(lms, person))),
  );
  router.post(
    '/tool',
    asAdministrator((person, request, response) => {
      const form = toolForm.safeParse(request.body);
      if (!form.success) {
        const names = form.error.issues.map(({ path }) => path.join('.')).join(', ');
        response.status(400).send(toolSettingsPage(lms, person, `Not saved: check ${names}.`));
        return;
      }
      Object.assign(lms.state.tool, form.data);
      lms.keep();
      response.send(toolSettingsPage(lms, person, 'Changes saved'));
    }),
  );
  router.get(
    '/faults',
    asAdministrator((person, _request, response) => void response.send(faultsPage(lms, person))),
  );
  router.post(
    '/faults',
    asAdministrator((person, request, response) => {
      const { failure, amount, clockSkewSeconds } = faultsForm.parse(request.body);
      lms.faults.failure = failureOf(failure, amount);
      lms.faults.clockSkewSeconds = clockSkewSeconds;
      response.send(faultsPage(lms, person, 'Changes saved'));
    }),
  );
  router.post(
    '/keys/rotate',
    asAdministrator(async (person, _request, response) => {
      await rotatePlatformKeys(lms.state);
      lms.keep();
      response.send(faultsPage(lms, person, 'The platform signs with a new key now.'));
    }),
  );
  const { webServices: account } = lms.state;
  if (!account) return router;
  router.get(
    '/web-services',
    asAdministrator(
      (person, _request, response) => void response.send(webServicesPage(lms, account, person)),
    ),
  );
  router.post(
    '/web-services',
    asAdministrator((person, request, response) => {
      saveWebServices(lms.state.kind, account, request.body as Record<string, unknown>);
      lms.keep();
      response.send(webServicesPage(lms, account, person, 'Changes saved'));
    }),
  );
  router.post(
    '/web-services/token',
    asAdministrator((person, _request, response) => {
      renewToken(lms.state.kind, account);
      lms.keep();
      response.send(webServicesPage(lms, account, person, 'The former token no longer works.'));
    }),
  );
  return router;
}

function failureOf(kind: Failure['kind'], amount: number): Failure {
  if (kind === 'slow') return { kind, milliseconds: amount };
  if (kind === 'too-many-requests') return { kind, retryAfterSeconds: amount };
  return { kind };
}
