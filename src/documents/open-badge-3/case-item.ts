/**
 * A framework entry that is published as CASE, told in the words that Open Badges 3.0 has for it: CFItem, its GUID as code.
 * Open Badges 2.0 has no such word, so its badge classes stay as they are. https://www.imsglobal.org/spec/ob/v3p0/#alignment
 */
import type { ElementAlignment } from '../european-elements/alignments.js';

/** Where CASE 1.0 and 1.1 have items: in the service (`/ims/case/v1p0/CFItems/GUID`), or by the item's own address (`/uri/GUID`). */
const itemPath = /\/(?:CFItems|uri)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** The alignment itself where its target is no CASE item. */
export function inCaseTerms(alignment: ElementAlignment): ElementAlignment {
  if (alignment.term !== 'LearningOutcomeFramework' || !URL.canParse(alignment.targetUrl)) return alignment;
  // CASE writes its GUIDs in lower case
  const guid = itemPath.exec(new URL(alignment.targetUrl).pathname)?.[1]?.toLowerCase();
  if (guid === undefined) return alignment;
  const { targetCode: code } = alignment;
  // the code that people use ("3.NF.A.1") has no other place left
  const forPeople = code && code.toLowerCase() !== guid ? { targetDescription: code } : {};
  return { ...alignment, ...forPeople, targetType: 'CFItem', targetCode: guid };
}
