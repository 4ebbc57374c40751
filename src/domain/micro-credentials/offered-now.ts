/** What a list tells of a micro-credential that is offered now. No draft, no learner, no course. */
import type { Definition } from './definition.js';
import { currentVersion, type MicroCredential } from './micro-credential.js';

export interface OfferedNow {
  id: string;
  /** Of its current version. */
  number: number;
  definition: Pick<Definition, 'language' | 'title' | 'workload' | 'level' | 'participation'>;
}

/** Undefined when it was never published, or is retired. */
export function offeredNow(microCredential: MicroCredential): OfferedNow | undefined {
  const version = currentVersion(microCredential);
  if (!version || microCredential.retiredAt) return undefined;
  const { language, title, workload, level, participation } = version.definition;
  return {
    id: microCredential.id,
    number: version.number,
    definition: { language, title, workload, level, participation },
  };
}
