/**
 * The canonical form, quickly: JSON-LD is expanded once for all documents that differ in a few texts alone. Whatever does not fit
 * takes the long way (contexts/canonicalize.ts). docs/decisions/0007-signing-by-template.md
 */
import { type RecentlyUsed, recentlyUsed } from '../../../shared/recently-used.js';
import { canonicalize, statementsOf } from '../../contexts/canonicalize.js';
import type { JsonObject } from '../../json/json-value.js';
import { filledTemplate } from './filled-template.js';
import { isPlainDocument } from './is-plain-document.js';
import { type MarkedDocument, markedDocument } from './marked-document.js';
import { type StatementTemplate, statementTemplate } from './statement-template.js';
import { variableParts } from './variable-parts.js';

interface Template {
  /** Undefined: documents of this kind take the long way. */
  statements: Promise<StatementTemplate | undefined>;
  /** It gave a document the form that the long way gave. Until then it serves nobody. */
  proven: boolean;
}

/** By the marked document as JSON: all that the statements depend on. */
export type Templates = RecentlyUsed<Template>;

/** Characters of JSON. A template takes some thirty bytes for each. */
const longestDocument = 64 * 1024;
const allDocuments = 1024 * 1024;

export const newTemplates = (): Templates => recentlyUsed(allDocuments, (key) => key.length);

export interface CanonicalFormDeps {
  /** Kept between calls, for speed alone. */
  templates: Templates;
  longWay?: (document: JsonObject) => Promise<string>;
}

/** The same as canonicalize gives. @throws as canonicalize */
export async function canonicalForm(deps: CanonicalFormDeps, document: JsonObject): Promise<string> {
  const { templates, longWay = canonicalize } = deps;
  const kind = kindOf(document);
  if (!kind || kind.key.length > longestDocument) return longWay(document);
  const { key, marked } = kind;
  const template = templates.get(key) ?? newTemplate(templates, key, marked);
  const statements = await template.statements;
  const form = statements && filledTemplate(statements, marked.values);
  if (form === undefined) return longWay(document);
  if (template.proven) return form;
  const longForm = await longWay(document);
  if (form === longForm) template.proven = true;
  else template.statements = Promise.resolve(undefined);
  return longForm;
}

export interface DocumentKind {
  /** The marked document as JSON: that of all documents alike. */
  key: string;
  marked: MarkedDocument;
}

/** Undefined for a document of which there are no others alike. */
export function kindOf(document: JsonObject): DocumentKind | undefined {
  const parts = variableParts(document);
  if (!parts) return undefined;
  const marked = markedDocument(document, parts);
  return { key: JSON.stringify(marked.document), marked };
}

/** 'none': documents of this kind take the long way. */
export type ProvenTemplate = StatementTemplate | 'none';

/** The template that gave a document of this kind its right form; undefined while none was tried here. */
export async function provenTemplate(
  templates: Templates,
  document: JsonObject,
): Promise<ProvenTemplate | undefined> {
  const template = templates.get(kindOf(document)?.key ?? '');
  if (!template) return undefined;
  const statements = await template.statements;
  if (!statements) return 'none';
  return template.proven ? statements : undefined;
}

function newTemplate(templates: Templates, key: string, marked: MarkedDocument): Template {
  const template = { statements: statementsWithSlots(marked), proven: false };
  templates.set(key, template);
  return template;
}

async function statementsWithSlots({
  document,
  marks,
}: MarkedDocument): Promise<StatementTemplate | undefined> {
  if (!isPlainDocument(document)) return undefined;
  try {
    return statementTemplate(await statementsOf(document), marks);
  } catch {
    // what is wrong with the document, the long way tells in its own words
    return undefined;
  }
}
