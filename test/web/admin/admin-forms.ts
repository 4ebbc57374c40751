/** What an administrator types in the tests, and one who has typed it. */
import type { TestBrowser } from '../support/test-browser.js';
import type { WebHarness } from '../support/web-harness.js';

export const password = 'correct horse battery';

export const institutionFields = {
  legalName: 'Haute École de Test',
  country: 'BE',
  region: 'Wallonie',
  url: 'https://he.example.org',
  email: 'info@he.example.org',
  'identifiers.vat': 'BE0123456789',
  'identifiers.ror': '',
  'qualityAssurance.kind': 'internal-and-external',
  'qualityAssurance.standard': 'ESG',
  'qualityAssurance.body': 'AEQES',
  mayAwardEcts: 'yes',
};

export const setUpFields = { password, passwordAgain: password, ...institutionFields };

/** The installation is set up, and the browser is an administrator's. */
export async function signedInAdministrator(web: WebHarness): Promise<TestBrowser> {
  const admin = web.browser();
  await admin.submit(await web.setUpPath(), setUpFields);
  await admin.submit('/admin/sign-in', { password });
  return admin;
}

export const platformFields = {
  family: 'moodle',
  name: 'Moodle of the school',
  issuer: 'https://moodle.example.org',
  clientId: 'abc123',
  deploymentIds: '1\n2',
  authorizationEndpoint: 'https://moodle.example.org/mod/lti/auth.php',
  tokenEndpoint: 'https://moodle.example.org/mod/lti/token.php',
  keySetUrl: 'https://moodle.example.org/mod/lti/certs.php',
};

/** The hidden fields of a page's forms, by name. */
export const hiddenFields = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
