/** The file of the learners as spreadsheets read it: in half of Europe they part cells at semicolons. */
import { expect } from 'chai';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { aRosterMember, scriptedLms } from '../../support/memory/scripted-lms.js';
import { anIssuedAward } from '../../support/builders/an-award.js';
import { readable, startCourse, type CourseWeb } from './course-web.js';

const dde = "=cmd|'/c calc'!A1";
const hostile = [
  `Bob;${dde};`,
  `Bob; ${dde}`,
  `Bob;"${dde}";`,
  `Bob\t${dde}`,
  `Bob\r\n${dde}`,
  `Bob,${dde}`,
  ` ${dde}`,
  `;;${dde}`,
  '@SUM(1)',
  '+1',
  '-1',
  '＝1+1',
  'Zoë "Zo;=1+1"\n=2+2 O’Hara',
];

/** Rows of cells: only a quote at a cell's begin quotes. */
function cellsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let [cell, quoted] = ['', false];
  const end = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  const signs = [...text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')];
  for (let at = 0; at < signs.length; at += 1) {
    const sign = signs[at] ?? '';
    if (quoted && sign === '"' && signs[at + 1] === '"') [cell, at] = [`${cell}"`, at + 1];
    else if (quoted && sign === '"') quoted = false;
    else if (!quoted && sign === '"' && cell === '') quoted = true;
    else if (!quoted && sign === separator) end();
    else if (!quoted && sign === '\n') {
      end();
      rows.push([]);
    } else cell += sign;
  }
  return rows.filter(({ length }) => length > 0);
}

describe('the e-mail addresses in the file of the learners', () => {
  const listWith = async (emails: (string | undefined)[], emailFrom?: 'lms' | 'learner', locale = 'en') => {
    const roster = emails.map((email, at) => aRosterMember(`learner-${at + 1}`, { email }));
    const award = anIssuedAward();
    const recipient = award.recipient && emailFrom && { ...award.recipient, emailFrom };
    const web = await startCourse({
      awards: recipient ? [{ ...award, recipient }] : [],
      services: { lms: scriptedLms({ roster }) },
    });
    const page = readable((await (await web.teacher({ locale })).get('roster')).text);
    await web.close();
    return page;
  };

  it('when the LMS shares none, then the page says so by the link; when it shares one, or one was told at a claim, then not', async () => {
    const none = 'The file has no e-mail addresses: the LMS shares none with Acquis.';
    expect(await listWith([undefined, undefined])).to.contain(none);
    expect(await listWith([undefined], undefined, 'fr')).to.contain('ne contient pas d’adresses e-mail');
    expect(await listWith([undefined], 'learner')).to.contain(
      'only the e-mail addresses that learners typed when they claimed',
    );
    for (const page of [await listWith(['ada@example.org', undefined]), await listWith([undefined], 'lms')])
      expect(page).to.not.contain('shares none');
  });
});

describe('the file of the learners, in a spreadsheet', () => {
  let web: CourseWeb;
  before(async () => {
    const named = hostile.map((name, at) => aRosterMember(`learner-${at}`, { name }));
    const numbered = hostile.map((id) => aRosterMember(id, { name: `Of ${hostile.indexOf(id)}` }));
    web = await startCourse({
      microCredential: aMicroCredential({ versions: [aVersion()] }),
      services: { lms: scriptedLms({ roster: [...named, ...numbered] }) },
    });
  });
  after(() => web.close());

  for (const [separator, name] of [
    [',', 'commas'],
    [';', 'semicolons'],
    ['\t', 'tabs'],
  ] as const)
    it(`hostile names and ids, when cells are parted at ${name}, then begin no formula`, async () => {
      const { text } = await (await web.teacher()).get('roster/learners.csv');
      const cells = cellsOf(text, separator).flat();
      expect(cells.join(' ')).to.contain('calc');
      for (const cell of cells) expect(cell.trim()).not.to.match(/^["\s]*[=+\-@＝＋－＠]/);
    });

  it('quotes and line ends in names, when cells are parted at commas, then stay within one row', async () => {
    const { text } = await (await web.teacher()).get('roster/learners.csv');
    const rows = cellsOf(text, ',');
    expect(rows).to.have.lengthOf(2 * hostile.length + 1);
    expect(new Set(rows.map(({ length }) => length)).size).to.equal(1);
    expect(rows.map(([name]) => name)).to.include('Zoë "Zo;\'=1+1" =2+2 O’Hara');
  });
});
