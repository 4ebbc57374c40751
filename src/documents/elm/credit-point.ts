/** M7: ECTS credits as exact text. Context term `CreditPoint`. */
import type { CredentialContent } from '../credential-content.js';
import type { DraftObject } from '../json/signable.js';
import { concept, schemes } from './concept.js';
import { nodeId } from './elm-content.js';

/** Undefined where the workload is told in hours alone. */
export function creditPoint(content: CredentialContent): DraftObject | undefined {
  const { ects } = content.achievement.workload;
  if (ects === undefined) return undefined;
  const id = 'http://data.europa.eu/snb/education-credit/6fcec5c5af';
  return {
    id: nodeId(content, 'credits'),
    type: 'CreditPoint',
    framework: concept(id, { en: ['European Credit Transfer System'] }, schemes.creditFramework),
    point: ects,
  };
}
