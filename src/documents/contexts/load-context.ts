/** Document loader for JSON-LD: gives the pinned contexts and throws on any other address. No network, ever. */
import { Problem } from '../../shared/problem.js';
import { contextDocuments } from './context-documents.js';
import { laterOpenBadges, laterOpenBadgesContext } from './later-edition.js';

interface LoadedContext {
  contextUrl: undefined;
  documentUrl: string;
  document: object;
  /** Tells jsonld that the document never changes, so that it is processed once. */
  tag: 'static';
}

const documents: [string, object][] = [
  ...[...contextDocuments].map(([url, { document }]): [string, object] => [url, document]),
  [laterOpenBadgesContext, laterOpenBadges()],
];

const loaded = new Map(
  documents.map(([url, document]): [string, LoadedContext] => [
    url,
    { contextUrl: undefined, documentUrl: url, document, tag: 'static' },
  ]),
);

/** @throws Problem document-invalid (facts.context) for an address that is not pinned */
export function loadContext(url: string): Promise<LoadedContext> {
  const context = loaded.get(url);
  if (context) return Promise.resolve(context);
  return Promise.reject(
    new Problem('document-invalid', { detail: `unknown context ${url}`, facts: { context: url } }),
  );
}
