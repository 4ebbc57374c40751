import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { asLearner, asTeacher } from '../../support/builders/a-visit.js';
import { openBrowser, type TestBrowser } from '../../support/chromium.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { aRosterMember, scriptedLms } from '../../support/memory/scripted-lms.js';
import { startCourse, type CourseWeb } from '../course/course-web.js';

describe('a course in a browser without JavaScript', function () {
  this.timeout(120_000);
  let browser: TestBrowser;
  let web: CourseWeb;
  let page: Page;
  before(async () => {
    const keys = memoryKeys();
    await keys.ensure('institution-1');
    const ada = aRosterMember('learner-1', { name: 'Ada Learner' });
    web = await startCourse({
      microCredential: null,
      services: { keys, lms: scriptedLms({ roster: [ada] }) },
    });
    browser = await openBrowser({ javaScript: false, viewport: { width: 1280, height: 600 } });
    page = await browser.context.newPage();
    await page.route('http://localhost:8080/**', (route) => route.abort());
  });
  after(async () => {
    await browser.close();
    await web.close();
  });

  const enter = async (launch: Parameters<CourseWeb['launch']>[1]): Promise<void> => {
    await web.launch(web.browser(), launch);
    await page.goto(`${web.url.replace('127.0.0.1', 'localhost')}/lti/launch`);
  };
  const tess = { roles: asTeacher, person: { subject: 'teacher-1', name: 'Tess Teacher' } };
  const ada = {
    roles: asLearner,
    person: { subject: 'learner-1', name: 'Ada Learner', email: 'ada@example.org' },
  };
  const goOn = () => page.click('button[value=next]:not([aria-hidden])');
  const heading = (text: string) => page.getByRole('heading', { level: 1, name: text }).waitFor();
  const says = (text: string) => page.getByText(text).first().waitFor();

  it('a teacher, when they design one from beginning to end, then it is published', async () => {
    await enter(tess);
    await page.getByRole('button', { name: 'Begin' }).click();
    await heading('Title and awarding body');
    await page.fill('#title', 'Data literacy');
    await page.getByText('Title and description in a second language').click();
    await page.selectOption('#secondLanguage', 'fr');
    await page.fill('[name=title-second]', 'Culture des données');
    await goOn();
    await heading('Assessments');
    await page.fill('#assessment-0-name', 'Final project');
    await page.selectOption('#assessment-0-type', 'project-work');
    await page.fill('#assessment-0-criterion', 'Presents a data set with two correct diagrams.');
    await page.getByRole('button', { name: 'Save and add an assessment' }).click();
    await page.waitForURL('**/assessments#assessment-1-name');
    await goOn();
    await heading('Learning outcomes');
    await page.fill('#outcome-0-text', 'analyses a data set and explains its limits');
    await page.selectOption('#outcome-0-assessment', { label: 'Final project' });
    await goOn();
    await heading('Workload and level');
    await page.fill('#ects', '3');
    await page.getByText('A level of the European Qualifications Framework').click();
    await page.selectOption('#eqf', '6');
    await goOn();
    await heading('Participation and quality assurance');
    await page.selectOption('#participation', 'blended');
    await goOn();
    await heading('What counts as passing');
    await page.getByText('An examiner’s confirmation counts').click();
    await page.click('button[value=overview]');
    await heading('Data literacy');
    await page.getByRole('button', { name: 'Publish version 1' }).click();
    await says('Version 1 is published.');
  });

  it('what belongs to a choice, when the choice is not taken, then is not in the way', async () => {
    await enter(tess);
    await page.getByRole('button', { name: 'Start the next version' }).click();
    await page.goto(page.url().replace(/credential.*/, 'credential/passing'));
    expect(await page.locator('#threshold').isVisible()).to.equal(false);
    await page.getByText('A grade counts').click();
    expect(await page.locator('#threshold').isVisible()).to.equal(true);
    await page.goto(page.url().replace(/passing.*/, 'level'));
    expect(await page.locator('#levelReason').isVisible()).to.equal(false);
    await page.getByText('No level applies', { exact: true }).click();
    expect(await page.locator('#eqf').isVisible()).to.equal(false);
    expect(await page.locator('#levelReason').isVisible()).to.equal(true);
    await page.goto(page.url().replace(/level.*/, 'participation'));
    expect(await page.locator('#qaOtherStandard').isVisible()).to.equal(false);
    await page.selectOption('#qaStandard', 'other');
    expect(await page.locator('#qaOtherStandard').isVisible()).to.equal(true);
  });

  it('a teacher, when they confirm a learner, then the list says so', async () => {
    await enter(tess);
    await page.getByRole('link', { name: 'Learners', exact: true }).click();
    await page.locator('summary', { hasText: 'Confirm' }).click();
    await page.getByLabel('Reason (Ada Learner)').fill('Oral examination, passed.');
    await page.getByRole('button', { name: 'Record the confirmation' }).click();
    await says('The confirmation of Ada Learner was recorded.');
  });

  it('a teacher who looks first, when they select a learner, then offers the award after a page that asks', async () => {
    await enter(tess);
    await page.getByRole('link', { name: 'Who offers the award' }).click();
    await page.getByLabel('I look first').check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await says('nobody is offered the award before a teacher has looked');
    await page.goto(page.url().replace(/credential.*/, 'roster'));
    await page.getByRole('button', { name: 'Offer the award to those selected' }).click();
    await says('Nobody was selected.');
    await page.getByLabel('Select (Ada Learner)').check();
    await page.getByRole('button', { name: 'Offer the award to those selected' }).click();
    await heading('Offer the award to 1 learner?');
    await says('Oral examination, passed.');
    await page.getByRole('button', { name: 'Offer the award to 1 learner' }).click();
    await heading('1 learner was offered the award');
    await page.goBack();
    await heading('Nobody can be offered the award now');
    await says('has been offered the award already');
  });

  it('a learner, when they claim, then holds it, and the name is shown and hidden', async () => {
    await enter(ada);
    await page.getByRole('link', { name: 'Claim your micro-credential' }).click();
    await page.getByRole('button', { name: 'Claim it' }).click();
    await says('Tick the box');
    await page.check('#consent');
    await page.getByRole('button', { name: 'Claim it' }).click();
    await heading('Your micro-credential');
    expect(await page.locator('[data-copy]').isVisible()).to.equal(false);
    expect(await page.inputValue('#award-link')).to.match(/^http:\/\/localhost:8080\/awards\/[\w-]{22}$/);
    await page.getByRole('button', { name: 'Show my name' }).click();
    await says('The page of your badge now shows your name.');
    await page.getByRole('button', { name: 'Hide my name' }).click();
    await says('The page of your badge no longer shows your name.');
    await page.goBack();
    await heading('Your micro-credential');
  });

  it('a teacher, when they revoke it, then learner and list say so', async () => {
    await enter(tess);
    await page.getByRole('link', { name: 'Learners', exact: true }).click();
    await page.getByRole('link', { name: /^Revoke/ }).click();
    await page.fill('#reason', 'The project was copied.');
    await page.getByRole('button', { name: 'Revoke this award' }).click();
    await says('The award of Ada Learner was revoked.');
    await enter(ada);
    await says('This award was revoked on 24 November 2026. Reason: The project was copied.');
  });
});
