/** The teacher's pages inside the LMS's frame as a person uses them. */
import type { FrameLocator, Locator } from 'playwright-core';

export interface Passing {
  access?: string;
  percent?: string;
  examiner?: boolean;
  /** An activity of the LMS that has to be passed. */
  passed?: string;
  /** A column of the LMS's gradebook, and how much of it is needed. */
  grade?: { column: string; percent: string };
  /** How much of the course's total. */
  totalPercent?: string;
  combine?: 'all' | 'any';
}

const saveAndGoOn = (frame: FrameLocator) => frame.locator('button[value="next"]:not([aria-hidden])').click();
const heading = (frame: FrameLocator, text: string) =>
  frame.getByRole('heading', { level: 1, name: text }).waitFor();

/** Designs a complete micro-credential, group by group, up to the overview. */
export async function design(frame: FrameLocator, title: string, passing: Passing): Promise<void> {
  await frame.getByRole('button', { name: 'Begin' }).click();
  await heading(frame, 'Title and awarding body');
  await frame.locator('#title').fill(title);
  await frame.locator('#description').fill('Learners find, judge and present data.');
  await saveAndGoOn(frame);
  await heading(frame, 'Assessments');
  await frame.locator('#assessment-0-name').fill('Final project');
  await frame.locator('#assessment-0-type').selectOption('project-work');
  await frame.locator('#assessment-0-criterion').fill('Presents a data set with two correct diagrams.');
  await saveAndGoOn(frame);
  await heading(frame, 'Learning outcomes');
  await frame.locator('#outcome-0-text').fill('analyses a data set and explains its limits');
  await frame.locator('#outcome-0-assessment').selectOption({ label: 'Final project' });
  await saveAndGoOn(frame);
  await heading(frame, 'Workload and level');
  await frame.locator('#ects').fill('3');
  await frame.locator('#hours').fill('75');
  await frame.locator('#levelKind').check();
  await frame.locator('#eqf').selectOption('6');
  await saveAndGoOn(frame);
  await heading(frame, 'Participation and quality assurance');
  await frame.locator('#participation').selectOption('blended');
  await saveAndGoOn(frame);
  await heading(frame, 'What counts as passing');
  await choosePassing(frame, passing);
  await frame.locator('button[value="overview"]').click();
  await heading(frame, title);
}

export async function choosePassing(frame: FrameLocator, passing: Passing): Promise<void> {
  if (passing.combine) await frame.locator(`input[name="combine"][value="${passing.combine}"]`).check();
  if (passing.access) {
    await frame.locator('#useAccess').check();
    await selectNamed(frame, '#accessLink', passing.access);
  }
  if (passing.percent) {
    await frame.locator('#useScore').check();
    await frame.locator('#threshold').fill(passing.percent);
  }
  if (passing.passed) {
    await frame.locator('#useCompletion').check();
    await selectNamed(frame, '#completionActivity', passing.passed);
    await frame.locator('#completionNeeds').selectOption('passed');
  }
  if (passing.grade) {
    await frame.locator('#useGrade').check();
    await selectNamed(frame, '#gradeColumn', passing.grade.column);
    await frame.locator('#gradeThreshold').fill(passing.grade.percent);
  }
  if (passing.totalPercent) {
    await frame.locator('#useTotal').check();
    await frame.locator('#totalThreshold').fill(passing.totalPercent);
  }
  if (passing.examiner) await frame.locator('#useExaminer').check();
}

/** Chooses what has the name, which the page may tell with more. */
async function selectNamed(frame: FrameLocator, list: string, name: string): Promise<void> {
  const option = frame.locator(`${list} option`, { hasText: name });
  await frame.locator(list).selectOption(await option.first().getAttribute('value'));
}

export async function publish(frame: FrameLocator): Promise<void> {
  await frame.getByRole('button', { name: /^Publish version/ }).click();
}

/** The learner's part of the list of learners. */
export function rosterRow(frame: FrameLocator, name: string): Locator {
  return frame.locator('.roster-row', { has: frame.getByRole('heading', { name, exact: true }) });
}

export async function confirmByHand(frame: FrameLocator, name: string, reason: string): Promise<void> {
  const row = rosterRow(frame, name).locator('.roster-deeds');
  await row.locator('summary').click();
  await row.locator('textarea').fill(reason);
  await row.locator('button[type="submit"]').click();
  await frame.getByText(`The confirmation of ${name} was recorded.`).waitFor();
}
