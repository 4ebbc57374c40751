/**
 * The shape of a ClrCredential as zod: strict for what we send, tolerant of single values for what we read. The credentials
 * inside have shapes of their own. https://www.imsglobal.org/spec/clr/v2p0/#clrcredential
 */
import { z } from 'zod';
import { clrContext } from '../contexts/context-documents.js';
import { type JsonObject, listOf } from '../json/json-value.js';
import { iri, type ListRule, saysFromWhen, shapeParts } from '../open-badge-3/shape-parts.js';

/** https://www.imsglobal.org/spec/clr/v2p0/#associationtype-enumeration */
const associationType = z.enum([
  'exactMatchOf',
  'isChildOf',
  'isParentOf',
  'isPartOf',
  'isPeerOf',
  'isRelatedTo',
  'precedes',
  'replacedBy',
]);

export function clrShape(rule: ListRule) {
  const { list, typed, envelope, credentialOf } = shapeParts(rule);
  const association = z.looseObject({
    type: z.literal('Association'),
    associationType,
    sourceId: iri,
    targetId: iri,
  });
  const subject = z
    .looseObject({
      id: iri.optional(),
      type: typed('ClrSubject'),
      identifier: list(z.looseObject({ type: z.literal('IdentityObject') })).optional(),
      verifiableCredential: list(z.looseObject({ '@context': z.array(z.unknown()), type: list(z.string()) })),
      achievement: list(z.looseObject({ id: iri, type: typed('Achievement'), name: z.string() })).optional(),
      association: list(association).optional(),
    })
    .refine((given) => given.id !== undefined || given.identifier !== undefined, { message: 'recipient' });
  const credential = z.looseObject({
    ...envelope,
    '@context': z.array(z.unknown()).refine((given) => given[1] === clrContext, { message: 'context' }),
    type: credentialOf('ClrCredential'),
    name: z.string(),
    partial: z.boolean().optional(),
    credentialSubject: subject,
  });
  return credential.refine(saysFromWhen.test, saysFromWhen.fault);
}

/** True for a record of several credentials. */
export const isClr = (credential: JsonObject): boolean =>
  listOf(credential['type']).includes('ClrCredential');

/** For what we send. */
export const strictClr = clrShape('arrays-only');
/** For what we read. */
export const tolerantClr = clrShape('single-allowed');
