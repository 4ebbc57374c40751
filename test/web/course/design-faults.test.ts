import { expect } from 'chai';
import { expectToldInOrder } from '../support/told-in-order.js';
import {
  fullForms,
  readable,
  shown,
  startCourse,
  type CourseWeb,
  type Fields,
  type GroupName,
  type Person,
} from './course-web.js';

describe('what a teacher types and Acquis cannot read', () => {
  let web: CourseWeb;
  let teacher: Person;
  beforeEach(async () => {
    web = await startCourse({ microCredential: null });
    teacher = await web.teacher();
    await teacher.submit('credential', {});
    await teacher.save('assessments', fullForms.assessments);
  });
  afterEach(() => web.close());

  it('the code of the field of study, when it is asked for, then the page says what it is, how to find one, and an example', async () => {
    const { text } = await teacher.get('credential/about');
    expect(readable(text))
      .to.contain('UNESCO’s international list of fields of education')
      .and.to.contain('search the web for “ISCED-F 2013 detailed field descriptions”')
      .and.to.contain('0413 is management and administration');
  });

  const several: [GroupName, Fields, number][] = [
    ['about', { ...fullForms.about, title: '', fieldCode: '12345', 'body-0-country': '', language: 'x' }, 3],
    ['assessments', { 'assessment-0-criterion': 'x'.repeat(9000), 'assessment-0-type': 'none' }, 2],
    ['passing', { ...fullForms.passing, threshold: 'half', scoreLink: 'none' }, 2],
    [
      'more',
      { ...fullForms.more, prerequisites: 'x'.repeat(9000), furtherUrl: 'none', validMonths: 'long' },
      3,
    ],
  ];
  for (const [group, typed, count] of several)
    it(`several faults in ${group}, when they are told, then in the order of the page`, async () => {
      expectToldInOrder((await teacher.save(group, typed)).text, count);
    });

  interface Case {
    what: string;
    group: GroupName;
    typed: Fields;
    /** The field that the fault is told at. */
    at: string;
    words: string;
    /** What cannot be kept with it, and how the page calls it. */
    unsaved?: Record<string, string>;
  }
  const cases: Case[] = [
    {
      what: 'a field code',
      group: 'about',
      typed: { fieldCode: '12345' },
      at: 'fieldCode',
      words: 'two to four digits',
      unsaved: { fieldName: 'Name of the field' },
    },
    {
      what: 'the name of a field without its code',
      group: 'about',
      typed: { fieldCode: '' },
      at: 'fieldCode',
      words: 'Fill this in as well',
      unsaved: { fieldName: 'Name of the field' },
    },
    {
      what: 'a further body without its country',
      group: 'about',
      typed: { 'body-0-country': '' },
      at: 'body-0-country',
      words: 'Choose the country of the body',
    },
    {
      what: 'a further body without its name',
      group: 'about',
      typed: { 'body-0-name': '' },
      at: 'body-0-name',
      words: 'Fill this in as well',
    },
    {
      what: 'the address of a further body',
      group: 'about',
      typed: { 'body-0-url': 'javascript:alert(1)' },
      at: 'body-0-url',
      words: 'beginning with https://',
    },
    {
      what: 'a second title without its language',
      group: 'about',
      typed: { secondLanguage: '' },
      at: 'secondLanguage',
      words: 'Fill this in as well',
      unsaved: { 'title-second': 'Title in the second language' },
    },
    {
      what: 'a second language that is the first',
      group: 'about',
      typed: { secondLanguage: 'en' },
      at: 'secondLanguage',
      words: 'Choose another language than the first',
      unsaved: { 'title-second': 'Title in the second language' },
    },
    {
      what: 'a framework without its address',
      group: 'outcomes',
      typed: { 'outcome-0-url': '' },
      at: 'outcome-0-url',
      words: 'Fill this in as well',
      unsaved: { 'outcome-0-framework': 'Learning outcome 1, Framework it belongs to' },
    },
    {
      what: 'ECTS',
      group: 'level',
      typed: { ects: 'many' },
      at: 'ects',
      words: 'a number such as 3 or 0.5: at most 999.99, with no more than two decimals',
    },
    {
      what: 'hours',
      group: 'level',
      typed: { hours: '100000' },
      at: 'hours',
      words: 'such as 75 or 7.5: at most 99,999.99',
    },
    {
      what: 'a level without its number',
      group: 'level',
      typed: { eqf: '' },
      at: 'eqf',
      words: 'Choose one of the answers',
      unsaved: { levelKind: 'Which level applies?', cycle: 'Cycle of higher education' },
    },
    {
      what: 'the address of the quality assurance',
      group: 'participation',
      typed: { qaUrl: 'www.aeqes.example' },
      at: 'qaUrl',
      words: 'beginning with https://',
    },
    {
      what: 'a larger programme without how it is part of it',
      group: 'more',
      typed: { stackability: '' },
      at: 'stackability',
      words: 'Choose one of the answers',
      unsaved: { towards: 'Name of the larger programme or credential' },
    },
    {
      what: 'an address to read more',
      group: 'more',
      typed: { furtherUrl: 'not an address' },
      at: 'furtherUrl',
      words: 'beginning with https://',
    },
    {
      what: 'a number of months',
      group: 'more',
      typed: { validMonths: '1.5' },
      at: 'validMonths',
      words: 'whole number from 1 to 1,200',
    },
    {
      what: 'no months at all',
      group: 'more',
      typed: { validMonths: '0' },
      at: 'validMonths',
      words: 'from 1 to',
    },
  ];
  for (const { what, group, typed, at, words, unsaved = {} } of cases)
    it(`${what}, when it cannot be read, then is shown again as typed with its fault, and the rest is saved`, async () => {
      const sent: Fields = { ...fullForms[group], ...typed };
      const { status, text } = await teacher.save(group, sent);
      expect(status).to.equal(422);
      expect(text).to.contain('<title>Error: ').and.to.contain(`<a href="#${at}">`);
      expect(text).to.match(new RegExp(`id="${at}"[^>]* aria-invalid="true"`));
      expect(readable(text)).to.contain(words).and.to.contain('Everything else was saved.');
      const lost = Object.values(unsaved).join(', ');
      const except = lost && `because it goes with what has to be corrected: ${lost}. Everything else`;
      expect(readable(text)).to.contain(except || ' Everything else was saved.');
      if (!lost) expect(readable(text)).not.to.contain('Not saved yet');
      const after = (await teacher.get(`credential/${group}`)).text;
      for (const [name, value] of Object.entries(sent)) {
        if (name.endsWith('-id')) continue;
        expect(shown(text, name), `${name}, as typed`).to.equal(value);
        if (name !== at && !(name in unsaved)) expect(shown(after, name), `${name}, saved`).to.equal(value);
      }
    });

  it('a further body without its country, when it was saved, then the overview says what is missing, and the form has it again', async () => {
    await teacher.save('about', { ...fullForms.about, 'body-0-country': '' });
    const overview = readable((await teacher.get('credential')).text);
    expect(overview).to.contain('the country of a further awarding body');
    expect(overview).to.contain('Haute École d’Exemple').and.not.to.contain('()');
    const again = await teacher.save('about', { ...fullForms.about, 'body-0-country': 'BE' });
    expect(again.status).to.equal(303);
    const [body] = (await web.draft()).furtherAwardingBodies;
    expect(body).to.include({ legalName: 'Haute École d’Exemple', country: 'BE' });
  });

  it('a long text, when it is longer than a credential may carry, then is cut, shown whole and told', async () => {
    const long = 'x'.repeat(1001);
    const { status, text } = await teacher.save('outcomes', {
      ...fullForms.outcomes,
      'outcome-0-text': long,
    });
    expect(status).to.equal(422);
    expect(shown(text, 'outcome-0-text')).to.equal(long);
    expect(readable(text)).to.contain(
      'Learning outcome 1, The learner…: This is longer than 1,000 characters and was cut',
    );
    expect((await web.draft()).outcomes[0]?.text['en']).to.equal('x'.repeat(1000));
  });

  it('a choice that no page offers, when it is sent, then is told and not kept', async () => {
    const { status, text } = await teacher.save('participation', {
      ...fullForms.participation,
      participation: 'by-post',
    });
    expect(status).to.equal(422);
    expect(readable(text)).to.contain('Form of participation: Choose one of the answers offered');
    expect((await web.draft()).participation).to.equal(undefined);
  });

  it('a number with a comma, when it is typed as in French, then is read', async () => {
    await teacher.save('level', { ...fullForms.level, ects: '2,5', hours: '62,5' });
    expect((await web.draft()).workload).to.deep.equal({ ects: '2.5', hours: 62.5 });
  });

  it('several faults, when they come at once, then each is told with its label', async () => {
    const { text } = await teacher.save('more', { ...fullForms.more, furtherUrl: 'x', validMonths: 'y' });
    expect(readable(text))
      .to.contain('There are 2 problems')
      .and.to.contain('Web address to read more: Enter');
  });

  it('a rule, when its percentage cannot be read, then stays as it was saved: it never asks less than was meant', async () => {
    await teacher.save('passing', fullForms.passing);
    const before = (await web.draft()).rule;
    for (const threshold of ['half', '120', '-1', '']) {
      const { status, text } = await teacher.save('passing', { ...fullForms.passing, threshold });
      expect(status, threshold).to.equal(422);
      expect(shown(text, 'threshold')).to.equal(threshold);
      expect(readable(text))
        .to.contain('from 0 to 100')
        .and.to.contain('Nothing on this page was saved yet')
        .and.not.to.contain('Everything else');
      expect((await web.draft()).rule).to.deep.equal(before);
    }
  });
});
