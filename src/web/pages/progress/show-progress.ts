/** GET /visits/:visit/progress: the learner sees the requirements, which are met and why; and the teacher's preview of it. */
import type { Request, RequestHandler } from 'express';
import { offerWhenMet } from '../../../domain/awards/offer-when-met.js';
import { currentVersion } from '../../../domain/micro-credentials/micro-credential.js';
import type { PublishedVersion } from '../../../domain/micro-credentials/micro-credential.js';
import { addresses } from '../../../documents/addresses.js';
import { textIn } from '../../../shared/language-map.js';
import { courseOf, visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { institutionOfVisit, microCredentialOfVisit } from '../credential/credential-of-visit.js';
import { definitionSummary } from '../credential/definition-summary.js';
import { linesOfResult, linesOfRule, type LineContext, type RequirementBlock } from '../requirement-lines.js';
import { dayIn, sayIn, wordsIn } from '../words-of.js';

const combineKeys = {
  one: 'progress.requirementOne',
  all: 'progress.requirementsAll',
  any: 'progress.requirementsAny',
} as const;

export function showProgress(services: WebServices): RequestHandler {
  return async (req, res) => {
    const words = wordsIn(req, 'learner');
    const microCredential = await microCredentialOfVisit(services, req);
    const current = microCredential && currentVersion(microCredential);
    if (!microCredential || !current) {
      res.render('progress', { title: words('progress.nothing'), nothing: true });
      return;
    }
    const { award, result, version } = await offerWhenMet(services, {
      visit: visitOf(req),
      course: courseOf(req),
      microCredential,
    });
    if (award?.state === 'issued' || award?.state === 'revoked') {
      res.redirect(303, `/visits/${visitOf(req).id}/award`);
      return;
    }
    const verdict = award ? 'met' : result?.verdict;
    const answer = result ?? award?.basis;
    const block = answer
      ? linesOfResult(answer, lineContext(req))
      : linesOfRule(version.definition.rule, lineContext(req));
    res.render('progress', {
      ...(await pageOf(services, req, microCredential.id, version, block)),
      offered: award?.state === 'offered',
      message:
        verdict === 'unknown'
          ? words('progress.unknown')
          : verdict === 'not-met'
            ? words('progress.notReady')
            : undefined,
    });
  };
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
    const block = linesOfRule(current.definition.rule, lineContext(req));
    res.render('progress', {
      ...(await pageOf(services, req, microCredential.id, current, block)),
      preview: true,
    });
  };
}

const lineContext = (req: Request): LineContext => ({
  course: courseOf(req),
  say: sayIn(req),
  day: dayIn(req),
  area: 'learner',
});

async function pageOf(
  services: WebServices,
  req: Request,
  microCredentialId: string,
  version: PublishedVersion,
  block: RequirementBlock,
) {
  const institution = await institutionOfVisit(services, req);
  const { definition } = version;
  return {
    title: textIn(definition.title, req.language, definition.language),
    titleLang: definition.language === req.language ? undefined : definition.language,
    description: textIn(definition.description, req.language, definition.language),
    institution: institution.legalName,
    image: addresses(services.base).achievementImage(microCredentialId, version.number),
    block,
    combineText: wordsIn(req, 'learner')(combineKeys[block.combine]),
    summary: definitionSummary(definition, institution, req.language, wordsIn(req, 'course')).slice(2),
  };
}
