/**
 * JSON-LD to canonical N-Quads (RDFC-1.0) in safe mode: a term that no context defines stops it, when signing and when
 * reading, because it would not be covered by a signature. https://www.w3.org/TR/rdf-canon/
 */
import type jsonld from 'jsonld';
import * as rdfCanonize from 'rdf-canonize';
import { Problem } from '../../shared/problem.js';
import type { JsonObject } from '../json/json-value.js';
import { loadContext } from './load-context.js';

const options = {
  base: null,
  safe: true,
  documentLoader: loadContext,
  rdfDirection: 'i18n-datatype',
  produceGeneralizedRdf: false,
};

/**
 * The statements of a document, in no order.
 * @throws jsonld's error for an undefined term or a relative address; Problem document-invalid for an unknown context
 */
export async function statementsOf(document: JsonObject): Promise<rdfCanonize.Quad[]> {
  // Loaded with the first document: Acquis starts sooner.
  const { default: library } = await import('jsonld');
  try {
    const expanded = await library.expand(document, options as unknown as jsonld.Options.Expand);
    if (hasUnsafeAddress(expanded)) throw new Error('an address is a name that every object has');
    const quads: unknown = await library.toRDF(expanded, {
      ...options,
      skipExpansion: true,
    } as unknown as jsonld.Options.ToRdf);
    return quads as rdfCanonize.Quad[];
  } catch (error) {
    throw loaderProblem(error) ?? error;
  }
}

/** By which blank nodes are told apart: that of the signature. */
export type DigestAlgorithm = 'sha256' | 'sha384';

/** Gives the canonical N-Quads of a document, by whatever way. */
export type CanonicalForm = (document: JsonObject, algorithm: DigestAlgorithm) => Promise<string>;

/** The canonical N-Quads. @throws as statementsOf; an error for a graph made to take for ever */
export async function canonicalize(
  document: JsonObject,
  messageDigestAlgorithm: DigestAlgorithm = 'sha256',
): Promise<string> {
  const quads = await statementsOf(document);
  const form = { algorithm: 'RDFC-1.0', format: 'application/n-quads' } as const;
  return rdfCanonize.canonize(quads, { ...form, messageDigestAlgorithm });
}

/**
 * jsonld gathers what is said of an address in a plain object, under the address. Under `__proto__` or `constructor` it would
 * write into what all objects of the process share, before it refuses them for being relative.
 */
function hasUnsafeAddress(expanded: unknown): boolean {
  if (typeof expanded !== 'object' || expanded === null) return false;
  return Object.entries(expanded).some(([name, value]) => {
    if (name === '@value') return false;
    return name === '@id' && typeof value === 'string' ? value in {} : hasUnsafeAddress(value);
  });
}

/** jsonld wraps what the loader threw into an error of its own. */
function loaderProblem(error: unknown): Problem | undefined {
  const { details } = error as { details?: { cause?: unknown } };
  return details?.cause instanceof Problem ? details.cause : undefined;
}
