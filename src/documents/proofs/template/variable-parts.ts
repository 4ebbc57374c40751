/** Which parts of a document differ between the learners of one class: everything else is the template's. */
import { type JsonObject, listOf } from '../../json/json-value.js';

/** Names of parts; of a list, those of each of its entries. `true`: the text there differs. */
export interface VariableParts {
  readonly [name: string]: true | VariableParts;
}

const credentialParts: VariableParts = {
  id: true,
  validFrom: true,
  validUntil: true,
  awardedDate: true,
  credentialSubject: {
    id: true,
    identifier: { identityHash: true, salt: true },
    result: { value: true },
  },
  evidence: { id: true, name: true, narrative: true },
  credentialStatus: { id: true, statusListIndex: true, statusListCredential: true },
};

const proofParts: VariableParts = { created: true, verificationMethod: true };

/** Undefined for a document of which there are no others alike. */
export function variableParts(document: JsonObject): VariableParts | undefined {
  if (document['type'] === 'DataIntegrityProof') return proofParts;
  return listOf(document['type']).includes('OpenBadgeCredential') ? credentialParts : undefined;
}
