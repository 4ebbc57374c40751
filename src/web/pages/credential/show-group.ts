/** GET /visits/:visit/credential/:group: one group of the draft as a form; the overview where nothing is being edited. */
import type { Request, RequestHandler, Response } from 'express';
import { recordsOffered, type RecordsOffered } from '../../../domain/evidence/records-offered.js';
import { linkStandings } from '../../../domain/evidence/link-standings.js';
import { differencesOf } from '../../../domain/platforms/differences/differences-of.js';
import { courseOf, visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { askedByPage } from '../asked-by-page.js';
import { lmsName } from '../lms-name.js';
import { numberIn, sayIn, wordsIn, writtenText } from '../words-of.js';
import { institutionOfVisit } from './credential-of-visit.js';
import { describeGroup } from './groups/describe-group.js';
import type { FormFault, FormValues } from './groups/group.js';
import { valuesOfGroup } from './groups/read-group.js';
import { drawnSections, namesInOrder, type Section } from './groups/section.js';
import { importNews } from './import-outcomes.js';
import { draftOfGroup, onDraftGroup, type DraftGroup } from './on-draft-group.js';
import { outcomeRules, outcomeTitle } from './outcome-rules.js';

export function showGroup(services: WebServices): RequestHandler {
  return onDraftGroup(services, async (req, res, found) => {
    if (found.published) res.redirect(303, `/visits/${visitOf(req).id}/credential`);
    else await renderGroup(services, req, res, found, {});
  });
}

export interface GroupPage {
  /** What was typed, where it could not all be saved; otherwise the draft's values. */
  values?: FormValues;
  faults?: FormFault[];
  /** With faults: false where one of them kept everything from being saved. */
  isSaved?: boolean;
  /** Somebody else saved meanwhile. */
  conflict?: boolean;
  notice?: string;
  /** What the LMS offers, where it was asked already. */
  offered?: RecordsOffered;
  /** What was asked of the LMS and could not be had, in words. */
  trouble?: string;
}

const repeating: readonly string[] = ['assessments', 'outcomes'];

export async function renderGroup(
  services: WebServices,
  req: Request,
  res: Response,
  found: DraftGroup,
  page: GroupPage,
): Promise<void> {
  const { group, outcome, microCredential, published } = found;
  const draft = draftOfGroup(found);
  const words = wordsIn(req, 'course');
  const visit = visitOf(req);
  const course = courseOf(req);
  const platform = await services.platforms.byId(visit.platformId);
  const lms = differencesOf(platform?.family ?? 'other');
  const asked = askedByPage(services, req);
  const title = outcome ? outcomeTitle(req, draft, outcome.id) : words(`group.${group}.title`);
  const sections = describeGroup(group, {
    title,
    draft,
    institution: await institutionOfVisit(services, req),
    course,
    linkId: visit.linkId,
    lms,
    standings:
      group === 'passing' && lms.rosterObeysRestrictions
        ? await linkStandings(asked.services, course, draft.rule)
        : [],
    offered:
      group === 'passing' && lms.records
        ? (page.offered ?? (await recordsOffered(asked.services, course, visit.person.subject)))
        : undefined,
    typed: page.values,
    language: req.language,
    words,
  });
  const hasRecords = lms.records && (await services.serviceTokens.keptSince(course.platformId)) !== undefined;
  const faults = inOrderOf(sections, page.faults ?? []);
  const saved = valuesOfGroup(group, draft);

  res.status(page.conflict ? 409 : faults.length > 0 ? 422 : 200).render('credential-group', {
    title,
    group,
    outcome: outcome && { id: outcome.id, ...writtenText(req, outcome.text, draft.language) },
    outcomeRules: group === 'passing' && !outcome ? outcomeRules(req, draft) : undefined,
    lead: leadOf(),
    repeats: repeating.includes(group),
    removeHint: repeating.includes(group) ? words(`${group}.remove`) : undefined,
    addLabel: repeating.includes(group) ? words(`${group}.add`) : undefined,
    revision: microCredential.revision,
    conflict: page.conflict && conflictText(),
    notice: page.notice ?? newsOf(req, found),
    importable: group === 'outcomes' && hasRecords,
    trouble: page.trouble,
    noAnswer: asked.noAnswer(words, 'noAnswer'),
    errors: faults.map((fault) => ({
      field: fault.field,
      text: sayIn(req)('common:faultOfField', {
        label: labelOf(sections, fault.field),
        fault: faultText(fault),
      }),
    })),
    whatWasSaved: faults.length > 0 ? whatWasSaved() : undefined,
    sections: drawnSections(sections, {
      values: page.values ?? saved,
      errors: Object.fromEntries(faults.map((fault) => [fault.field, faultText(fault)])),
      saved: page.conflict ? saved : undefined,
    }),
  });

  function faultText({ code, most }: FormFault): string {
    return words(`fault.${code}`, { most: most === undefined ? undefined : numberIn(req)(most) });
  }

  /** What was typed and could not be kept without a field that has a fault is named. */
  function whatWasSaved(): string {
    if (page.isSaved === false) return words('fault.savedNothing');
    const unsaved = faults.flatMap((fault) => fault.unsaved ?? []).filter((name) => page.values?.[name]);
    const fields = unsaved.map((name) => labelOf(sections, name)).join(', ');
    return fields ? words('fault.savedExcept', { fields }) : words('fault.savedElse');
  }

  /** Somebody else saved, or published and so froze what was being typed. */
  function conflictText() {
    const kind = published ? 'conflictPublished' : 'conflict';
    const number = microCredential.versions.length;
    const text = words(`form.${kind}Text`, { number, next: number + 1 });
    return { title: words(`form.${kind}Title`, { number }), text };
  }

  function leadOf(): string | undefined {
    if (outcome) return words('passing.outcomeLead');
    if (group === 'passing') return words('passing.lead', { lms: lmsName(words, lms) });
    if (group === 'outcomes' && draft.assessments.length === 0) return words('outcomes.noAssessments');
    return repeating.includes(group) ? words(`${group}.lead`) : undefined;
  }
}

/** What was done on the page before. */
function newsOf(req: Request, { group, microCredential }: DraftGroup): string | undefined {
  if (group === 'outcomes') return importNews(req);
  const { proven } = req.query;
  const isThere = microCredential.draft.definition.outcomes.some(({ id }) => id === proven);
  return group === 'passing' && isThere ? wordsIn(req, 'course')('passing.outcomeSaved') : undefined;
}

/** Faults as the page has their fields; of what is not on it last. */
function inOrderOf(sections: readonly Section[], faults: readonly FormFault[]): FormFault[] {
  const names = namesInOrder(sections);
  const placeOf = ({ field }: FormFault): number =>
    names.includes(field) ? names.indexOf(field) : names.length;
  return [...faults].sort((one, other) => placeOf(one) - placeOf(other));
}

/** The label of a field; in a repeated part with the part's own heading, so that rows can be told apart. */
function labelOf(sections: readonly Section[], name: string): string {
  for (const { legend, fields, more } of sections) {
    const field = [...fields, ...(more?.fields ?? [])].find((one) => one.name === name);
    if (!field) continue;
    const { label, labelInList = label } = field;
    return legend && /-\d+-/.test(name) ? `${legend}, ${label}` : labelInList;
  }
  return name;
}
