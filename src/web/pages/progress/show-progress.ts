/** GET /visits/:visit/progress: the learner sees the requirements, which are met and why; and the teacher's preview of it. */
import type { Request, RequestHandler } from 'express';
import type { Award } from '../../../domain/awards/award.js';
import { isPublished } from '../../../domain/awards/is-published.js';
import { offerWhenMet } from '../../../domain/awards/offer-when-met.js';
import type { RuleResult } from '../../../domain/evidence/verdict.js';
import { currentVersion } from '../../../domain/micro-credentials/micro-credential.js';
import type { PublishedVersion } from '../../../domain/micro-credentials/micro-credential.js';
import { addresses } from '../../../documents/addresses.js';
import { courseOf, visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { institutionOfVisit, microCredentialOfVisit } from '../credential/credential-of-visit.js';
import { definitionSummary } from '../credential/definition-summary.js';
import { lineContext, linesOfResult, linesOfRule, type RequirementBlock } from '../requirement-lines.js';
import { dayIn, wordsIn, writtenText } from '../words-of.js';

const combineKeys = {
  one: 'progress.requirementOne',
  all: 'progress.requirementsAll',
  any: 'progress.requirementsAny',
} as const;

export function showProgress(services: WebServices): RequestHandler {
  return async (req, res) => {
    const microCredential = await microCredentialOfVisit(services, req);
    if (!microCredential?.versions.length) {
      res.render('progress', { title: wordsIn(req, 'learner')('progress.nothing'), nothing: true });
      return;
    }
    const input = { visit: visitOf(req), course: courseOf(req), microCredential };
    const { award, result, version } = await offerWhenMet(services, input);
    if (award && isPublished(award)) {
      res.redirect(303, `/visits/${visitOf(req).id}/award`);
      return;
    }
    const answer = result ?? award?.basis;
    const context = lineContext(req, 'learner');
    const block = answer ? linesOfResult(answer, context) : linesOfRule(version.definition.rule, context);
    res.render('progress', {
      ...(await pageOf(services, req, microCredential.id, version, block)),
      offered: award?.state === 'offered',
      withdrawn: award && withdrawnText(req, award),
      message: award ? undefined : messageOf(req, result),
    });
  };
}

/** An offer that a teacher took back before it was claimed. */
function withdrawnText(req: Request, award: Award): string | undefined {
  if (award.state !== 'revoked' || !award.revokedAt) return undefined;
  const date = dayIn(req)(award.revokedAt);
  return wordsIn(req, 'learner')('progress.withdrawn', { date, reason: award.revocationReason });
}

function messageOf(req: Request, result: RuleResult | undefined): string | undefined {
  const words = wordsIn(req, 'learner');
  if (result?.verdict === 'unknown') return words('progress.unknown');
  // Met, and yet not offered: only somebody who teaches here as well.
  if (result?.verdict !== 'not-met') return result && words('progress.teaches');
  return words(waitsForTeacher(result) ? 'progress.notSetUp' : 'progress.notReady');
}

/** True where a missing restriction stands in the way: nothing that the learner does can change that. */
function waitsForTeacher(result: RuleResult): boolean {
  if (result.kind === 'condition') return result.result.reason === 'access-unrestricted';
  return result.of.some((part) => part.verdict !== 'met' && waitsForTeacher(part));
}

/** GET /visits/:visit/preview: the same page for a teacher, without anybody's results. */
export function showPreview(services: WebServices): RequestHandler {
  return async (req, res) => {
    const microCredential = await microCredentialOfVisit(services, req);
    const current = microCredential && currentVersion(microCredential);
    if (!microCredential || !current) {
      const title = wordsIn(req, 'learner')('progress.nothing');
      res.render('progress', { title, nothing: true, preview: true });
      return;
    }
    const block = linesOfRule(current.definition.rule, lineContext(req, 'learner'));
    res.render('progress', {
      ...(await pageOf(services, req, microCredential.id, current, block)),
      preview: true,
    });
  };
}

async function pageOf(
  services: WebServices,
  req: Request,
  microCredentialId: string,
  { definition, number }: PublishedVersion,
  block: RequirementBlock,
) {
  const institution = await institutionOfVisit(services, req);
  const credential = writtenText(req, definition.title, definition.language);
  return {
    title: credential.text,
    credential,
    description: writtenText(req, definition.description, definition.language),
    institution: institution.legalName,
    image: addresses(services.base).achievementImage(microCredentialId, number),
    block,
    combineText: wordsIn(req, 'learner')(combineKeys[block.combine]),
    // Title and description stand above already.
    summary: definitionSummary(definition, institution, req.language, wordsIn(req, 'course')).slice(2),
  };
}
