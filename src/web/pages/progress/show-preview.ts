/**
 * GET /visits/:visit/preview: what a learner sees, for a teacher, without anybody's results: of the version that is published, or
 * with ?of=draft, and while nothing is published, of the draft.
 */
import type { RequestHandler } from 'express';
import { currentVersion } from '../../../domain/micro-credentials/micro-credential.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { microCredentialOfVisit } from '../credential/credential-of-visit.js';
import { wordsIn } from '../words-of.js';
import { renderProgress } from './show-progress.js';

export function showPreview(services: WebServices): RequestHandler {
  return async (req, res) => {
    const words = wordsIn(req, 'learner');
    const microCredential = await microCredentialOfVisit(services, req);
    const current = microCredential && currentVersion(microCredential);
    const draft = microCredential?.draft?.definition;
    if (!microCredential || !(current ?? draft)) {
      res.render('progress', { title: words('progress.nothing'), nothing: true, preview: {} });
      return;
    }
    const { id } = microCredential;
    const path = `/visits/${visitOf(req).id}/preview`;
    if (draft && (!current || req.query['of'] === 'draft')) {
      const note = current
        ? words('progress.previewDraftOfNext', { number: current.number })
        : words('progress.previewDraft');
      const other = current && { href: path, text: words('progress.previewSeePublished') };
      await renderProgress(services, req, res, { id, definition: draft }, { preview: { note, other } });
      return;
    }
    if (!current) throw new Error('a micro-credential has a draft or a version');
    const { number, definition } = current;
    const note = words('progress.previewNote');
    const other = draft && { href: `${path}?of=draft`, text: words('progress.previewSeeDraft') };
    await renderProgress(services, req, res, { id, number, definition }, { preview: { note, other } });
  };
}
