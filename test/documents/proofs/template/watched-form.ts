/** The canonical form by template beside the one of the long way, and which way was taken. */
import { canonicalize } from '../../../../src/documents/contexts/canonicalize.js';
import type { JsonObject } from '../../../../src/documents/json/json-value.js';
import { canonicalForm, type Templates } from '../../../../src/documents/proofs/template/canonical-form.js';

interface WatchedForm {
  /** 'refused' for a document that cannot be signed. */
  form: string;
  longForm: string;
  /** The form came from a template. */
  quick: boolean;
}

export async function watchedForm(templates: Templates, document: JsonObject): Promise<WatchedForm> {
  // the long way takes time: it is gone once for both
  const long = canonicalize(document);
  const longForm = await long.catch(() => 'refused');
  let quick = true;
  const longWay = (): Promise<string> => {
    quick = false;
    return long;
  };
  const form = await canonicalForm({ templates, longWay }, document).catch(() => 'refused');
  return { form, longForm, quick };
}
