/** The grades that an award would carry if it were claimed now: what the learner decides about is what is carried. */
import type { Request } from 'express';
import { carriedGrades, type CarriedGrades } from '../../../domain/awards/carried-grade.js';
import { gatherFacts } from '../../../domain/evidence/gather-facts.js';
import { meetsRule } from '../../../domain/evidence/meets-rule.js';
import { conditionsOf, hasThreshold } from '../../../domain/micro-credentials/award-rule.js';
import { ruleOf } from '../../../domain/micro-credentials/rule-of.js';
import { courseOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import type { OwnAward } from './award-of-visit.js';

/** Empty where none may be carried or there is none; those it was offered for where the LMS cannot be asked. */
export async function gradesToCarry(
  services: WebServices,
  req: Request,
  { award, microCredential, version }: OwnAward,
): Promise<CarriedGrades> {
  const rule = ruleOf(version.definition);
  const graded = conditionsOf(rule).some(hasThreshold);
  if (!version.definition.gradeMayBeCarried || !graded) return {};
  const { subject } = award;
  const facts = await gatherFacts(services, { course: courseOf(req), microCredential, version, subject });
  return carriedGrades(meetsRule(rule, facts), award.basis);
}
