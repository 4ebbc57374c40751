import { expect } from 'chai';
import { fullForms, groups, readable, startCourse, type CourseWeb, type Person } from './course-web.js';

describe('forms of the editor that were made to do harm', () => {
  let web: CourseWeb;
  let teacher: Person;
  beforeEach(async () => {
    web = await startCourse({ microCredential: null });
    teacher = await web.teacher();
    await teacher.submit('credential', {});
    await teacher.save('assessments', fullForms.assessments);
  });
  afterEach(() => web.close());

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
