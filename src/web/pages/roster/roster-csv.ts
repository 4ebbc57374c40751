/**
 * GET /visits/:visit/roster/learners.csv: the learners that the list shows, on all its pages, for a spreadsheet.
 * https://www.rfc-editor.org/rfc/rfc4180 ; cells that a spreadsheet would take for a formula are made text
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
import { stringify } from 'csv-stringify/sync';
import type { Request, RequestHandler } from 'express';
import type { Award } from '../../../domain/awards/award.js';
import { rosterDesk, type RosterDesk, type RosterRow } from '../../../domain/awards/roster-desk.js';
import { rosterPart } from '../../../domain/awards/roster-view.js';
import { stepsLeft } from '../../../domain/evidence/steps-left.js';
import { cleanLine } from '../../../shared/clean-text.js';
import { courseOf, visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { neededMicroCredential } from '../credential/credential-of-visit.js';
import { lineContext, linesOfResult, type RequirementBlock } from '../requirement-lines.js';
import { wordsIn, type Say } from '../words-of.js';
import { besideLine, nameOnRoster, pageOf, stateText } from './roster-rows.js';
import { askedInAddress } from './roster-question.js';

const columns = [
  'name',
  'email',
  'id',
  'state',
  'why',
  'steps',
  'offered',
  'claimed',
  'revoked',
  'award',
] as const;

export function rosterCsv(services: WebServices): RequestHandler {
  return async (req, res) => {
    const microCredential = await neededMicroCredential(services, req);
    const desk = await rosterDesk(services, { visit: visitOf(req), course: courseOf(req), microCredential });
    const rows = rosterPart(desk.rows, askedInAddress(req));
    const words = wordsIn(req, 'course');
    const text = stringify(
      rows
        .flatMap((row) => [
          cellsOf(services.base, req, desk, row),
          ...(row.beside ?? []).map((award) => cellsBeside(services.base, req, row, award)),
        ])
        .map((cells) => columns.map((key) => asText(cells[key]))),
      {
        header: true,
        columns: columns.map((key) => words(`roster.csv.${key}`)),
        // a spreadsheet takes a file without this mark for one of an older encoding
        bom: true,
        record_delimiter: 'windows',
      },
    );
    res.set('Cache-Control', 'no-store').attachment(`${words('roster.csv.file')}.csv`);
    res.type('text/csv').send(text);
  };
}

type Cells = Record<(typeof columns)[number], string>;

const day = (date: Date | undefined): string => date?.toISOString().slice(0, 10) ?? '';

/** A further row of a learner: a revoked award of another version than the one that counts. */
function cellsBeside(base: string, req: Request, row: RosterRow, award: Award): Cells {
  const { text, url = '' } = besideLine(base, req, award);
  return {
    name: nameOnRoster(req, row),
    email: row.email ?? '',
    id: row.subject,
    state: text,
    why: '',
    steps: '',
    offered: day(award.offeredAt),
    claimed: day(award.issuedAt),
    revoked: day(award.revokedAt),
    award: url,
  };
}

function cellsOf(base: string, req: Request, desk: RosterDesk, row: RosterRow): Cells {
  const { award, former, result } = row;
  const last = award ?? former;
  return {
    name: nameOnRoster(req, row),
    email: row.email ?? '',
    id: row.subject,
    state: stateText(req, desk, row),
    why:
      result && !award
        ? reasonsIn(
            linesOfResult(result, lineContext(req, 'course', desk.version.definition)),
            wordsIn(req, 'course'),
          ).join('; ')
        : '',
    steps: result && !award ? String(stepsLeft(result)) : '',
    offered: day(last?.offeredAt),
    claimed: day(last?.issuedAt),
    revoked: day(last?.revokedAt),
    award: (last && pageOf(base, last)) ?? '',
  };
}

/**
 * One line in which no part is a formula: at its begin, nor after a semicolon, where spreadsheets of half of Europe begin a new cell
 * whatever the file says.
 */
const asText = (cell: string): string =>
  cleanLine(cell).replace(/(^|;)([\s"']*)(?=[=+\-@＝＋－＠])/g, "$1$2'");

/** Why each condition stands as it does, those left out that are met or not needed any more; of a choice as one, which says so. */
function reasonsIn(block: RequirementBlock, words: Say): string[] {
  const { combine, count, lines, blocks, outcome, verdict } = block;
  if (verdict === 'met') return [];
  const own = lines.flatMap((line) => (line.verdict !== 'met' && line.why ? [line.why] : []));
  const inside = blocks.map((one) => reasonsIn(one, words)).filter(({ length }) => length > 0);
  const isChoice = (combine === 'any' || combine === 'at-least') && own.length + inside.length > 1;
  const all = isChoice
    ? [
        [
          words('reason.join.at-least', { count: (count ?? 1) - metIn(block) }),
          [...own, ...inside.map((reasons) => reasons.join(' + '))].join(' / '),
        ].join(' '),
      ]
    : [...own, ...inside.flat()];
  return outcome ? all.map((why) => `${outcome.text}: ${why}`) : all;
}

const metIn = ({ lines, blocks }: RequirementBlock): number =>
  [...lines, ...blocks].filter(({ verdict }) => verdict === 'met').length;
