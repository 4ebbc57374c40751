/** The grade that an award would carry if it were claimed now: what the learner decides about is what is carried. */
import type { Request } from 'express';
import { carriedGrade } from '../../../domain/awards/carried-grade.js';
import { gatherFacts } from '../../../domain/evidence/gather-facts.js';
import { meetsRule } from '../../../domain/evidence/meets-rule.js';
import { conditionsOf, hasThreshold } from '../../../domain/micro-credentials/award-rule.js';
import { ruleOf } from '../../../domain/micro-credentials/rule-of.js';
import { courseOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import type { OwnAward } from './award-of-visit.js';

/** Undefined where none may be carried or there is none; the one it was offered for where the LMS cannot be asked. */
export async function gradeToCarry(
  services: WebServices,
  req: Request,
  { award, microCredential, version }: OwnAward,
): Promise<{ score: number; maximum: number } | undefined> {
  const { gradeMayBeCarried } = version.definition;
  const rule = ruleOf(version.definition);
  const graded = conditionsOf(rule).some(hasThreshold);
  if (!gradeMayBeCarried || !graded) return undefined;
  const { subject } = award;
  const facts = await gatherFacts(services, { course: courseOf(req), microCredential, version, subject });
  return carriedGrade(meetsRule(rule, facts), award.basis);
}
