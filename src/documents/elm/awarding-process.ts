/** M4 and M5: who awarded, and when. Context term `AwardingProcess`. */
import type { CredentialContent } from '../credential-content.js';
import type { DraftObject } from '../json/signable.js';
import { utcSeconds } from '../json/utc-seconds.js';
import { nodeId } from './elm-content.js';
import { furtherOrganisation, institutionOrganisation } from './organisation.js';

export function awardingProcess(content: CredentialContent): DraftObject {
  return {
    id: nodeId(content, 'awarding'),
    type: 'AwardingProcess',
    awardingBody: [
      institutionOrganisation(content),
      ...content.furtherAwardingBodies.map((body, index) => furtherOrganisation(content, body, index)),
    ],
    awardingDate: utcSeconds(content.awardedOn ?? content.validFrom),
  };
}
