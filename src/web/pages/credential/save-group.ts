/** POST /visits/:visit/credential/:group: saves what could be read; what could not is shown again, nothing is lost. */
import type { Request, RequestHandler, Response } from 'express';
import { recordsOffered } from '../../../domain/evidence/records-offered.js';
import { makeGradeColumn } from '../../../domain/courses/make-grade-column.js';
import type { MicroCredential } from '../../../domain/micro-credentials/micro-credential.js';
import { saveDraft } from '../../../domain/micro-credentials/save-draft.js';
import { startNextVersion } from '../../../domain/micro-credentials/start-next-version.js';
import { Problem } from '../../../shared/problem.js';
import { formText } from '../../forms/form-body.js';
import { courseOf, visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { wordsIn } from '../words-of.js';
import { neededMicroCredential } from './credential-of-visit.js';
import { groupNames, type FormValues, type GroupName, type GroupReading } from './groups/group.js';
import { readOutcomeRule } from './groups/outcome-rule.js';
import { readGroup } from './groups/read-group.js';
import { draftGroup, onDraftGroup, type DraftGroup } from './on-draft-group.js';
import { renderGroup } from './show-group.js';

export function saveGroup(services: WebServices): RequestHandler {
  return onDraftGroup(services, async (req, res, found) => {
    const { group, outcome, microCredential } = found;
    const values = valuesSent(req);
    const { linkId, person } = visitOf(req);
    const course = courseOf(req);
    const offered = asksForRecords(group, values)
      ? await recordsOffered(services, course, person.subject)
      : undefined;
    const activity = { linkId, course, offered };
    const draft = microCredential.draft.definition;
    const reading = outcome
      ? readOutcomeRule(values, draft, outcome, activity)
      : readGroup(group, values, draft, activity);
    try {
      const saved = draftGroup(group, await save(services, req, found, reading), outcome?.id);
      if (reading.faults.length === 0) await goOn(services, req, res, saved);
      else {
        const isSaved = Object.keys(reading.changes).length > 0;
        const page = { values, faults: reading.faults, isSaved, offered };
        await renderGroup(services, req, res, saved, page);
      }
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'micro-credential-changed-elsewhere') throw error;
      const now = draftGroup(group, await neededMicroCredential(services, req), outcome?.id);
      // of an outcome that is gone there is nothing to be shown
      if (outcome && !now.outcome) res.redirect(303, passingPath(req));
      else await renderGroup(services, req, res, now, { values, conflict: true, offered });
    }
  });
}

/** Only what names something in the LMS needs its lists. */
const asksForRecords = (group: GroupName, values: FormValues): boolean =>
  group === 'passing' && Boolean(values['useGrade'] || values['useCompletion'] || values['useCompetency']);

/**
 * Where everything is published by now, a page that knows it begins the next version by saving.
 * @throws Problem micro-credential-changed-elsewhere
 */
async function save(
  services: WebServices,
  req: Request,
  { microCredential, published }: DraftGroup,
  { changes }: GroupReading,
): Promise<MicroCredential> {
  const { id } = microCredential;
  const by = visitOf(req).person.subject;
  let revision = Number(formText(req, 'revision'));
  if (published && revision === microCredential.revision) {
    await startNextVersion(services, { id, by });
    revision += 1;
  }
  return saveDraft(services, { id, revision, changes, by });
}

function valuesSent(req: Request): FormValues {
  const body = (req.body ?? {}) as Record<string, unknown>;
  return Object.fromEntries(Object.keys(body).map((name) => [name, formText(req, name)]));
}

const passingPath = (req: Request): string => `/visits/${visitOf(req).id}/credential/passing`;

async function goOn(services: WebServices, req: Request, res: Response, saved: DraftGroup): Promise<void> {
  const { group, outcome, microCredential } = saved;
  const path = `/visits/${visitOf(req).id}/credential`;
  const then = formText(req, 'then');
  const { assessments, outcomes } = microCredential.draft.definition;
  const following = groupNames[groupNames.indexOf(group) + 1];
  if (then === 'createColumn' && group === 'passing') {
    await renderGroup(services, req, res, saved, await columnNews(services, req, saved));
  } else if (outcome) {
    res.redirect(303, `${passingPath(req)}?proven=${outcome.id}#outcome-rules`);
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
    const { linkId, linkTitle } = visitOf(req);
    req.course = await makeGradeColumn(services, {
      course: courseOf(req),
      link: { id: linkId, title: linkTitle },
      label: label || linkTitle,
    });
    return { notice: words('passing.columnMade') };
  } catch (error) {
    if (!(error instanceof Problem) || !error.code.startsWith('lms-')) throw error;
    return { trouble: words('passing.columnNotMade', { reason: words(`reason.${error.code}`) }) };
  }
}
