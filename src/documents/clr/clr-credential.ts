/**
 * What one learner holds of one institution as unsigned ClrCredential: every credential in it keeps the proof it was issued
 * with. Not hosted, and without a status of its own: that of each credential counts. https://www.imsglobal.org/spec/clr/v2p0/
 */
import {
  clrContext,
  credentialsContext,
  extensionsContext,
  openBadgesContext,
} from '../contexts/context-documents.js';
import type { IssuingInstitution } from '../credential-content.js';
import { isJsonObject, type JsonObject } from '../json/json-value.js';
import { signable } from '../json/signable.js';
import { utcSeconds } from '../json/utc-seconds.js';
import { issuerProfile } from '../open-badge-3/issuer-profile.js';

const schemaUrl = 'https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json';

/** Addresses of achievements; the source is what is said of the target. https://www.imsglobal.org/spec/clr/v2p0/#associationtype-enumeration */
export interface Association {
  kind: 'isPartOf' | 'replacedBy';
  source: string;
  target: string;
}

export interface ClrContent {
  base: string;
  /** urn:uuid:..., as is the subject's: made for this record. */
  id: string;
  subjectId: string;
  institution: IssuingInstitution;
  /** What the record is called. */
  name: string;
  /** Signed OpenBadgeCredentials, newest first; at least one. Whose they are is told by the newest one's hashes. */
  credentials: readonly JsonObject[];
  associations: readonly Association[];
  /** Whole seconds. */
  validFrom: Date;
}

/** @throws Problem document-invalid: a text with a lone surrogate */
export function clrCredential(content: ClrContent): JsonObject {
  const { base, institution, credentials, associations } = content;
  const newest = credentials[0]?.['credentialSubject'];
  const identifier = isJsonObject(newest) ? newest['identifier'] : undefined;
  const record = signable({
    '@context': [credentialsContext, clrContext, openBadgesContext, extensionsContext],
    id: content.id,
    type: ['VerifiableCredential', 'ClrCredential'],
    name: content.name,
    issuer: issuerProfile(base, institution),
    validFrom: utcSeconds(content.validFrom),
    credentialSchema: [{ id: schemaUrl, type: '1EdTechJsonSchemaValidator2019' }],
  });
  return {
    ...record,
    // not made signable: these were signed, and must stay as they are
    credentialSubject: {
      id: content.subjectId,
      type: ['ClrSubject'],
      ...(identifier === undefined ? {} : { identifier }),
      verifiableCredential: [...credentials],
      ...(associations.length === 0
        ? {}
        : {
            association: associations.map(({ kind, source, target }) => ({
              type: 'Association',
              associationType: kind,
              sourceId: source,
              targetId: target,
            })),
          }),
    },
  };
}
