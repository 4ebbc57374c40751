import { expect } from 'chai';
import { fullForms, readable, shown, startCourse, type CourseWeb, type Person } from './course-web.js';

describe('numbers in what counts as passing', () => {
  let web: CourseWeb;
  let teacher: Person;
  beforeEach(async () => {
    web = await startCourse({ microCredential: null });
    teacher = await web.teacher();
    await teacher.submit('credential', {});
  });
  afterEach(() => web.close());

  const twoWays = { useScore: 'yes', threshold: '50', scoreLink: 'link-1', useExaminer: 'yes' };

  it('at least two ways, when they are asked for, then are the rule, and pages say so', async () => {
    await teacher.save('passing', { ...twoWays, useAccess: 'yes', combine: 'at-least', atLeast: '2' });
    const { rule } = await web.draft();
    expect(rule).to.include({ kind: 'at-least', count: 2 });
    const { text } = await teacher.get('credential/passing');
    expect(['combine', 'atLeast'].map((name) => shown(text, name))).to.deep.equal(['at-least', '2']);
    expect(readable((await teacher.get('credential')).text)).to.contain('At least 2 of these: ');
  });

  it('at least three of two ways, when they are saved, then the review says where, and that it cannot be met', async () => {
    await teacher.save('passing', { ...twoWays, combine: 'at-least', atLeast: '3' });
    const told = 'another number of ways to pass in what counts for the whole: at least 3 of 2 cannot be met';
    expect(readable((await teacher.get('credential')).text)).to.contain(told);
    const { status, text } = await teacher.publish();
    expect(status).to.equal(409);
    expect(readable(text)).to.contain(told);
  });

  it('a wrong number of ways for one outcome, when it is sent or saved, then page and review say of which outcome', async () => {
    await teacher.save('outcomes', fullForms.outcomes);
    const [outcome] = (await web.draft()).outcomes;
    const page = `passing/${outcome?.id}`;
    const typed = await teacher.save(page, { ...twoWays, combine: 'at-least', atLeast: 'two' });
    expect(readable(typed.text)).to.contain(
      'What proves learning outcome 1, How many of them, at least: Enter a whole number from 1 to 20',
    );
    await teacher.save(page, { ...twoWays, combine: 'at-least', atLeast: '3' });
    expect(readable((await teacher.get('credential')).text)).to.contain(
      'for learning outcome 1, another number of ways to pass: at least 3 of 2 cannot be met',
    );
  });

  for (const atLeast of ['', '0', '1.5', 'two', '21'])
    it(`the number “${atLeast}” of ways, when it is sent, then is asked for again and nothing typed is lost`, async () => {
      await teacher.save('passing', fullForms.passing);
      const before = (await web.draft()).rule;
      const { status, text } = await teacher.save('passing', { ...twoWays, combine: 'at-least', atLeast });
      expect(status).to.equal(422);
      expect(readable(text)).to.contain(
        'What counts as passing, How many of them, at least: Enter a whole number from 1 to 20',
      );
      expect(['combine', 'atLeast', 'threshold'].map((name) => shown(text, name))).to.deep.equal([
        'at-least',
        atLeast,
        '50',
      ]);
      expect((await web.draft()).rule).to.deep.equal(before);
    });

  it('points, when they are asked for, then are the threshold, and learners read them', async () => {
    const typed = { useScore: 'yes', threshold: '12,5', thresholdUnit: 'points', scoreLink: 'link-1' };
    await teacher.save('passing', typed);
    expect((await web.draft()).rule).to.deep.equal({
      kind: 'all',
      of: [{ kind: 'own-line-item', linkId: 'link-1', thresholdPoints: 12.5 }],
    });
    const { text } = await teacher.get('credential/passing');
    expect(['threshold', 'thresholdUnit'].map((name) => shown(text, name))).to.deep.equal(['12.5', 'points']);
    expect(readable((await teacher.get('credential')).text)).to.contain(
      'Reach at least 12.5 points in “Claim your badge”',
    );
  });

  for (const [thresholdUnit, threshold, fault] of [
    ['points', '', 'Enter points as a number'],
    ['points', '-1', 'Enter points as a number'],
    ['points', '1000001', 'Enter points as a number such as 12 or 12.5: from 0 to 1,000,000'],
    ['percent', '101', 'Enter a percentage from 0 to 100'],
  ] as const)
    it(`“${threshold}” ${thresholdUnit}, when they are sent, then are asked for again as typed`, async () => {
      const { status, text } = await teacher.save('passing', {
        ...fullForms.passing,
        threshold,
        thresholdUnit,
      });
      expect(status).to.equal(422);
      expect(readable(text)).to.contain(fault);
      expect([shown(text, 'threshold'), shown(text, 'thresholdUnit')]).to.deep.equal([
        threshold,
        thresholdUnit,
      ]);
      expect((await web.draft()).rule).to.equal(undefined);
    });

  const dated = { ...twoWays, combine: 'all', scoreNotAfter: '2026-06-30', examinerNotBefore: '2026-06-01' };

  it('days, when they are chosen, then are in the rule, on the page again, and read by learners', async () => {
    await teacher.save('passing', { ...dated, examinerNotAfter: '2026-07-15' });
    expect((await web.draft()).rule).to.deep.equal({
      kind: 'all',
      of: [
        { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50, notAfter: '2026-06-30' },
        { kind: 'examiner-confirmation', notBefore: '2026-06-01', notAfter: '2026-07-15' },
      ],
    });
    const { text } = await teacher.get('credential/passing');
    const names = ['scoreNotBefore', 'scoreNotAfter', 'examinerNotBefore', 'examinerNotAfter'];
    expect(names.map((name) => shown(text, name))).to.deep.equal([
      '',
      '2026-06-30',
      '2026-06-01',
      '2026-07-15',
    ]);
    expect(readable((await teacher.get('credential')).text))
      .to.contain('Reach at least 50% in “Claim your badge”, on or before 30 June 2026')
      .and.to.contain('Be confirmed by an examiner, between 1 June 2026 and 15 July 2026');
  });

  it('a last day before the first, when it is saved, then the review says that nobody can pass', async () => {
    await teacher.save('passing', { ...dated, examinerNotAfter: '2026-05-31' });
    const told = 'the last day that counts lies before the first, so nobody can pass';
    expect(readable((await teacher.publish()).text)).to.contain(told);
  });

  for (const day of ['30/06/2026', '2026-02-30', 'tomorrow'])
    it(`the day “${day}”, when it is sent, then is asked for again as typed`, async () => {
      const { status, text } = await teacher.save('passing', { ...dated, scoreNotAfter: day });
      expect(status).to.equal(422);
      expect(readable(text)).to.contain(
        'The grade is given on or before: Enter a day as year, month and day',
      );
      expect([shown(text, 'scoreNotAfter'), shown(text, 'examinerNotBefore')]).to.deep.equal([
        day,
        '2026-06-01',
      ]);
      expect((await web.draft()).rule).to.equal(undefined);
    });
});
