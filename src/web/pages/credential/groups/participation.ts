/** Group "participation": M10 form of participation and M11 type of quality assurance. */
import { qualityKinds, qualityStandards } from '../../../../domain/institutions/quality-assurance.js';
import type { DraftDefinition } from '../../../../domain/micro-credentials/definition.js';
import { participationCodes } from '../../../../domain/micro-credentials/vocabularies.js';
import type { FormValues, GroupReading } from './group.js';
import { readValues } from './read-values.js';

export function readParticipation(values: FormValues): GroupReading {
  const read = readValues(values);
  return {
    changes: {
      participation: read.choice('participation', participationCodes),
      qualityAssurance: {
        kind: read.choice('qaKind', qualityKinds),
        standard: read.choice('qaStandard', qualityStandards),
        otherStandard: read.optionalText('qaOtherStandard'),
        body: read.optionalText('qaBody'),
        url: read.url('qaUrl'),
        reference: read.optionalText('qaReference'),
      },
    },
    faults: read.faults,
  };
}

export function showParticipation(draft: DraftDefinition): Record<string, string> {
  const quality = draft.qualityAssurance ?? {};
  return {
    participation: draft.participation ?? '',
    qaKind: quality.kind ?? '',
    qaStandard: quality.standard ?? '',
    qaOtherStandard: quality.otherStandard ?? '',
    qaBody: quality.body ?? '',
    qaUrl: quality.url ?? '',
    qaReference: quality.reference ?? '',
  };
}
