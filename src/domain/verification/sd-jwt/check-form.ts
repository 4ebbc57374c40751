/** Has it the form that the standard asks for, and is it told what its claims mean? https://datatracker.ietf.org/doc/draft-ietf-oauth-sd-jwt-vc/ */
import { z } from 'zod';
import type { JsonObject } from '../../../documents/json/json-value.js';
import type { SdJwt } from '../../../documents/sd-jwt/read-sd-jwt.js';
import { failed, notChecked, passed } from '../checks.js';
import type { Check } from '../report.js';
import { shownText } from '../shown-text.js';

const text = z.string().min(1);

/** The registered claims. Which others there are, the type tells. */
const claimsShape = z.looseObject({
  vct: text,
  'vct#integrity': text.optional(),
  iss: text.optional(),
  sub: text.optional(),
  jti: text.optional(),
  iat: z.number().optional(),
  nbf: z.number().optional(),
  exp: z.number().optional(),
  cnf: z.looseObject({}).optional(),
  status: z.looseObject({}).optional(),
});

/** details.fault: what is wrong with its disclosures, by name; details.path: the first claim that is wrong. */
export function checkForm({ claims, fault }: SdJwt): Check {
  const name = 'schema';
  if (fault === 'hash-unknown') return notChecked(name, fault);
  if (fault === 'claim-held-back') return failed(name, fault);
  // those are whoever's who handed it in, and the signature's check tells of them
  if (fault !== undefined && fault !== 'disclosure-unknown' && fault !== 'disclosure-repeated')
    return failed(name, 'disclosures-wrong', { fault });
  const { error } = claimsShape.safeParse(claims);
  return error
    ? failed(name, 'shape-wrong', { path: error.issues[0]?.path.join('.') ?? '' })
    : passed(name, 'shape-right');
}

/** Names and values are signed as they stand: no context could swap them. What they are names for, the type tells, which nobody here has read. */
export function checkMeaning({ vct }: JsonObject): Check {
  const type = shownText(vct);
  return type === undefined
    ? notChecked('contexts', 'not-reached')
    : passed('contexts', 'type-named', { type });
}
