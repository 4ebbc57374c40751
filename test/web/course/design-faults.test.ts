import { expect } from 'chai';
import { expectToldInOrder } from '../support/told-in-order.js';
import {
  fullForms,
  groups,
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
    /** What cannot be kept with it. */
    unsaved?: string[];
  }
  const cases: Case[] = [
    {
      what: 'a field code',
      group: 'about',
      typed: { fieldCode: '12345' },
      at: 'fieldCode',
      words: 'two to four digits',
      unsaved: ['fieldName'],
    },
    {
      what: 'the name of a field without its code',
      group: 'about',
      typed: { fieldCode: '' },
      at: 'fieldCode',
      words: 'Fill this in as well',
      unsaved: ['fieldName'],
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
      unsaved: ['title-second'],
    },
    {
      what: 'a second language that is the first',
      group: 'about',
      typed: { secondLanguage: 'en' },
      at: 'secondLanguage',
      words: 'Choose another language than the first',
      unsaved: ['title-second'],
    },
    {
      what: 'a framework without its address',
      group: 'outcomes',
      typed: { 'outcome-0-url': '' },
      at: 'outcome-0-url',
      words: 'Fill this in as well',
      unsaved: ['outcome-0-framework'],
    },
    {
      what: 'ECTS',
      group: 'level',
      typed: { ects: 'many' },
      at: 'ects',
      words: 'a number such as 3 or 0.5',
    },
    { what: 'hours', group: 'level', typed: { hours: '-3' }, at: 'hours', words: 'such as 75 or 7.5' },
    {
      what: 'a level without its number',
      group: 'level',
      typed: { eqf: '' },
      at: 'eqf',
      words: 'Choose one of the answers',
      unsaved: ['levelKind', 'cycle'],
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
      unsaved: ['towards'],
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
      words: 'whole number',
    },
    {
      what: 'no months at all',
      group: 'more',
      typed: { validMonths: '0' },
      at: 'validMonths',
      words: 'of 1',
    },
  ];
  for (const { what, group, typed, at, words, unsaved = [] } of cases)
    it(`${what}, when it cannot be read, then is shown again as typed with its fault, and the rest is saved`, async () => {
      const sent: Fields = { ...fullForms[group], ...typed };
      const { status, text } = await teacher.save(group, sent);
      expect(status).to.equal(422);
      expect(text).to.contain('<title>Error: ').and.to.contain(`<a href="#${at}">`);
      expect(text).to.match(new RegExp(`id="${at}"[^>]* aria-invalid="true"`));
      expect(readable(text)).to.contain(words).and.to.contain('Everything else was saved.');
      const after = (await teacher.get(`credential/${group}`)).text;
      for (const [name, value] of Object.entries(sent)) {
        if (name.endsWith('-id')) continue;
        expect(shown(text, name), `${name}, as typed`).to.equal(value);
        if (name !== at && !unsaved.includes(name))
          expect(shown(after, name), `${name}, saved`).to.equal(value);
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
    expect(readable(text)).to.contain('Learning outcome 1, The learner…: This is too long and was cut');
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

  const script = `"'><script>alert('&amp;')</script>{{constructor}}`;
  for (const group of groups)
    it(`hostile text in “${group}”, when it is shown anywhere, then is text and nothing else`, async () => {
      const free =
        /title|description|fieldName|-name|criterion|-text|-code|framework|alignedName|nqf|qaBody|qaOther|qaReference|prerequisites|towards|furtherText/;
      const hostile = Object.fromEntries(
        Object.entries({ ...fullForms[group], nqf: '', qaReference: '' }).map(([name, value]) => [
          name,
          free.test(name) ? script : value,
        ]),
      );
      await teacher.save(group, hostile);
      if (group !== 'passing')
        expect((await teacher.get(`credential/${group}`)).text).to.contain('&lt;script&gt;alert');
      for (const page of [`credential/${group}`, 'credential', 'preview', 'roster']) {
        const { status, text } = await teacher.get(page);
        expect(status, page).to.equal(200);
        expect(text, page).not.to.contain('<script>alert').and.not.to.contain(`"'>`);
      }
      const again = await teacher.save(group, { ...hostile, furtherUrl: 'x', ects: 'x', fieldCode: 'x' });
      expect(again.text).not.to.contain('<script>alert');
    });

  it('a rule, when its percentage cannot be read, then stays as it was saved: it never asks less than was meant', async () => {
    await teacher.save('passing', fullForms.passing);
    const before = (await web.draft()).rule;
    for (const threshold of ['half', '120', '-1', '']) {
      const { status, text } = await teacher.save('passing', { ...fullForms.passing, threshold });
      expect(status, threshold).to.equal(422);
      expect(shown(text, 'threshold')).to.equal(threshold);
      expect(readable(text)).to.contain('from 0 to 100');
      expect((await web.draft()).rule).to.deep.equal(before);
    }
  });

  it('more fields than any form has, when they are sent, then those beyond are not looked at', async () => {
    const rows = Object.fromEntries(
      Array.from({ length: 60 }, (_, row) => [`assessment-${row}-name`, `Number ${row}`]),
    );
    expect((await teacher.save('assessments', rows)).status).to.equal(303);
    expect((await web.draft()).assessments).to.have.length(30);
  });

  it('a form of 5 MB, when it is sent, then is refused in words and the draft is as it was', async () => {
    const before = await web.draft();
    const { status, text } = await teacher.save('more', { prerequisites: 'x'.repeat(5_000_000) });
    expect(status).to.equal(413);
    expect(readable(text)).to.contain('That is too much at once');
    expect(await web.draft()).to.deep.equal(before);
  });

  it('a made-up id of a row, when it is sent, then is refused and the draft is as it was', async () => {
    const before = await web.draft();
    for (const id of ['a b', '$where', '../x']) {
      const sent = { ...fullForms.assessments, 'assessment-0-id': id };
      expect((await teacher.save('assessments', sent)).status).to.equal(400);
    }
    expect(await web.draft()).to.deep.equal(before);
  });
});
