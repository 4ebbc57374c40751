/** GET /visits/:visit/credential/:group: one group of the draft as a form. */
import type { Request, RequestHandler, Response } from 'express';
import type { MicroCredential } from '../../../domain/micro-credentials/micro-credential.js';
import { differencesOf } from '../../../domain/platforms/differences/differences-of.js';
import { courseOf, visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { wordsIn } from '../words-of.js';
import { institutionOfVisit, neededMicroCredential } from './credential-of-visit.js';
import { describeGroup } from './groups/describe-group.js';
import { groupNames, type FormFault, type FormValues, type GroupName } from './groups/group.js';
import { valuesOfGroup } from './groups/read-group.js';
import { drawnSections } from './groups/section.js';
import { linkStandings } from './link-standings.js';

/** Undefined when the address names no group. */
export function groupOfAddress(req: Request): GroupName | undefined {
  return groupNames.find((name) => name === req.params['group']);
}

export function showGroup(services: WebServices): RequestHandler {
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
    await renderGroup(services, req, res, microCredential, group, {});
  };
}

export interface GroupPage {
  /** What was typed, where it could not all be saved; otherwise the draft's values. */
  values?: FormValues;
  faults?: FormFault[];
  /** Somebody else saved meanwhile. */
  conflict?: boolean;
  notice?: string;
}

export async function renderGroup(
  services: WebServices,
  req: Request,
  res: Response,
  microCredential: MicroCredential,
  group: GroupName,
  page: GroupPage,
): Promise<void> {
  const draft = microCredential.draft?.definition;
  if (!draft) throw new Error('only a draft has groups to edit');
  const words = wordsIn(req, 'course');
  const visit = visitOf(req);
  const course = courseOf(req);
  const platform = await services.platforms.byId(visit.platformId);
  const lms = differencesOf(platform?.family ?? 'other');
  const sections = describeGroup(group, {
    draft,
    institution: await institutionOfVisit(services, req),
    course,
    linkId: visit.linkId,
    lms,
    standings: group === 'passing' ? await linkStandings(services, course, draft.rule) : [],
    language: req.language,
    words,
  });
  const errors: Record<string, string> = {};
  for (const fault of page.faults ?? []) errors[fault.field] = words(`fault.${fault.code}`);
  const labels = new Map(sections.flatMap(({ fields }) => fields.map(({ name, label }) => [name, label])));

  res.status(page.conflict ? 409 : errors && page.faults?.length ? 422 : 200).render('credential-group', {
    title: words(`group.${group}.title`),
    group,
    lead:
      group === 'assessments' || group === 'outcomes'
        ? words(
            group === 'outcomes' && draft.assessments.length === 0
              ? 'outcomes.noAssessments'
              : `${group}.lead`,
          )
        : group === 'passing'
          ? words('passing.lead', { lms: lms.label })
          : undefined,
    repeats: group === 'assessments' || group === 'outcomes',
    removeHint: group === 'assessments' || group === 'outcomes' ? words(`${group}.remove`) : undefined,
    revision: microCredential.revision,
    conflict: page.conflict,
    saved: page.notice,
    faults: page.faults?.length
      ? page.faults.map((fault) => ({
          field: fault.field,
          label: labels.get(fault.field) ?? fault.field,
          text: words(`fault.${fault.code}`),
        }))
      : undefined,
    sections: drawnSections(sections, { ...valuesOfGroup(group, draft), ...page.values }, errors),
  });
}
