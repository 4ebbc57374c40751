/** The unsigned BitstringStatusListCredential of an institution. https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistcredential */
import { addresses } from '../addresses.js';
import { credentialsContext } from '../contexts/context-documents.js';
import type { JsonObject } from '../json/json-value.js';
import { signable } from '../json/signable.js';
import { utcSeconds } from '../json/utc-seconds.js';
import { encodeStatusList } from './bitstring.js';

export interface StatusListInput {
  base: string;
  institutionId: string;
  listId: string;
  revokedIndexes: Iterable<number>;
  validFrom: Date;
}

/** To be signed like the credentials it speaks of. @throws RangeError for a place outside the list */
export function statusListCredential(input: StatusListInput): JsonObject {
  const at = addresses(input.base);
  const url = at.statusList(input.listId);
  return signable({
    '@context': [credentialsContext],
    id: url,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: at.did(input.institutionId),
    validFrom: utcSeconds(input.validFrom),
    credentialSubject: {
      id: `${url}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encodeStatusList(input.revokedIndexes),
    },
  });
}
