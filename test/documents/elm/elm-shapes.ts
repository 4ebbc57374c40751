/**
 * The SHACL shapes and the context of the European Learning Model, which are not ours to ship: their folder is given by
 * ACQUIS_TEST_ELM_FOLDER. The program that judges: https://pypi.org/project/pyshacl/
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import jsonld from 'jsonld';
import {
  contextDocuments,
  legacyCredentialsContext,
} from '../../../src/documents/contexts/context-documents.js';
import { shaclViolations } from '../../support/verifiers.js';

const folder = resolve(process.env['ACQUIS_TEST_ELM_FOLDER'] ?? '../shared/data/elm');
const shapes = ['EDC-generic-no-cv.ttl', 'EDC-generic-full.ttl'].map((name) => join(folder, 'shacl', name));
const contextFile = join(folder, 'context/edc-ap-context.repo-9d7c5d2.jsonld');

/** The published types know neither safe mode nor a loader that gives no context's address. */
type ToRdf = (document: object, options: object) => Promise<string>;

export type ElmFaults = (credential: object) => Promise<string[]>;

/** Gives the violations of a file, none when it conforms. Undefined, loudly, where the shapes are not to be had. */
export async function elmShapes(): Promise<ElmFaults | undefined> {
  const absent = [...shapes, contextFile].filter((file) => !existsSync(file));
  if (absent.length > 0) {
    console.warn(`\n      DID NOT RUN: the shapes of ELM are not at ${folder} (ACQUIS_TEST_ELM_FOLDER)\n`);
    return undefined;
  }
  const known = new Map<string, object>([
    [legacyCredentialsContext, contextDocuments.get(legacyCredentialsContext)?.document ?? {}],
    [
      'http://data.europa.eu/snb/model/context/edc-ap',
      JSON.parse(await readFile(contextFile, 'utf8')) as object,
    ],
  ]);
  const documentLoader = async (url: string): Promise<object> => {
    const document = known.get(url);
    if (!document) throw new Error(`not known: ${url}`);
    return { contextUrl: undefined, documentUrl: url, document };
  };
  // safe: a term that the context does not know is an error, not dropped
  const options = { safe: true, documentLoader, format: 'application/n-quads' };
  return async (credential) => {
    const data = await (jsonld.toRDF as unknown as ToRdf)(credential, options);
    return shaclViolations({ data, shapes });
  };
}

/** A sample of the Commission by its file in the folder; undefined, loudly, where it is not to be had. */
export async function elmSample(file: string): Promise<string | undefined> {
  return textIn('samples', file);
}

/** Entries of a list of the Union by its file in the folder; undefined, loudly, where it is not to be had. */
export async function listedEntries(file: string): Promise<Set<string> | undefined> {
  const text = await textIn('vocab', file);
  if (text === undefined) return undefined;
  const { concepts } = JSON.parse(text) as { concepts: { id: string }[] };
  return new Set(concepts.map(({ id }) => id));
}

async function textIn(part: string, file: string): Promise<string | undefined> {
  const path = join(folder, part, file);
  if (existsSync(path)) return readFile(path, 'utf8');
  console.warn(`\n      DID NOT RUN: there is no ${path} (ACQUIS_TEST_ELM_FOLDER)\n`);
  return undefined;
}
