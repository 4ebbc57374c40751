/**
 * /visits/:visit/credential/outcomes/import: what the course's teachers keep in the LMS, to be taken as learning outcomes, and what
 * the LMS knows to prove each: the teacher ticks what is to count.
 */
import type { Request, RequestHandler, Response } from 'express';
import { outcomesOffered, type OutcomesOffered } from '../../../domain/evidence/outcomes-offered.js';
import { mostOutcomes } from '../../../domain/micro-credentials/definition.js';
import { importOutcomes, isAmongOutcomes } from '../../../domain/micro-credentials/import-outcomes.js';
import { saveDraft } from '../../../domain/micro-credentials/save-draft.js';
import { differencesOf } from '../../../domain/platforms/differences/differences-of.js';
import { formText } from '../../forms/form-body.js';
import { courseOf, visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { askedByPage, type NoAnswer } from '../asked-by-page.js';
import { lmsName } from '../lms-name.js';
import { wordsIn, type Say } from '../words-of.js';
import { neededMicroCredential } from './credential-of-visit.js';
import { chosenOutcomes, proofField, thresholdField, usualThreshold } from './chosen-outcomes.js';
import { draftGroup, type DraftGroup } from './on-draft-group.js';

/** What the LMS told, and its name; or why it told nothing, in words. */
type Told = ((OutcomesOffered & { lms: string }) | { trouble: string }) & { noAnswer?: NoAnswer };

interface Fault {
  field: string;
  text: string;
}

export function showImport(services: WebServices): RequestHandler {
  return async (req, res) => {
    const found = await draftOf(services, req, res);
    if (!found) return;
    const asked = askedByPage(services, req);
    const told = await tell(asked.services, req);
    renderImport(req, res, found, { ...told, noAnswer: asked.noAnswer(wordsIn(req, 'course'), 'noAnswer') });
  };
}

export function doImport(services: WebServices): RequestHandler {
  return async (req, res) => {
    const found = await draftOf(services, req, res);
    if (!found) return;
    const { microCredential } = found;
    const { definition } = microCredential.draft;
    const told = await tell(services, req);
    if ('trouble' in told) {
      renderImport(req, res.status(422), found, told);
      return;
    }
    const chosen = chosenOutcomes(told.outcomes, (name) => formText(req, name));
    const fault = faultOf(req, chosen);
    if (fault || chosen === 'threshold') {
      renderImport(req, res.status(422), found, told, fault);
      return;
    }
    const assessmentId =
      definition.assessments.find(({ id }) => id === formText(req, 'assessment'))?.id ?? '';
    const { changes, added, proven } = importOutcomes(definition, chosen, { assessmentId });
    if (changes.outcomes.length > mostOutcomes) {
      renderImport(req, res.status(422), found, told, tooMany(req));
      return;
    }
    const revision = Number(formText(req, 'revision'));
    await saveDraft(services, { id: microCredential.id, revision, changes, by: visitOf(req).person.subject });
    const query = new URLSearchParams({ imported: String(added), proven: String(proven) });
    res.redirect(303, `/visits/${visitOf(req).id}/credential/outcomes?${query.toString()}`);
  };
}

function faultOf(req: Request, chosen: ReturnType<typeof chosenOutcomes>): Fault | undefined {
  const words = wordsIn(req, 'import');
  if (chosen === 'threshold') return { field: thresholdField, text: wordsIn(req, 'course')('fault.percent') };
  if (chosen.length === 0) return { field: 'take-0', text: words('noneChosen') };
  return chosen.length > mostOutcomes ? tooMany(req) : undefined;
}

const tooMany = (req: Request): Fault => ({
  field: 'take-0',
  text: wordsIn(req, 'import')('tooMany', { most: mostOutcomes }),
});

/** What has been imported, in words, on the page that comes next. */
export function importNews(req: Request): string | undefined {
  const words = wordsIn(req, 'import');
  const { imported, proven } = req.query;
  const isNumber = (text: unknown): text is string => typeof text === 'string' && /^\d{1,3}$/.test(text);
  if (!isNumber(imported)) return undefined;
  const rules = isNumber(proven) && proven !== '0' ? words('proven', { count: Number(proven) }) : '';
  return `${words('added', { count: Number(imported) })} ${rules}`.trim();
}

/** Nothing is imported where nothing is edited: the overview comes instead. */
async function draftOf(services: WebServices, req: Request, res: Response): Promise<DraftGroup | undefined> {
  const found = draftGroup('outcomes', await neededMicroCredential(services, req));
  if (!found.published) return found;
  res.redirect(303, `/visits/${visitOf(req).id}/credential`);
  return undefined;
}

async function tell(services: WebServices, req: Request): Promise<Told> {
  const { platformId, person } = visitOf(req);
  const words = wordsIn(req, 'course');
  const asked = await outcomesOffered(services, courseOf(req), person.subject);
  if ('trouble' in asked) return { trouble: words(`reason.${asked.trouble}`) };
  const platform = await services.platforms.byId(platformId);
  return { ...asked.answer, lms: lmsName(words, differencesOf(platform?.family ?? 'other')) };
}

/** The status is the caller's. */
function renderImport(
  req: Request,
  res: Response,
  { microCredential }: DraftGroup,
  told: Told,
  fault?: Fault,
): void {
  const words = wordsIn(req, 'import');
  const { definition } = microCredential.draft;
  const listed = 'outcomes' in told ? told.outcomes : [];
  const sent = (name: string): string => formText(req, name);
  res.render('import-outcomes', {
    title: words('title'),
    revision: microCredential.revision,
    trouble: 'trouble' in told ? words('trouble', { reason: told.trouble }) : undefined,
    noAnswer: told.noAnswer,
    notProposed: 'outcomes' in told && listed.length > 0 ? notProposed(req, told) : undefined,
    errors: fault && [fault],
    isEmpty: 'outcomes' in told && listed.length === 0,
    competencies: listed.map(({ competency, proofs }, place) => ({
      ...competency,
      place,
      text: competency.text === competency.name ? undefined : competency.text,
      isThere: isAmongOutcomes(definition, competency),
      taken: sent(`take-${place}`) === competency.id,
      proofs: proofs.map((proof, at) => {
        const { name, value } = proofField(place, at, proof);
        const label = words(`proof.${wordOf(proof)}`, {
          name: proof.item.name,
          lms: 'lms' in told ? told.lms : '',
          maximum: 'maximum' in proof ? proof.maximum : undefined,
        });
        return { name, value, label, checked: sent(name) === value };
      }),
    })),
    threshold: thresholdView(listed, sent(thresholdField), fault, words),
    assessments: definition.assessments.map(({ id, name }, row) => ({
      id,
      name: name || wordsIn(req, 'course')('assessments.one', { number: row + 1 }),
      selected: sent('assessment') === id,
    })),
  });
}

const wordOf = (proof: OutcomesOffered['outcomes'][number]['proofs'][number]): string =>
  proof.kind === 'activity-completion' ? proof.needs : proof.kind;

/** Only where a grade is proposed. */
function thresholdView(
  listed: OutcomesOffered['outcomes'],
  sent: string,
  fault: Fault | undefined,
  words: Say,
) {
  if (!listed.some(({ proofs }) => proofs.some(({ kind }) => kind === 'activity-grade'))) return undefined;
  return {
    name: thresholdField,
    label: words('threshold'),
    hint: words('thresholdHint'),
    value: sent || usualThreshold,
    error: fault?.field === thresholdField ? fault.text : undefined,
  };
}

/** Why the LMS's activities are not, or not all, among the proposals. */
function notProposed(
  req: Request,
  { withoutActivities: why, lms }: OutcomesOffered & { lms: string },
): string | undefined {
  if (!why) return undefined;
  const words = wordsIn(req, 'import');
  if (why === 'untold' || why === 'untied') return words(`notProposed.${why}`, { lms });
  return words('notProposed.trouble', { reason: wordsIn(req, 'course')(`reason.${why}`) });
}
