/** The registered claims that a VC-JWT repeats from its credential. https://www.imsglobal.org/spec/ob/v3p0/#jwt-proof */
import { Problem } from '../../shared/problem.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.js';

/** @throws Problem document-invalid when the credential lacks id, issuer, subject id or validFrom */
export function jwtClaims(credential: JsonObject): JsonObject {
  const until = credential['validUntil'] ?? credential['expirationDate'];
  return {
    iss: text(idOf(credential['issuer']), 'issuer'),
    jti: text(credential['id'], 'id'),
    sub: text(idOf(credential['credentialSubject']), 'credentialSubject.id'),
    nbf: seconds(credential['validFrom'] ?? credential['issuanceDate'], 'validFrom'),
    ...(until === undefined ? {} : { exp: seconds(until, 'validUntil') }),
  };
}

const idOf = (value: JsonValue | undefined): JsonValue | undefined =>
  isJsonObject(value) ? value['id'] : value;

function text(value: JsonValue | undefined, what: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new Problem('document-invalid', { detail: `no ${what}` });
}

function seconds(value: JsonValue | undefined, what: string): number {
  const milliseconds = Date.parse(text(value, what));
  if (Number.isNaN(milliseconds)) throw new Problem('document-invalid', { detail: `${what} is no date` });
  return milliseconds / 1000;
}
