/** Why a check failed, as a part of a sentence in the teacher's words. */
import type { Request } from 'express';
import type { CheckTrouble } from '../../domain/checks/course-check.js';
import { sayIn } from './words-of.js';

export function troubleText(req: Request, trouble: CheckTrouble): string {
  return sayIn(req)(trouble === 'unexpected' ? 'checks:trouble.unexpected' : `course:reason.${trouble}`);
}
