/**
 * Canonical forms by templates that somebody else makes and proves, so that whoever serves requests never goes the long way.
 * docs/decisions/0007-signing-by-template.md
 */
import { hash } from 'node:crypto';
import { recentlyUsed } from '../../../shared/recently-used.js';
import type { CanonicalForm } from '../../contexts/canonicalize.js';
import type { JsonObject } from '../../json/json-value.js';
import { type DocumentKind, kindOf, type ProvenTemplate } from './canonical-form.js';
import { filledTemplate } from './filled-template.js';

export interface LearnedForms {
  /** Refuses a document whose template was not learned, and tells of it where it can be learned. */
  form(onUnknown: (document: JsonObject) => void): CanonicalForm;
  /**
   * Tells of a document that was found right the long way. The second of its kind is reason to learn the template.
   * @param isOwn it was signed by a key of this installation: what strangers bring pushes out none of these
   */
  learn(document: JsonObject, isOwn: boolean): Promise<void>;
}

/** Characters: what stands in many lines of a form takes long, and a stranger may write it. */
const longestDocument = 32 * 1024;
/** Characters of JSON, of those that were signed here and of all others. A template takes some thirty bytes for each. */
const allDocuments = 256 * 1024;
/** Kinds of which one document was right; kept apart, so that what comes once pushes out nothing. */
const mostSeen = 1_000;

/** @param proven undefined when it cannot be had now */
export function learnedForms(
  proven: (document: JsonObject) => Promise<ProvenTemplate | undefined>,
): LearnedForms {
  const stored = () => recentlyUsed<ProvenTemplate>(allDocuments, (key) => key.length);
  const [own, others] = [stored(), stored()];
  const seen = recentlyUsed<true>(mostSeen);
  const known = (key: string): ProvenTemplate | undefined => own.get(key) ?? others.get(key);
  const formOf = (document: JsonObject): string | undefined => {
    const kind = kindOf(document);
    const template = kind && isShort(kind) ? known(kind.key) : undefined;
    return kind && typeof template === 'object' ? filledTemplate(template, kind.marked.values) : undefined;
  };
  return {
    form: (onUnknown) => (document, algorithm) => {
      const form = algorithm === 'sha256' ? formOf(document) : undefined;
      if (form !== undefined) return Promise.resolve(form);
      if (algorithm === 'sha256') onUnknown(document);
      return Promise.reject(unknown);
    },
    async learn(document, isOwn) {
      const kind = kindOf(document);
      if (!kind || !isShort(kind) || known(kind.key)) return;
      const mark = hash('sha256', kind.key);
      if (!seen.get(mark)) {
        seen.set(mark, true);
        return;
      }
      const learned = await proven(document);
      if (learned) (isOwn ? own : others).set(kind.key, learned);
    },
  };
}

const unknown = new Error('no template of this document was learned');

function isShort({ key, marked }: DocumentKind): boolean {
  return marked.values.reduce((sum, { length }) => sum + length, key.length) <= longestDocument;
}
