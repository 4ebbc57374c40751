/** The grades that an award would carry if it were claimed now: what the learner decides about is what is carried. */
import type { Request } from 'express';
import { carriedGrades, type CarriedGrades } from '../../../domain/awards/carried-grade.js';
import type { Fact } from '../../../domain/evidence/fact.js';
import { gatherFacts } from '../../../domain/evidence/gather-facts.js';
import { meetsRule } from '../../../domain/evidence/meets-rule.js';
import { conditionsOf, hasThreshold } from '../../../domain/micro-credentials/award-rule.js';
import { ruleOf } from '../../../domain/micro-credentials/rule-of.js';
import { courseOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import type { OwnAward } from './award-of-visit.js';

export interface GradesToCarry extends CarriedGrades {
  /** The LMS could not be asked for one of them, or all: what is known is what it was offered for. */
  untold?: true;
}

/** Empty where none may be carried or there is none. */
export async function gradesToCarry(
  services: WebServices,
  req: Request,
  { award, microCredential, version }: OwnAward,
): Promise<GradesToCarry> {
  const rule = ruleOf(version.definition);
  const graded = conditionsOf(rule).some(hasThreshold);
  if (!version.definition.gradeMayBeCarried || !graded) return {};
  const { subject } = award;
  const facts = await gatherFacts(services, { course: courseOf(req), microCredential, version, subject });
  const grades = carriedGrades(meetsRule(rule, facts), award.basis);
  return facts.some(isUntold) ? { ...grades, untold: true } : grades;
}

const gradedKinds: readonly Fact['kind'][] = ['own-line-item', 'activity-grade', 'course-total'];

/** Where there is no column, there is no grade to be told. */
function isUntold(fact: Fact): boolean {
  const trouble = 'trouble' in fact ? fact.trouble : undefined;
  return gradedKinds.includes(fact.kind) && trouble !== undefined && trouble !== 'no-line-item';
}
