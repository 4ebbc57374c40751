/** POST /visits/:visit/credential/:group: saves what could be read; what could not is shown again, nothing is lost. */
import type { Request, RequestHandler, Response } from 'express';
import { saveDraft } from '../../../domain/micro-credentials/save-draft.js';
import { Problem } from '../../../shared/problem.js';
import { formText } from '../../forms/form-body.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { wordsIn } from '../words-of.js';
import { neededMicroCredential } from './credential-of-visit.js';
import { groupNames, type FormValues } from './groups/group.js';
import { readGroup } from './groups/read-group.js';
import { makeGradeColumn } from './make-grade-column.js';
import { onDraftGroup, type DraftGroup } from './on-draft-group.js';
import { renderGroup } from './show-group.js';

export function saveGroup(services: WebServices): RequestHandler {
  return onDraftGroup(services, async (req, res, { group, microCredential }) => {
    const values = valuesSent(req);
    const reading = readGroup(group, values, microCredential.draft.definition, visitOf(req).linkId);
    try {
      const { draft, ...saved } = await saveDraft(services, {
        id: microCredential.id,
        revision: Number(formText(req, 'revision')),
        changes: reading.changes,
        by: visitOf(req).person.subject,
      });
      if (!draft) throw new Problem('micro-credential-changed-elsewhere');
      const found: DraftGroup = { group, microCredential: { ...saved, draft } };
      if (reading.faults.length === 0) await goOn(services, req, res, found);
      else await renderGroup(services, req, res, found, { values, faults: reading.faults });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'micro-credential-changed-elsewhere') throw error;
      const { draft, ...now } = await neededMicroCredential(services, req);
      if (!draft) throw error;
      const found: DraftGroup = { group, microCredential: { ...now, draft } };
      await renderGroup(services, req, res, found, { values, conflict: true });
    }
  });
}

function valuesSent(req: Request): FormValues {
  const body = (req.body ?? {}) as Record<string, unknown>;
  return Object.fromEntries(Object.keys(body).map((name) => [name, formText(req, name)]));
}

async function goOn(services: WebServices, req: Request, res: Response, saved: DraftGroup): Promise<void> {
  const { group, microCredential } = saved;
  const path = `/visits/${visitOf(req).id}/credential`;
  const then = formText(req, 'then');
  const { assessments, outcomes } = microCredential.draft.definition;
  const following = groupNames[groupNames.indexOf(group) + 1];
  if (then === 'createColumn' && group === 'passing') {
    await renderGroup(services, req, res, saved, await columnNews(services, req, saved));
  } else if (then === 'row' && group === 'assessments') {
    res.redirect(303, `${path}/${group}#assessment-${assessments.length}-name`);
  } else if (then === 'row' && group === 'outcomes') {
    res.redirect(303, `${path}/${group}#outcome-${outcomes.length}-text`);
  } else if (then === 'next' && following) res.redirect(303, `${path}/${following}`);
  else res.redirect(303, `${path}?done=saved`);
}

/** The column is made; or the page says why the LMS did not. Either way the draft is saved. */
async function columnNews(
  services: WebServices,
  req: Request,
  { microCredential }: DraftGroup,
): Promise<{ notice: string } | { trouble: string }> {
  const words = wordsIn(req, 'course');
  const { definition } = microCredential.draft;
  try {
    const label = definition.title[definition.language];
    req.course = await makeGradeColumn(services, req, label || visitOf(req).linkTitle);
    return { notice: words('passing.columnMade') };
  } catch (error) {
    if (!(error instanceof Problem) || !error.code.startsWith('lms-')) throw error;
    return { trouble: words('passing.columnNotMade', { reason: words(`reason.${error.code}`) }) };
  }
}
