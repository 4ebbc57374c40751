/** What an award rests on, in the row of its learner: what was met then, as the rows of others tell what is met now. */
import type { Request } from 'express';
import { trueThen } from '../../../domain/awards/changed-facts.js';
import type { RosterRow } from '../../../domain/awards/roster-desk.js';
import { metConditions } from '../../../domain/evidence/condition-results.js';
import type { Condition } from '../../../domain/micro-credentials/award-rule.js';
import type { PublishedVersion } from '../../../domain/micro-credentials/micro-credential.js';
import { lineContext, linesOfResult, type RequirementBlock } from '../requirement-lines.js';
import { wordsIn } from '../words-of.js';
import { decisionText } from './decision-text.js';
import { juryText } from './jury-text.js';

export interface AwardEvidence {
  heading: string;
  block: RequirementBlock;
  /** What is told in it of people's decisions, so that it need not be told again. */
  tells: { decision: boolean; jury: boolean };
}

/**
 * Undefined for what was revoked, and for an offer of the current version: there what is met now counts.
 * @param current the version that the row's decisions are about
 */
export function evidenceOfAward(
  req: Request,
  { award, confirmation, juryDecision }: RosterRow,
  versions: readonly PublishedVersion[],
  current: PublishedVersion,
): AwardEvidence | undefined {
  if (!award || award.state === 'revoked') return undefined;
  if (!award.issuedAt && award.version === current.number) return undefined;
  const { result, when } = trueThen(award);
  const decisions = award.version === current.number ? { confirmation, juryDecision } : {};
  const rests = (kind: Condition['kind']): boolean =>
    metConditions(result).some(({ condition }) => condition.kind === kind);
  const tells = {
    decision: decisions.confirmation?.confirmed === true && rests('examiner-confirmation'),
    jury: decisions.juryDecision?.state === 'proven' && rests('jury-decision'),
  };
  const context = {
    ...lineContext(req, 'course', versions.find(({ number }) => number === award.version)?.definition),
    decision: tells.decision && confirmation ? decisionText(req, confirmation) : undefined,
    jury: tells.jury && juryDecision ? juryText(req, juryDecision) : undefined,
  };
  const heading = wordsIn(req, 'course')(`roster.metThen.${when}`);
  return { heading, block: metPart(linesOfResult(result, context)), tells };
}

/** Ways that were not needed are left out, and with them how many were. */
function metPart(block: RequirementBlock): RequirementBlock {
  const lines = block.lines.filter(({ verdict }) => verdict === 'met');
  const blocks = block.blocks.filter(({ verdict }) => verdict === 'met').map(metPart);
  return { ...block, lines, blocks, combine: lines.length + blocks.length > 1 ? 'all' : 'one' };
}
