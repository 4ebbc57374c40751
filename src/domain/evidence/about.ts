/** What a condition or a fact is about. Pure. */
import type { Condition } from '../micro-credentials/award-rule.js';
import type { Fact } from './fact.js';

/** The same text for a condition and its fact, and for nothing else. */
export function aboutOf(one: Condition | Fact): string {
  const [id] =
    'linkId' in one ? [one.linkId] : 'item' in one ? [one.item.id] : 'itemId' in one ? [one.itemId] : [''];
  return `${one.kind} ${id}`;
}
