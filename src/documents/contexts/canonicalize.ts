/**
 * JSON-LD to canonical N-Quads (RDFC-1.0) in safe mode: a term that no context defines stops it, when signing and when
 * reading, because it would not be covered by a signature. https://www.w3.org/TR/rdf-canon/
 */
import jsonld from 'jsonld';
import * as rdfCanonize from 'rdf-canonize';
import { Problem } from '../../shared/problem.js';
import type { JsonObject } from '../json/json-value.js';
import { loadContext } from './load-context.js';

/**
 * The canonical N-Quads.
 * @throws jsonld's error for an undefined term or a relative address; Problem document-invalid for an unknown context;
 * an error for a graph made to take for ever
 */
export async function canonicalize(document: JsonObject): Promise<string> {
  const options = {
    base: null,
    safe: true,
    documentLoader: loadContext,
    rdfDirection: 'i18n-datatype',
    produceGeneralizedRdf: false,
  };
  let dataset: unknown;
  try {
    dataset = await jsonld.toRDF(document, options as unknown as jsonld.Options.ToRdf);
  } catch (error) {
    throw loaderProblem(error) ?? error;
  }
  return rdfCanonize.canonize(dataset, { algorithm: 'RDFC-1.0', format: 'application/n-quads' });
}

/** jsonld wraps what the loader threw into an error of its own. */
function loaderProblem(error: unknown): Problem | undefined {
  const { details } = error as { details?: { cause?: unknown } };
  return details?.cause instanceof Problem ? details.cause : undefined;
}
