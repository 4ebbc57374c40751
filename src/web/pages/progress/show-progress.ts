/** GET /visits/:visit/progress: the learner sees the requirements, which are met and why. */
import type { Request, RequestHandler, Response } from 'express';
import type { Award } from '../../../domain/awards/award.js';
import { isPublished } from '../../../domain/awards/is-published.js';
import { isHeldBack } from '../../../domain/awards/held-award.js';
import { offerWhenMet } from '../../../domain/awards/offer-when-met.js';
import { nothingKnown } from '../../../domain/evidence/nothing-known.js';
import type { RuleResult } from '../../../domain/evidence/verdict.js';
import type { DraftDefinition } from '../../../domain/micro-credentials/definition.js';
import { ruleOf, saysWhatPasses } from '../../../domain/micro-credentials/rule-of.js';
import { addresses } from '../../../documents/addresses.js';
import { courseOf, visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { askedByPage, type NoAnswer } from '../asked-by-page.js';
import { type EarlierAward, earlierAwards } from '../claim/earlier-awards.js';
import { institutionOfVisit, microCredentialOfVisit } from '../credential/credential-of-visit.js';
import { definitionSummary } from '../definition-summary.js';
import { lineContext, linesOfResult, linesOfRule, type RequirementBlock } from '../requirement-lines.js';
import { dayIn, wordsIn, writtenText } from '../words-of.js';
import { juryOfLearner } from './jury-of-learner.js';
import { progressByOutcome } from './progress-by-outcome.js';

export function showProgress(services: WebServices): RequestHandler {
  return async (req, res) => {
    const microCredential = await microCredentialOfVisit(services, req);
    if (!microCredential?.versions.length) {
      res.render('progress', { title: wordsIn(req, 'learner')('progress.nothing'), nothing: true });
      return;
    }
    const input = { visit: visitOf(req), course: courseOf(req), microCredential };
    const asked = askedByPage(services, req);
    const { award, former, result, version } = await offerWhenMet(asked.services, input);
    if (award && isPublished(award)) {
      res.redirect(303, `/visits/${visitOf(req).id}/award`);
      return;
    }
    const isRetired = microCredential.retiredAt !== undefined;
    const shown = { id: microCredential.id, number: version.number, definition: version.definition };
    await renderProgress(services, req, res, shown, {
      result: award?.basis ?? result,
      asOf: award?.offeredAt,
      offered: award?.state === 'offered',
      withdrawn: award && withdrawnText(req, award),
      former: former && !award ? formerTexts(req, former, isRetired) : undefined,
      earlier: await earlierAwards(services, req, microCredential.id, { version: version.number }),
      retired: isRetired && !award,
      message: award ? undefined : messageOf(req, result),
      noAnswer: award ? undefined : asked.noAnswer(wordsIn(req, 'learner'), 'progress.noAnswer'),
      jury: await juryOfLearner(services, req, shown, award?.offeredAt),
    });
  };
}

/** The version that a page is about; a draft has no number yet, and no picture. */
export interface ShownVersion {
  id: string;
  number?: number;
  definition: DraftDefinition;
}

export interface ProgressPage {
  result?: RuleResult;
  /** When `result` was so, where it is of the past; else it is of this moment. */
  asOf?: Date;
  /** True: it can be claimed now. */
  offered?: boolean;
  /** In words: that the teacher took the offer back; what is to be said besides. */
  withdrawn?: string;
  /** In words: what became of an award of an older version, and what that means now. */
  former?: string[];
  /** True: nobody is offered it any more, and this learner has none. */
  retired?: boolean;
  message?: string;
  /** The LMS took longer than the page waits: told in place of a message. */
  noAnswer?: NoAnswer;
  earlier?: EarlierAward[];
  /** What a jury decided on the learner's portfolio. */
  jury?: string;
  /**
   * For a teacher: without anybody's results. In words: what it is a preview of, and who sees an older version all the same; the way
   * to the other one.
   */
  preview?: { note: string; older?: string; other?: { href: string; text: string } };
}

/** The requirements with `result`, where there is one to tell. */
export async function renderProgress(
  services: WebServices,
  req: Request,
  res: Response,
  version: ShownVersion,
  page: ProgressPage,
): Promise<void> {
  const { definition } = version;
  const { result, asOf } = page;
  const isPast = asOf !== undefined;
  const context = { ...lineContext(req, 'learner', definition), jury: page.jury, isPast };
  const told = result && !nothingKnown(result);
  const block: RequirementBlock = told
    ? linesOfResult(result, context)
    : linesOfRule(ruleOf(definition), context);
  const institution = await institutionOfVisit(services, req);
  const written = writtenText(req, definition.title, definition.language);
  // a draft may have no title yet
  const credential = written.text ? written : { text: visitOf(req).linkTitle };
  res.render('progress', {
    ...page,
    title: credential.text,
    credential,
    description: writtenText(req, definition.description, definition.language),
    institution: institution.legalName,
    image:
      version.number !== undefined && addresses(services.base).achievementImage(version.id, version.number),
    noRule: !saysWhatPasses(definition),
    block,
    byOutcome: progressByOutcome(req, definition, told ? result : undefined, context),
    asOf: asOf && wordsIn(req, 'learner')('progress.asOf', { date: dayIn(req)(asOf) }),
    verdictWords: `learner:progress.${isPast ? 'verdictThen' : 'verdict'}.`,
    /** Asking again may change the answer. */
    checkAgain: told && !page.offered && !page.withdrawn,
    combineText: wordsIn(req, 'learner')(`progress.combine.${block.combine}`, { count: block.count }),
    // Title and description stand above already.
    summary: definitionSummary(definition, institution, req.language, wordsIn(req, 'course')).slice(2),
  });
}

/** An offer that a teacher took back before it was claimed. */
function withdrawnText(req: Request, award: Award): string | undefined {
  if (award.state !== 'revoked' || !award.revokedAt) return undefined;
  const date = dayIn(req)(award.revokedAt);
  return wordsIn(req, 'learner')('progress.withdrawn', { date, reason: award.revocationReason });
}

/** An award of an older version that was revoked, or an offer of it that was taken back. */
function formerTexts(req: Request, former: Award, isRetired: boolean): string[] {
  const words = wordsIn(req, 'learner');
  const date = former.revokedAt && dayIn(req)(former.revokedAt);
  const reason = former.revocationReason;
  const told = words(former.issuedAt ? 'progress.formerRevoked' : 'progress.formerWithdrawn', {
    date,
    reason,
  });
  return isRetired ? [told] : [told, words(isHeldBack(former) ? 'progress.heldBack' : 'progress.earnAnew')];
}

function messageOf(req: Request, result: RuleResult | undefined): string | undefined {
  const words = wordsIn(req, 'learner');
  if (!result) return undefined;
  if (nothingKnown(result)) return words('progress.teaches');
  // met, and nothing was offered: a teacher looks first
  if (result.verdict === 'met') return words('progress.waits');
  if (result.verdict === 'unknown') return words('progress.unknown');
  return words(waitsForTeacher(result) ? 'progress.notSetUp' : 'progress.notReady');
}

/** True where nothing but a missing restriction stands in the way: what the learner does cannot change that. */
function waitsForTeacher(result: RuleResult): boolean {
  if (result.kind === 'condition') return result.result.reason === 'access-unrestricted';
  return result.of.filter(({ verdict }) => verdict !== 'met').every(waitsForTeacher);
}
