/** What a credential for wallets says of itself, for the reader. Nothing of its holder: claims of types that are not ours may be about a person. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../documents/json/json-value.js';
import { utcSeconds } from '../../../documents/json/utc-seconds.js';
import type { CredentialFacts } from '../report.js';
import { shownText } from '../shown-text.js';
import { momentOf } from './check-claim-dates.js';
import { isOurType } from './our-type.js';

export function factsOfClaims(claims: JsonObject): CredentialFacts {
  const { vct, iss, nbf, iat, exp, awarding_body: body } = claims;
  const isOurs = isOurType(vct);
  return {
    // ours names its public page where its holder shows that
    id: shownText(isOurs ? claims['award'] : claims['jti']),
    title: shownText(isOurs ? claims['title'] : vct),
    issuerName: isOurs && isJsonObject(body) ? shownText(body['name']) : undefined,
    issuerId: shownText(iss),
    validFrom: dateText(nbf ?? iat),
    validUntil: dateText(exp),
  };
}

function dateText(claim: JsonValue | undefined): string | undefined {
  const moment = momentOf(claim);
  return moment && utcSeconds(moment);
}
