/** Group "more": the optional elements O1 prerequisites, O3 grade, O4 stackability, O5 further information, and validity. */
import { stackabilityKinds, type DraftDefinition } from '../../../../domain/micro-credentials/definition.js';
import type { FormValues, GroupReading } from './group.js';
import { readValues } from './read-values.js';

export function readMore(values: FormValues): GroupReading {
  const read = readValues(values);
  const kind = read.choice('stackability', stackabilityKinds);
  const towards = read.optionalText('towards');
  if (towards && !kind) read.fault('stackability', 'choice', { unsaved: ['towards'] });
  const text = read.optionalText('furtherText', 5000);
  const url = read.url('furtherUrl');
  return {
    changes: {
      prerequisites: read.optionalText('prerequisites', 5000),
      stackability: kind ? { kind, towards } : undefined,
      furtherInformation: text || url ? { text, url } : undefined,
      gradeMayBeCarried: read.ticked('gradeMayBeCarried'),
      validMonths: read.wholeNumber('validMonths', 1200),
    },
    faults: read.faults,
  };
}

export function showMore(draft: DraftDefinition): Record<string, string> {
  return {
    prerequisites: draft.prerequisites ?? '',
    stackability: draft.stackability?.kind ?? '',
    towards: draft.stackability?.towards ?? '',
    furtherText: draft.furtherInformation?.text ?? '',
    furtherUrl: draft.furtherInformation?.url ?? '',
    gradeMayBeCarried: draft.gradeMayBeCarried ? 'yes' : '',
    validMonths: draft.validMonths === undefined ? '' : String(draft.validMonths),
  };
}
