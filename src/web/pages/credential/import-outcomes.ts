/** /visits/:visit/credential/outcomes/import: what the course's teachers keep in the LMS, to be taken as learning outcomes. */
import type { Request, RequestHandler, Response } from 'express';
import type { CourseCompetency } from '../../../domain/courses/course-records.js';
import { mostOutcomes } from '../../../domain/micro-credentials/definition.js';
import { importOutcomes, isAmongOutcomes } from '../../../domain/micro-credentials/import-outcomes.js';
import { saveDraft } from '../../../domain/micro-credentials/save-draft.js';
import { Problem } from '../../../shared/problem.js';
import { formText } from '../../forms/form-body.js';
import { courseOf, visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { wordsIn } from '../words-of.js';
import { neededMicroCredential } from './credential-of-visit.js';
import { draftGroup, type DraftGroup } from './on-draft-group.js';

/** What the LMS told; or why it told nothing, in words. */
type Told = { competencies: CourseCompetency[] } | { trouble: string };

export function showImport(services: WebServices): RequestHandler {
  return async (req, res) => {
    const found = await draftOf(services, req, res);
    if (found) renderImport(req, res, found, await tell(services, req));
  };
}

export function doImport(services: WebServices): RequestHandler {
  return async (req, res) => {
    const found = await draftOf(services, req, res);
    if (!found) return;
    const { microCredential } = found;
    const told = await tell(services, req);
    const chosen =
      'competencies' in told
        ? told.competencies.filter((_one, place) => formText(req, `take-${place}`) === _one.id)
        : [];
    const { definition } = microCredential.draft;
    const isTooMuch = definition.outcomes.length + chosen.length > mostOutcomes;
    if (chosen.length === 0 || isTooMuch) {
      const words = wordsIn(req, 'import');
      const fault = words(isTooMuch ? 'tooMany' : 'noneChosen', { most: mostOutcomes });
      renderImport(req, res.status(422), found, told, 'trouble' in told ? undefined : fault);
      return;
    }
    const assessmentId =
      definition.assessments.find(({ id }) => id === formText(req, 'assessment'))?.id ?? '';
    const asksRating = formText(req, 'asksRating') === 'yes';
    const { changes, added, asked } = importOutcomes(definition, chosen, { assessmentId, asksRating });
    const revision = Number(formText(req, 'revision'));
    await saveDraft(services, { id: microCredential.id, revision, changes, by: visitOf(req).person.subject });
    const query = new URLSearchParams({
      imported: String(added),
      ...(asksRating && { asked: asked === undefined ? 'none' : String(asked) }),
    });
    res.redirect(303, `/visits/${visitOf(req).id}/credential/outcomes?${query.toString()}`);
  };
}

/** What has been imported, in words, on the page that comes next. */
export function importNews(req: Request): string | undefined {
  const words = wordsIn(req, 'import');
  const { imported, asked } = req.query;
  if (typeof imported !== 'string' || !/^\d{1,3}$/.test(imported)) return undefined;
  const rule =
    asked === 'none'
      ? words('askedNone')
      : typeof asked === 'string' && /^\d{1,3}$/.test(asked)
        ? words('asked', { count: Number(asked) })
        : '';
  return `${words('added', { count: Number(imported) })} ${rule}`.trim();
}

/** Nothing is imported where nothing is edited: the overview comes instead. */
async function draftOf(services: WebServices, req: Request, res: Response): Promise<DraftGroup | undefined> {
  const found = draftGroup('outcomes', await neededMicroCredential(services, req));
  if (!found.published) return found;
  res.redirect(303, `/visits/${visitOf(req).id}/credential`);
  return undefined;
}

async function tell(services: WebServices, req: Request): Promise<Told> {
  try {
    return { competencies: await services.records.competencies(courseOf(req)) };
  } catch (error) {
    if (!(error instanceof Problem) || !error.code.startsWith('lms-')) throw error;
    return { trouble: wordsIn(req, 'course')(`reason.${error.code}`) };
  }
}

/** The status is the caller's. */
function renderImport(
  req: Request,
  res: Response,
  { microCredential }: DraftGroup,
  told: Told,
  fault?: string,
): void {
  const words = wordsIn(req, 'import');
  const { definition } = microCredential.draft;
  const listed = 'competencies' in told ? told.competencies : [];
  res.render('import-outcomes', {
    title: words('title'),
    revision: microCredential.revision,
    trouble: 'trouble' in told ? words('trouble', { reason: told.trouble }) : undefined,
    errors: fault && [{ field: 'take-0', text: fault }],
    isEmpty: 'competencies' in told && listed.length === 0,
    competencies: listed.map((one, place) => ({
      ...one,
      place,
      text: one.text === one.name ? undefined : one.text,
      isThere: isAmongOutcomes(definition, one),
      taken: formText(req, `take-${place}`) === one.id,
    })),
    assessments: definition.assessments.map(({ id, name }, row) => ({
      id,
      name: name || wordsIn(req, 'course')('assessments.one', { number: row + 1 }),
    })),
  });
}
