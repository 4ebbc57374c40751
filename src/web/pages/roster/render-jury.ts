/** The page of a jury's decision: what counts now and what was recorded before, the form to record one, and the one to withdraw it. */
import type { Request, Response } from 'express';
import { mayBeDecided } from '../../../domain/awards/may-be-decided.js';
import type { Visit } from '../../../domain/courses/visit.js';
import type { JuryDecision } from '../../../domain/evidence/jury-decision-store.js';
import { isEnough } from '../../../domain/micro-credentials/is-enough.js';
import type { MicroCredential } from '../../../domain/micro-credentials/micro-credential.js';
import { ruleOf } from '../../../domain/micro-credentials/rule-of.js';
import { chosenLearners } from '../../../domain/offers/chosen-learners.js';
import { Problem } from '../../../shared/problem.js';
import { formView } from '../../forms/form-view.js';
import { courseOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { askedByPage } from '../asked-by-page.js';
import { lineContext, linesOfRule } from '../requirement-lines.js';
import { wordsIn } from '../words-of.js';
import { juryText } from './jury-text.js';
import { nameOnRoster } from './roster-rows.js';

/** In the order of the page: faults are told in it. */
export const juryFields = [
  'portfolio',
  'attachments',
  'examinerOne',
  'examinerTwo',
  'mayBeNamed',
  'decidedOn',
  'state',
  'reasons',
] as const;

export interface JuryPage {
  subject: string;
  visit: Visit;
  microCredential: MicroCredential;
  version: number;
  /** What was typed, where a form comes back. */
  values?: Partial<Record<(typeof juryFields)[number], string>>;
  /** Of a withdrawal. */
  reason?: string;
  faults?: Record<string, string>;
  /** Another version was published since the page was shown. */
  changed?: boolean;
}

/** False once the learner has claimed the award, whoever they are by now: what it rests on stays as it was. */
export function mayRecordJury(
  services: Pick<WebServices, 'awards'>,
  { visit, microCredential, version, subject }: JuryPage,
): Promise<boolean> {
  const { platformId } = visit;
  return mayBeDecided(services, { microCredentialId: microCredential.id, version, platformId, subject });
}

/** The status is the caller's. @throws Problem not-found about somebody who neither learns here nor was ever decided on */
export async function renderJury(
  services: WebServices,
  req: Request,
  res: Response,
  page: JuryPage,
): Promise<void> {
  const { subject, visit, microCredential, version, values = {}, faults = {} } = page;
  const words = wordsIn(req, 'jury');
  const asked = askedByPage(services, req);
  const [{ learners }, decision, mayDecide] = await Promise.all([
    chosenLearners(asked.services, {
      visit,
      course: courseOf(req),
      microCredential,
      isChosen: (one) => one === subject,
      showsLastList: true,
    }),
    services.juryDecisions.of(microCredential.id, version, visit.platformId, subject),
    mayRecordJury(services, page),
  ]);
  const [learner] = learners;
  const noAnswer = asked.noAnswer(wordsIn(req, 'course'), 'noAnswer');
  // who it is can be asked again; the deed does
  if (!learner && !decision && !noAnswer) throw new Problem('not-found', { detail: 'learner' });
  const counts = decision !== undefined && decision.state !== 'withdrawn';
  const { fields, errors } = formView(req, { words: 'jury:form', names: juryFields, values, faults });
  const withdrawal = faults['reason'] && wordsIn(req, 'course')('roster.reasonMissing');
  res.render('jury', {
    title: words('title', { name: nameOnRoster(req, learner ?? { subject }) }),
    subject,
    version,
    noAnswer,
    changed: page.changed && words('versionChanged', { number: version }),
    now: decision && juryText(req, decision),
    besides: besidesOf(req, microCredential, version),
    shown: decision && shownOf(decision),
    before: decision?.history
      .slice(0, -1)
      .reverse()
      .map((word) => juryText(req, word)),
    mayDecide,
    again: counts,
    fields,
    mayBeNamed: { ...fields.mayBeNamed, checked: values.mayBeNamed === 'yes' },
    state: {
      ...fields.state,
      options: ['proven', 'not-proven'].map((value) => ({
        value,
        text: words(`form.state.${value}`),
        checked: values.state === value,
      })),
    },
    mayWithdraw: mayDecide && counts,
    reason: page.reason,
    withdrawal,
    errors: withdrawal ? [{ field: 'reason', text: withdrawal }] : errors.length > 0 ? errors : undefined,
  });
}

/** What the rule asks for besides: the whole of it is told where a jury's decision alone meets it not. */
function besidesOf(req: Request, { versions }: MicroCredential, version: number) {
  const definition = versions.find(({ number }) => number === version)?.definition;
  const rule = definition && ruleOf(definition);
  return rule && !isEnough(rule, 'jury-decision')
    ? linesOfRule(rule, lineContext(req, 'course', definition))
    : undefined;
}

const shownOf = ({ portfolio, attachments, mayBeNamed }: JuryDecision) => ({
  portfolio,
  attachments,
  mayBeNamed,
});
