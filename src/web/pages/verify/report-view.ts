/** A report in the reader's words: outcome first, why, what the credential says, then every check in its order. */
import type { Request } from 'express';
import type {
  Check,
  EndorsementReport,
  InsideReport,
  VerificationOutcome,
  VerificationReport,
} from '../../../domain/verification/report.js';
import { say } from '../../middleware/page-locals.js';
import { dayIn } from '../words-of.js';
import { outcomeText } from './outcome-text.js';
import { newAwardOf, outcomeWords, ownOutcome } from './outcome-words.js';

type Kind = 'good' | 'wait' | 'bad' | 'neutral';

const kinds: Record<VerificationOutcome, Kind> = {
  valid: 'good',
  revoked: 'bad',
  suspended: 'bad',
  expired: 'wait',
  'not-yet-valid': 'wait',
  outdated: 'wait',
  altered: 'bad',
  invalid: 'bad',
  unreadable: 'bad',
  unconfirmed: 'wait',
  'other-person': 'wait',
};

const stateKinds: Record<Check['result'], Kind> = { passed: 'good', failed: 'bad', 'not-checked': 'neutral' };

/** What it says of itself is believed under these alone. */
const believed: readonly VerificationOutcome[] = [
  'valid',
  'expired',
  'not-yet-valid',
  'outdated',
  'other-person',
  'revoked',
  'suspended',
];

export interface ReportView {
  title: string;
  kind: Kind;
  meaning: string;
  advice: string;
  /** Where the award is that took the place of this one. */
  newAward?: string;
  because: string[];
  personNote?: { text: string; kind: Kind };
  /** What a reader must not miss: that a picture or the pages of a PDF show what they like, that an endorsement is no award. */
  notes: string[];
  believed: boolean;
  /** Above what it says: who says so, where that is not as one would think. */
  factsNote?: string;
  facts: { label: string; value: string }[];
  endorsements: CheckView[];
  inside: CheckView[];
  checks: CheckView[];
  checkedAt: Date;
}

interface CheckView {
  title: string;
  hint: string;
  state: string;
  kind: Kind;
}

export function reportView(req: Request, report: VerificationReport): ReportView {
  const { outcome, checks } = report;
  const words = (key: string, values?: Record<string, unknown>): string => say(req, `verify:${key}`, values);
  const inside = (report.inside ?? []).map((one) => insideView(req, one));
  return {
    ...outcomeText(req, report),
    kind: kinds[outcome],
    newAward: newAwardOf(report),
    because: [
      ...becauseOf({ ...report, outcome: ownOutcome(report) }).map((check) => sentence(req, check)),
      ...inside
        .filter(({ kind }) => kind !== 'good')
        .map(({ title, state }) => words('inside.because', { title, state })),
    ],
    personNote: personNote(req, report),
    notes: notesOn(req, report),
    believed: believed.includes(outcome),
    factsNote: factsNote(req, report),
    facts: factRows(req, report),
    endorsements: (report.endorsements ?? []).map((one) => endorsementView(req, one)),
    inside,
    checks: checks.map((check) => ({
      title: words(`check.${check.name}`),
      hint: sentence(req, check),
      state: words(`result.state.${check.result}`),
      kind: stateKinds[check.result],
    })),
    checkedAt: report.checkedAt,
  };
}

function notesOn(req: Request, report: VerificationReport): string[] {
  const { outcome, kind, container, linkedAddress: address, checks } = report;
  const words = (key: string): string => say(req, `verify:result.${key}`, { address });
  const holderProof = checks.find(({ name }) => name === 'holder-proof');
  const isToBeCompared = checks.some(({ reason }) => reason === 'recipient-not-asked');
  return [
    ...(container === 'pdf' ? [words('pdfNote')] : []),
    ...(container === 'png' || container === 'svg' ? [words('pictureNote')] : []),
    ...(address === undefined ? [] : [words('linkedNote')]),
    ...(kind === 'endorsement' ? [words('endorsementNote')] : []),
    ...(kind === 'sd-jwt-vc' && isToBeCompared && believed.includes(outcome) ? [words('walletNote')] : []),
    ...(holderProof?.result === 'not-checked' ? [sentence(req, holderProof)] : []),
  ];
}

/** What an endorsement says, by whom, and what became of it; one about something else counts for nothing here. */
function endorsementView(req: Request, one: EndorsementReport): CheckView {
  const words = (key: string, values?: Record<string, unknown>): string =>
    say(req, `verify:endorsement.${key}`, values);
  const { outcome, credential } = one;
  const { comment, issuerName } = credential ?? {};
  const state = outcome === 'valid' && !one.aboutThis ? 'about-other' : outcome;
  const by = one.checks.find(({ name }) => name === 'issuer-identified');
  const hint = [
    ...(comment === undefined ? [] : [words('comment', { comment })]),
    ...(issuerName === undefined ? [] : [words('issuerName', { issuerName })]),
    ...(state === 'about-other' ? [words('aboutOther')] : []),
    ...becauseOf(one).map((check) => sentence(req, check)),
    ...(by?.result === 'passed' ? [sentence(req, by)] : []),
  ];
  return {
    title: credential?.title ?? words('untitled'),
    hint: hint.join(' '),
    state: words(`state.${state}`),
    kind: state === 'about-other' ? 'bad' : kinds[state],
  };
}

/** What a record holds, and what became of it. */
function insideView(req: Request, one: InsideReport): CheckView {
  const { outcome, credential, checks } = one;
  const state = outcomeWords(one);
  const by = checks.find(({ name }) => name === 'issuer-identified');
  const told = [...becauseOf(one), ...(by?.result === 'passed' ? [by] : [])];
  return {
    title: credential?.title ?? say(req, 'verify:inside.untitled'),
    hint: told.map((check) => sentence(req, check)).join(' '),
    state: say(req, `verify:inside.state.${state}`),
    kind: kinds[outcome],
  };
}

/** The checks that led to an outcome other than valid: the failed ones; where none failed, those that could not be made. */
function becauseOf({ outcome, checks }: Pick<VerificationReport, 'outcome' | 'checks'>): Check[] {
  // for another person says itself why
  if (outcome === 'valid' || outcome === 'other-person') return [];
  const deciding = checks.filter(
    ({ name, reason, result }) =>
      name !== 'european-elements' &&
      name !== 'second-opinion' &&
      !(name === 'holder-proof' && result === 'not-checked') &&
      reason !== 'not-reached' &&
      reason !== 'status-none',
  );
  const wrong = deciding.filter(({ name, result }) => result === 'failed' && name !== 'recipient');
  if (wrong.length > 0) return wrong;
  return deciding.filter(
    ({ name, result, reason }) =>
      result === 'not-checked' && name !== 'recipient' && reason !== 'issuer-not-proven',
  );
}

function factsNote(req: Request, { outcome, checks }: VerificationReport): string | undefined {
  // the server was asked, and what it says is shown: beside it the copy counts for nothing
  if (checks.some(({ reason }) => reason === 'hosted-differs')) return say(req, 'verify:result.hostedTold');
  return believed.includes(outcome) ? undefined : say(req, 'verify:result.notBelieved');
}

function personNote(req: Request, { outcome, checks }: VerificationReport): ReportView['personNote'] {
  const { reason, details } = checks.find(({ name }) => name === 'recipient') ?? {};
  if (outcome !== 'valid') return undefined;
  if (reason === 'recipient-matches') {
    const from = details?.['emailFrom'];
    const restsOn = from === undefined ? [] : [say(req, `verify:emailFrom.${from}`)];
    const text = [say(req, 'verify:result.recipientMatches'), ...restsOn].join(' ');
    return { text, kind: from === 'learner' ? 'wait' : 'good' };
  }
  if (reason === 'recipient-not-told')
    return { text: say(req, 'verify:result.recipientNotTold'), kind: 'wait' };
  if (reason === 'recipient-not-shown')
    return { text: say(req, 'verify:result.recipientNotShown'), kind: 'wait' };
  return undefined;
}

/** Details that are told beside a reason, in this order. */
export const shownDetails = [
  'institution',
  'domain',
  'host',
  'path',
  'context',
  'term',
  'type',
  'audience',
  'member',
  'handedIn',
  'hosted',
  'count',
  'faults',
  'says',
  'algorithm',
  'seals',
  'sealedAt',
  'organisation',
  'organisationIdentifier',
  'country',
  'certifiedBy',
  'validFrom',
  'validUntil',
  'missing',
  'endorsements',
  'revocationReason',
  'newAward',
  'emailFrom',
  'declared',
  'compromisedSince',
  'newCopy',
];

const dates = ['validFrom', 'validUntil', 'sealedAt', 'declared', 'compromisedSince'];

/** The reason, then each detail that there is. */
function sentence(req: Request, { reason, details = {} }: Check): string {
  const told = shownDetails
    .filter((name) => details[name] !== undefined && details[name] !== '')
    .map((name) => say(req, `verify:detail.${name}`, { value: detailText(req, name, details[name]) }));
  return [say(req, `verify:reason.${reason}`), ...told].join(' ');
}

function detailText(req: Request, name: string, value: string | number | undefined): string {
  const text = String(value);
  if (dates.includes(name)) return dateText(req, text);
  if (name === 'emailFrom') return say(req, `verify:emailFrom.${text}`);
  if (name !== 'missing') return text;
  return text
    .split(' ')
    .map((element) => say(req, `verify:element.${element}`))
    .join(', ');
}

function dateText(req: Request, moment: string): string {
  const at = new Date(moment);
  return Number.isNaN(at.getTime()) ? moment : dayIn(req)(at);
}

function factRows(req: Request, { credential, kind }: VerificationReport): ReportView['facts'] {
  if (!credential) return [];
  const row = (name: string, value: string | undefined) =>
    value === undefined ? [] : [{ label: say(req, `verify:result.fact.${name}`), value }];
  const date = (value: string | undefined) => value && dateText(req, value);
  return [
    ...row('title', credential.title),
    ...row('endorses', credential.endorses),
    ...row('comment', credential.comment),
    ...row('issuerName', credential.issuerName),
    ...row('validFrom', date(credential.validFrom)),
    ...row('validUntil', date(credential.validUntil)),
    ...row('issuerId', credential.issuerId),
    ...row('id', credential.id),
    ...row('kind', kind === 'unknown' ? undefined : say(req, `verify:result.kind.${kind}`)),
  ];
}
