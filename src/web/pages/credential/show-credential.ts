/** GET /visits/:visit/credential: the task list of the draft, what is missing, and the whole as others will read it. */
import type { Request, RequestHandler, Response } from 'express';
import {
  type MicroCredential,
  whoOffers,
  type WhoOffers,
} from '../../../domain/micro-credentials/micro-credential.js';
import type { Advice } from '../../../domain/micro-credentials/advice-on.js';
import type { DraftDefinition } from '../../../domain/micro-credentials/definition.js';
import { draftReview } from '../../../domain/micro-credentials/draft-review.js';
import { ruleOf, saysWhatPasses } from '../../../domain/micro-credentials/rule-of.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { dayIn, wordsIn, writtenText } from '../words-of.js';
import { institutionOfVisit, microCredentialOfVisit } from './credential-of-visit.js';
import { definitionSummary, type SummaryPart } from '../definition-summary.js';
import { languageName } from '../endorsements/endorsement-view.js';
import { waitingSentence } from '../endorsements/waiting-sentence.js';
import { lineContext, linesOfRule, type RequirementBlock } from '../requirement-lines.js';
import { groupNames, type GroupName } from './groups/group.js';
import { missingLines, type MissingLine } from './missing-lines.js';

export function showCredential(services: WebServices): RequestHandler {
  return async (req, res) => {
    const microCredential = await microCredentialOfVisit(services, req);
    const words = wordsIn(req, 'course');
    if (!microCredential) {
      res.render('credential-start', {
        title: words('start.title'),
        groups: groupNames.map((name) => words(`group.${name}.short`)),
      });
      return;
    }
    await renderCredential(services, req, res, microCredential, {});
  };
}

/** Renders the overview; `refused` says what stood in the way when publishing was asked for. */
export async function renderCredential(
  services: WebServices,
  req: Request,
  res: Response,
  microCredential: MicroCredential,
  { refused }: { refused?: 'incomplete' | 'changed' },
): Promise<void> {
  const words = wordsIn(req, 'course');
  const day = dayIn(req);
  const visitPath = `/visits/${visitOf(req).id}`;
  const institution = await institutionOfVisit(services, req);
  const latest = microCredential.versions.at(-1);
  const definition = microCredential.draft?.definition ?? latest?.definition;
  if (!definition) throw new Error('a micro-credential has a draft or a version');

  const draft = microCredential.draft?.definition;
  const who = whoOffers(microCredential);
  const credential = writtenText(req, definition.title, definition.language);
  const review = await draftReview(services, microCredential);
  const missing: MissingLine[] = draft ? missingLines(review.missing, draft, visitPath, words) : [];
  const advice = review.advice.map((item) => adviceText(req, item, definition));
  const nextNumber = microCredential.versions.length + 1;
  const { id: microCredentialId, institutionId } = microCredential;
  const scope = { institutionId, microCredentialId };

  res.status(refused ? 409 : 200).render('credential', {
    title: credential.text || visitOf(req).linkTitle,
    titleLang: credential.lang,
    notice: noticeOf(req, latest?.number),
    endorsements: latest && (await waitingSentence(services, req, scope)),
    reviews: latest && (await services.awards.countOpenReviews(microCredential.id)),
    changed: refused === 'changed',
    stateWord: draft
      ? latest
        ? words('overview.draftOfNext', { number: nextNumber })
        : words('overview.draftOfFirst')
      : words('overview.published', { number: latest?.number }),
    stateText: latest
      ? draft
        ? words('overview.draftMeanwhile', { number: latest.number })
        : words('overview.publishedSince', { number: latest.number, date: day(latest.publishedAt) })
      : undefined,
    hasDraft: draft !== undefined,
    isPublished: latest !== undefined,
    writesBack: microCredential.writeBack?.isOn === true,
    offering: wordsIn(req, 'offers')(`setting.state.${who}`),
    publishHint: publishHint(req, who),
    discardHint: latest && words('overview.discardHint', { number: latest.number }),
    revision: microCredential.revision,
    nextNumber,
    groups: groupNames.map((name) => {
      const lacks = missing.filter((line) => line.group === name);
      const count = lacks.length;
      return {
        href: `${visitPath}/credential/${name}`,
        title: words(`group.${name}.title`),
        lacks,
        state: count > 0 ? words('overview.missingCount', { count }) : words(stateWhenFull(name)),
        kind: count > 0 ? 'wait' : name === 'more' ? 'neutral' : 'good',
      };
    }),
    missing,
    errors: refused === 'incomplete' ? missing.map(({ link, text }) => ({ link, text })) : undefined,
    advice,
    summary: [
      ...definitionSummary(definition, institution, req.language, words),
      { group: 'passing', label: words('group.passing.title'), lines: ruleLines(req, definition) },
    ].map((row) => ({ ...row, link: draft ? `${visitPath}/credential/${row.group}` : undefined })),
  });
}

function publishHint(req: Request, who: WhoOffers): string {
  if (who === 'itself') return wordsIn(req, 'course')('overview.publishHint');
  return wordsIn(req, 'offers')(who === 'hand' ? 'publishHint' : 'publishHintRetired');
}

/** The rule as learners read it, one line a condition; a group within is one line. */
function ruleLines(req: Request, definition: DraftDefinition): SummaryPart[][] {
  if (!saysWhatPasses(definition)) return [];
  const words = wordsIn(req, 'course');
  const join = ({ combine, count }: RequirementBlock): SummaryPart[] =>
    combine === 'one' ? [] : [{ text: words(`overview.join.${combine}`, { count }) }];
  const told = ({ lines }: RequirementBlock): SummaryPart[] => lines.map(({ what }) => ({ text: what }));
  const block = linesOfRule(ruleOf(definition), lineContext(req, 'learner', definition));
  return [
    join(block),
    ...told(block).map((part) => [part]),
    ...block.blocks.map((one) => [...(one.outcome ? [one.outcome] : []), ...join(one), ...told(one)]),
  ];
}

/** An assessment is called by its name, or by its number where it has none. */
function adviceText(req: Request, { code, details }: Advice, { assessments }: DraftDefinition): string {
  const words = wordsIn(req, 'course');
  const at = assessments.findIndex(({ id }) => id === details['assessmentId']);
  const assessment = assessments[at]?.name || words('assessments.one', { number: at + 1 });
  const language = languageName(req, details['language'] ?? req.language);
  return words(`advice.${code}`, { ...details, assessment, language });
}

const stateWhenFull = (name: GroupName): string =>
  name === 'more' ? 'overview.optional' : 'overview.complete';

function noticeOf(req: Request, number: number | undefined): string | undefined {
  const words = wordsIn(req, 'course');
  if (req.query['done'] === 'saved') return words('overview.saved');
  if (req.query['done'] === 'discarded') return words('overview.discarded', { number });
  if (req.query['done'] === 'published') return words('overview.publishedNow', { number });
  if (req.query['done'] === 'published-meanwhile' && number !== undefined)
    return words('overview.publishedMeanwhile', { number });
  return undefined;
}
