/** The pages of a demonstration LMS as a person uses them: log in by one click, open an activity in its frame. */
import type { BrowserContext, FrameLocator, Page } from 'playwright-core';
import type { DemoLms } from '../../src/demo-lms/demo-lms.js';

export interface OpenActivity {
  page: Page;
  /** Acquis inside the LMS's page. */
  frame: FrameLocator;
}

export async function logIn(context: BrowserContext, lms: DemoLms, name: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(lms.url);
  await page.getByRole('button', { name: `Log in as ${name}` }).click();
  return page;
}

/** Opens an activity of a course in the LMS's frame. */
export async function openActivity(page: Page, course: string, activity: string): Promise<OpenActivity> {
  const lms = new URL(page.url()).origin;
  await page.goto(lms);
  await page.goto(`${lms}/courses`);
  await page.getByRole('link', { name: course, exact: true }).click();
  await page.getByRole('link', { name: `Open ${activity}`, exact: true }).click();
  const frame = page.frameLocator('iframe#contentframe, iframe#tool_content');
  await frame.locator('h1').first().waitFor();
  return { page, frame };
}

/** The teacher changes grades of the first course, by name of the learner. */
export async function changeGrades(
  context: BrowserContext,
  lms: DemoLms,
  column: string,
  grades: Record<string, string>,
): Promise<Page> {
  const page = await logIn(context, lms, 'Teresa Teacher');
  await page.goto(`${lms.url}/courses/2/grades`);
  for (const [name, points] of Object.entries(grades))
    await page.getByLabel(`${column} grade of ${name}`).fill(points);
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('changed.').waitFor();
  return page;
}

/** What the LMS's administrator copies for the tool. */
export async function webServiceToken(context: BrowserContext, lms: DemoLms): Promise<string> {
  const page = await logIn(context, lms, 'Admin User');
  await page.goto(`${lms.url}/web-services`);
  return page.getByTestId('web-service-token').innerText();
}
