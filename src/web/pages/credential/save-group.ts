/** POST /visits/:visit/credential/:group: saves what could be read; what could not is shown again, nothing is lost. */
import type { Request, RequestHandler, Response } from 'express';
import type { MicroCredential } from '../../../domain/micro-credentials/micro-credential.js';
import { saveDraft } from '../../../domain/micro-credentials/save-draft.js';
import { Problem } from '../../../shared/problem.js';
import { formText } from '../../forms/form-body.js';
import { courseOf, visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { wordsIn } from '../words-of.js';
import { neededMicroCredential } from './credential-of-visit.js';
import { groupNames, type FormValues, type GroupName } from './groups/group.js';
import { readGroup } from './groups/read-group.js';
import { groupOfAddress, renderGroup } from './show-group.js';

/** Highest maximum of a grade column that the teacher asks for here. */
const columnMaximum = 100;

export function saveGroup(services: WebServices): RequestHandler {
  return async (req, res, next) => {
    const group = groupOfAddress(req);
    if (!group) {
      next();
      return;
    }
    const microCredential = await neededMicroCredential(services, req);
    if (!microCredential.draft) {
      res.redirect(303, `/visits/${visitOf(req).id}/credential`);
      return;
    }
    const values = valuesSent(req);
    const reading = readGroup(group, values, microCredential.draft.definition, visitOf(req).linkId);
    try {
      const saved = await saveDraft(services, {
        id: microCredential.id,
        revision: Number(formText(req, 'revision')),
        changes: reading.changes,
        by: visitOf(req).person.subject,
      });
      if (reading.faults.length > 0) {
        await renderGroup(services, req, res, saved, group, { values, faults: reading.faults });
        return;
      }
      await goOn(services, req, res, saved, group);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'micro-credential-changed-elsewhere') throw error;
      const now = await neededMicroCredential(services, req);
      if (!now.draft) throw error;
      await renderGroup(services, req, res, now, group, { values, conflict: true });
    }
  };
}

function valuesSent(req: Request): FormValues {
  const body = (req.body ?? {}) as Record<string, unknown>;
  return Object.fromEntries(Object.keys(body).map((name) => [name, formText(req, name)]));
}

async function goOn(
  services: WebServices,
  req: Request,
  res: Response,
  saved: MicroCredential,
  group: GroupName,
): Promise<void> {
  const path = `/visits/${visitOf(req).id}/credential`;
  const then = formText(req, 'then');
  if (then === 'createColumn' && group === 'passing') {
    await makeColumn(services, req, saved);
    await renderGroup(services, req, res, saved, group, {
      notice: wordsIn(req, 'course')('passing.columnMade'),
    });
    return;
  }
  const following = groupNames[groupNames.indexOf(group) + 1];
  if (then === 'row') res.redirect(303, `${path}/${group}`);
  else if (then === 'next' && following) res.redirect(303, `${path}/${following}`);
  else res.redirect(303, `${path}?done=saved`);
}

/** The teacher asked for a grade column in this activity: made once, remembered with the link. */
async function makeColumn(services: WebServices, req: Request, saved: MicroCredential): Promise<void> {
  const course = courseOf(req);
  const visit = visitOf(req);
  const there = await services.lms.lineItemOfLink(course, visit.linkId);
  const label = saved.draft?.definition.title[saved.draft.definition.language] || visit.linkTitle;
  const lineItemUrl =
    there?.url ?? (await services.lms.createLineItem(course, visit.linkId, label, columnMaximum));
  const seen = await services.courses.see({
    id: course.id,
    platformId: course.platformId,
    deploymentId: course.deploymentId,
    institutionId: course.institutionId,
    contextId: course.contextId,
    title: course.title,
    label: course.label,
    membershipsUrl: course.membershipsUrl,
    lineItemsUrl: course.lineItemsUrl,
    gradeScopes: course.gradeScopes,
    link: { id: visit.linkId, title: visit.linkTitle, lineItemUrl },
    locale: course.locale,
    at: services.clock(),
  });
  req.course = seen;
}
