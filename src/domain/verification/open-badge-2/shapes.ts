/**
 * The shapes of Open Badges 2.0 documents as we read them: what the standard demands and a verifier needs, no more.
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html
 */
import { z } from 'zod';
import type { JsonObject } from '../../../documents/json/json-value.js';
import { failed, passed } from '../checks.js';
import type { Check } from '../report.js';

const text = z.string().min(1);
const moment = z.string().regex(/^\d{4}-\d\d-\d\d/);
const typed = (...types: string[]) =>
  z
    .union([z.string(), z.array(z.string())])
    .refine((given) => types.some((type) => [given].flat().includes(type)), { message: 'type' });
const linked = z.union([text, z.looseObject({})]);

const verificationShape = z.looseObject({
  type: typed('HostedBadge', 'hosted', 'SignedBadge', 'signed'),
  creator: text.optional(),
});

export const assertionShape = z.looseObject({
  id: text,
  type: typed('Assertion'),
  recipient: z.looseObject({
    type: z.union([z.string(), z.array(z.string())]),
    identity: text,
    hashed: z.boolean().optional(),
    salt: z.string().optional(),
  }),
  badge: linked,
  verification: verificationShape,
  issuedOn: moment,
  expires: moment.optional(),
});

export const badgeClassShape = z.looseObject({
  id: text,
  type: typed('BadgeClass'),
  name: text,
  description: z.string(),
  criteria: linked,
  issuer: linked,
});

export const issuerShape = z.looseObject({ id: text, type: typed('Issuer', 'Profile'), name: text });

export const endorsementShape = z.looseObject({
  id: text,
  type: typed('Endorsement'),
  claim: z.looseObject({ id: text, endorsementComment: z.string().optional() }),
  issuer: linked,
  issuedOn: moment,
  expires: moment.optional(),
  verification: verificationShape,
});

export const keyShape = z.looseObject({ id: text, owner: text, publicKeyPem: text });

/** details.path: the first place that is wrong. */
export function checkShape(
  parts: readonly { shape: z.ZodType; object: JsonObject | undefined; at: string }[],
): Check {
  for (const { shape, object, at } of parts) {
    if (!object) continue;
    const parsed = shape.safeParse(object);
    if (parsed.success) continue;
    const path = [at, ...(parsed.error.issues[0]?.path.map(String) ?? [])]
      .filter((part) => part !== '')
      .join('.');
    return failed('schema', 'shape-wrong', { path });
  }
  return passed('schema', 'shape-right');
}
