/** The administrator's pages as a person uses them: set-up by the one-time link, linking an LMS by hand. */
import type { BrowserContext, Page } from 'playwright-core';
import type { DemoLms } from '../../src/demo-lms/demo-lms.js';
import { makeSetUpLink } from '../../src/domain/institutions/make-set-up-link.js';
import type { TestAcquis } from '../support/running-acquis.js';
import type { TrustService } from '../support/trust-service.js';

const password = 'a long enough passphrase';

export async function setUpAndSignIn(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.locator('#password').fill(password);
  await page.locator('#passwordAgain').fill(password);
  await page.locator('[name="legalName"]').fill('Haute École de Test');
  await page.locator('[name="country"]').selectOption('BE');
  await page.locator('[name="url"]').fill('https://school.example.org/');
  await page.locator('[name="qualityAssurance.kind"][value="internal"]').check();
  await page.locator('[name="qualityAssurance.standard"]').selectOption('ESG');
  await page.locator('[name="qualityAssurance.body"]').fill('AEQES');
  await page.locator('[name="mayAwardEcts"]').check();
  await page.locator('main form button').last().click();
  await page.locator('[name="password"]').fill(password);
  await page.locator('main form button').last().click();
  await page.waitForURL(/\/admin\/?$/);
}

/** Types what the LMS shows its administrator. */
export async function linkByHand(page: Page, base: string, lms: DemoLms): Promise<void> {
  const facts = lms.registration;
  await page.goto(`${base}/admin/platforms/new?family=${lms.kind}`);
  await page.locator('[name="name"]').fill(`Our ${lms.kind}`);
  await page.locator('[name="issuer"]').fill(facts.issuer);
  await page.locator('[name="clientId"]').fill(facts.clientId);
  await page.locator('[name="deploymentIds"]').fill(facts.deploymentIds.join('\n'));
  await page.locator('[name="authorizationEndpoint"]').fill(facts.authorizationEndpoint);
  await page.locator('[name="tokenEndpoint"]').fill(facts.tokenEndpoint);
  await page.locator('[name="keySetUrl"]').fill(facts.keySetUrl);
  await page.locator('main form button.btn-primary').click();
  await page.waitForURL(/\/checks$/);
}

/** Types what a trust service tells its customer, and says that the seal is the institution's own. */
export async function linkSealByHand(page: Page, { access }: TrustService): Promise<void> {
  await page.getByRole('link', { name: 'Administration' }).first().click();
  await page.getByRole('link', { name: 'Electronic seal' }).first().click();
  for (const [name, text] of Object.entries(access)) await page.locator(`[name="${name}"]`).fill(text);
  await page.getByRole('button', { name: 'Try and save' }).click();
  await page.getByRole('radio', { name: 'Our own' }).check();
  await page.getByRole('button', { name: 'Use the seal' }).click();
  await page.getByText('The seal is in use.').waitFor();
}

/** A new installation with one linked LMS, at the page where its token is entered. */
export async function linkedAtToken(
  context: BrowserContext,
  acquis: TestAcquis,
  lms: DemoLms,
): Promise<Page> {
  const page = await context.newPage();
  await setUpAndSignIn(page, await makeSetUpLink(acquis.services));
  await linkByHand(page, acquis.base, lms);
  await page.getByRole('link', { name: 'Token and test' }).click();
  return page;
}
