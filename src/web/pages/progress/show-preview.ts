/**
 * GET /visits/:visit/preview: what a learner sees, for a teacher, without anybody's results: of the version that is published, or
 * with ?of=draft, and while nothing is published, of the draft.
 */
import type { Request, RequestHandler } from 'express';
import { offeredBefore } from '../../../domain/awards/held-award.js';
import { currentVersion, type MicroCredential } from '../../../domain/micro-credentials/micro-credential.js';
import { courseOf, visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { microCredentialOfVisit } from '../credential/credential-of-visit.js';
import { wordsIn } from '../words-of.js';
import { type ProgressPage, renderProgress, type ShownVersion } from './show-progress.js';

export function showPreview(services: WebServices): RequestHandler {
  return async (req, res) => {
    const words = wordsIn(req, 'learner');
    const microCredential = await microCredentialOfVisit(services, req);
    const shown = microCredential && shownIn(req, microCredential);
    if (!shown) {
      res.render('progress', { title: words('progress.nothing'), nothing: true, preview: {} });
      return;
    }
    const all = await services.awards.ofMicroCredential(microCredential.id);
    const here = all.filter(({ platformId }) => platformId === courseOf(req).platformId);
    const count = offeredBefore(shown.version.number ?? microCredential.versions.length + 1, here);
    const older = count > 0 ? words('progress.previewOlder', { count }) : undefined;
    await renderProgress(services, req, res, shown.version, { preview: { ...shown.preview, older } });
  };
}

interface Shown {
  version: ShownVersion;
  preview: NonNullable<ProgressPage['preview']>;
}

function shownIn(req: Request, microCredential: MicroCredential): Shown | undefined {
  const words = wordsIn(req, 'learner');
  const path = `/visits/${visitOf(req).id}/preview`;
  const { id } = microCredential;
  const current = currentVersion(microCredential);
  const draft = microCredential.draft?.definition;
  if (draft && (!current || req.query['of'] === 'draft')) {
    const note = current
      ? words('progress.previewDraftOfNext', { number: current.number })
      : words('progress.previewDraft');
    const other = current && { href: path, text: words('progress.previewSeePublished') };
    return { version: { id, definition: draft }, preview: { note, other } };
  }
  if (!current) return undefined;
  const { number, definition } = current;
  const other = draft && { href: `${path}?of=draft`, text: words('progress.previewSeeDraft') };
  return { version: { id, number, definition }, preview: { note: words('progress.previewNote'), other } };
}
