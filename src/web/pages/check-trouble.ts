/** Why a check failed, as a part of a sentence in the teacher's words. */
import type { Request } from 'express';
import type { CheckTrouble } from '../../domain/checks/course-check.js';
import { sayIn } from './words-of.js';

export function troubleText(req: Request, trouble: CheckTrouble): string {
  const area = trouble === 'unexpected' || trouble === 'not-written' ? 'checks:trouble' : 'course:reason';
  return sayIn(req)(`${area}.${trouble}`);
}
