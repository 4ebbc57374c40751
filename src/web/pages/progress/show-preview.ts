/**
 * GET /visits/:visit/preview: what a learner sees, for a teacher, without anybody's results: of the version that is published, or
 * with ?of=draft, and while nothing is published, of the draft.
 */
import type { Request, RequestHandler } from 'express';
import { currentVersion, type MicroCredential } from '../../../domain/micro-credentials/micro-credential.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { microCredentialOfVisit } from '../credential/credential-of-visit.js';
import { wordsIn } from '../words-of.js';
import { type ProgressPage, renderProgress, type ShownVersion } from './show-progress.js';

export function showPreview(services: WebServices): RequestHandler {
  return async (req, res) => {
    const words = wordsIn(req, 'learner');
    const microCredential = await microCredentialOfVisit(services, req);
    const shown = microCredential && shownIn(req, microCredential);
    if (shown) await renderProgress(services, req, res, shown.version, { preview: shown.preview });
    else res.render('progress', { title: words('progress.nothing'), nothing: true, preview: {} });
  };
}

type Shown = { version: ShownVersion } & Pick<ProgressPage, 'preview'>;

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
