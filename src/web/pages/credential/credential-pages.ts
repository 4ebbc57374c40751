/** The teacher's pages of a micro-credential, below /visits/:visit. */
import { Router } from 'express';
import { discardDraft } from '../../../domain/micro-credentials/discard-draft.js';
import { startDraft } from '../../../domain/micro-credentials/start-draft.js';
import { startNextVersion } from '../../../domain/micro-credentials/start-next-version.js';
import { formText } from '../../forms/form-body.js';
import { requireTeacher } from '../../middleware/require-role.js';
import { courseOf, visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { addInviterPages } from '../endorsements/inviter-pages.js';
import { invitingTeacher } from './credential-endorsements.js';
import { neededMicroCredential } from './credential-of-visit.js';
import { doImport, showImport } from './import-outcomes.js';
import { saveOffering, showOffering } from './offering.js';
import { publishCredential } from './publish-credential.js';
import { saveGroup } from './save-group.js';
import { showCredential } from './show-credential.js';
import { showDryRun } from './show-dry-run.js';
import { showGroup } from './show-group.js';
import { saveWriteBack, showWriteBack } from './write-back.js';

export function credentialPages(services: WebServices): Router {
  const router = Router({ mergeParams: true });
  router.use('/credential', requireTeacher);
  router.get('/credential', showCredential(services));
  router.post('/credential', async (req, res) => {
    const visit = visitOf(req);
    await startDraft(services, {
      course: courseOf(req),
      linkId: visit.linkId,
      linkTitle: visit.linkTitle,
      by: visit.person.subject,
      language: req.language,
    });
    res.redirect(303, `/visits/${visit.id}/credential/about`);
  });
  router.post('/credential/publish', publishCredential(services));
  router.post('/credential/next', async (req, res) => {
    const microCredential = await neededMicroCredential(services, req);
    await startNextVersion(services, { id: microCredential.id, by: visitOf(req).person.subject });
    res.redirect(303, `/visits/${visitOf(req).id}/credential`);
  });
  router.post('/credential/discard', async (req, res) => {
    const { id } = await neededMicroCredential(services, req);
    await discardDraft(services, { id, revision: Number(formText(req, 'revision')) });
    res.redirect(303, `/visits/${visitOf(req).id}/credential?done=discarded`);
  });
  router.get('/credential/dry-run', showDryRun(services));
  router.get('/credential/write-back', showWriteBack(services));
  router.post('/credential/write-back', saveWriteBack(services));
  router.get('/credential/offering', showOffering(services));
  router.post('/credential/offering', saveOffering(services));
  router.get('/credential/outcomes/import', showImport(services));
  router.post('/credential/outcomes/import', doImport(services));
  router.get('/credential/passing/:outcome', showGroup(services));
  router.post('/credential/passing/:outcome', saveGroup(services));
  addInviterPages(router, '/credential/endorsements', services, invitingTeacher(services));
  router.get('/credential/:group', showGroup(services));
  router.post('/credential/:group', saveGroup(services));
  return router;
}
