import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { projectPath } from '../../../src/shared/project-path.js';
import type { Page } from '../support/test-browser.js';
import { fullForms, readable, type Fields } from './course-web.js';
import { everyPage } from './every-page.js';
import type { PageOfCourse } from './page-of-course.js';

/** English sentences that must not stand on a French page: long enough that they are no word of both languages. */
function englishSentences(): string[] {
  const found: string[] = [];
  const collect = (value: unknown, french: unknown): void => {
    if (typeof value === 'object' && value !== null)
      for (const [key, below] of Object.entries(value)) collect(below, (french as Fields | undefined)?.[key]);
    else if (typeof value === 'string' && value !== french)
      found.push(...value.split(/\{\{\w+\}\}/).filter((part) => part.trim().length > 11));
  };
  for (const area of ['course', 'learner', 'common', 'endorsements']) {
    const [en, fr] = ['en', 'fr'].map(
      (language) =>
        JSON.parse(
          readFileSync(projectPath('views', 'locales', language, `${area}.json`), 'utf8'),
        ) as unknown,
    );
    collect(en, fr);
  }
  return found;
}

const monthsAndStates =
  /\b(January|February|November|December|Belgium|French|Dutch|blended|written examination)\b/;

describe('the pages of a course in French', function () {
  this.timeout(60_000);
  let pages: PageOfCourse[];
  const english = englishSentences();
  before(async () => {
    pages = await everyPage('fr_be');
  });
  after(async () => {
    for (const web of new Set(pages.map((one) => one.web))) await web.close();
  });

  function expectFrench({ text }: Page, name: string): void {
    expect(text, name).to.contain('<html lang="fr"');
    // What teachers wrote in English is marked so.
    const seen = readable(text.replace(/<(\w+)[^>]* lang="en"[^>]*>[^<]*<\/\1>/g, ''));
    expect(
      english.filter((sentence) => seen.includes(sentence.trim())),
      name,
    ).to.deep.equal([]);
    expect(monthsAndStates.exec(seen)?.[0], name).to.equal(undefined);
    expect(seen, name).not.to.match(/\{\{|undefined|\[object|NaN|\w+:\w+\.\w+/);
  }

  it('every page, when the launch says French, then is French from title to last button', async () => {
    expect(english).to.include('Nothing can be earned here yet');
    for (const { name, person, page } of pages) {
      const answer = await person.get(page);
      expect(answer.status, name).to.equal(200);
      expectFrench(answer, name);
    }
  });

  const at = (name: string): PageOfCourse => {
    const found = pages.find((one) => one.name === name);
    if (!found) throw new Error(`no page ${name}`);
    return found;
  };

  const faulty: [string, Fields][] = [
    ['about', { fieldCode: 'x', 'body-0-url': 'x', secondLanguage: '' }],
    ['assessments', { 'assessment-0-name': 'x'.repeat(301), 'assessment-0-type': 'x' }],
    ['outcomes', { 'outcome-0-url': 'x' }],
    ['level', { ects: 'x', hours: 'x', eqf: '' }],
    ['participation', { participation: 'x' }],
    ['passing', { threshold: 'x' }],
    ['more', { furtherUrl: 'x', validMonths: 'x' }],
  ];
  for (const [group, fields] of faulty)
    it(`the faults of “${group}”, when they are told, then are told in French`, async () => {
      const { person } = at(`full-${group}`);
      const answer = await person.save(group, { ...fullForms[group as keyof typeof fullForms], ...fields });
      expect(answer.status).to.equal(422);
      expectFrench(answer, group);
    });

  it('every other refusal and notice, when it is told, then is told in French', async () => {
    const teacher = at('published').person;
    const draft = at('draft').person;
    const learner = at('claim-unnamed').person;
    const award = 'award-0000000000000001';
    const answers: [string, Promise<Page>][] = [
      ['conflict', draft.post('credential/about', { ...fullForms.about, revision: '0' })],
      ['published meanwhile', teacher.post('credential/about', { ...fullForms.about, revision: '0' })],
      ['publishing refused', draft.publish()],
      ['publishing too late', draft.post('credential/publish', { revision: '0' })],
      [
        'no column',
        at('canvas-passing').person.save('passing', { ...fullForms.passing, then: 'createColumn' }),
      ],
      ['no reason', teacher.post('roster/confirm', { subject: 'met', version: '1', confirmed: 'yes' })],
      ['no learner', teacher.post('roster/confirm', { subject: 'teacher-1', version: '1', reason: 'x' })],
      ['no version', teacher.post('roster/confirm', { subject: 'met', reason: 'x' })],
      ['no reason to revoke', teacher.post(`roster/revoke/${award}`, { was: 'offered' })],
      ['claimed meanwhile', teacher.post(`roster/revoke/${award}`, { was: 'issued', reason: 'x' })],
      ['claim', learner.post('claim', { name: '', email: 'x' })],
      ['claim with a long name', learner.post('claim', { name: 'x'.repeat(201) })],
      ['claim no longer met', learner.post('claim', { name: 'x', email: 'a@example.org', consent: 'yes' })],
      ['withdrawn', teacher.get('roster?done=withdrawn&who=met')],
      ['revoked', teacher.get('roster?done=revoked&who=revoked')],
      ['taken back', teacher.get('roster?done=takenBack&who=offered')],
      ['made private', at('award').person.get('award?done=made-private')],
      ['not permitted', learner.get('roster')],
      ['not found', teacher.get('roster/revoke/x')],
    ];
    for (const [name, answer] of answers) {
      const page = await answer;
      expect(page.status, name).not.to.be.within(300, 399);
      expectFrench(page, name);
    }
  });

  it('numbers and dates, when they are shown, then are written as in French', async () => {
    const progress = at('progress-not-met');
    expect(readable((await progress.person.get(progress.page)).text))
      .to.contain('12,5 sur 20')
      .and.to.contain('72,5 %');
    const award = at('award');
    expect(readable((await award.person.get(award.page)).text)).to.contain('20 novembre 2026');
  });
});
