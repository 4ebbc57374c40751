/** A text of a stranger as it may be shown: one line, not long, nothing that turns the direction of what stands around it. */
import { stringOf, type JsonValue } from '../../documents/json/json-value.js';
import { cleanLine } from '../../shared/clean-text.js';

/** Undefined when it is no text, or an empty one. */
export function shownText(value: JsonValue | undefined): string | undefined {
  const text = cleanLine((stringOf(value) ?? '').replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, ''));
  if (text === '') return undefined;
  return text.length > 500 ? `${text.slice(0, 499)}…` : text;
}
