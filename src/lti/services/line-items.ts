/** Line items as LMSs write them. https://www.imsglobal.org/spec/lti-ags/v2p0#line-item-service */
import { z } from 'zod';

export const lineItemType = 'application/vnd.ims.lis.v2.lineitem+json';
export const lineItemsType = 'application/vnd.ims.lis.v2.lineitemcontainer+json';

const id = z.union([z.string(), z.number().transform(String)]).nullish();
const lineItem = z.object({
  id: z.url({ protocol: /^https?$/ }),
  label: z.string().catch(''),
  /** Canvas allows 0: a column that counts nothing. */
  scoreMaximum: z.coerce.number().min(0),
  resourceLinkId: id,
  /** The name it had in a draft of the standard; Moodle writes both. */
  ltiLinkId: id,
});
export type LineItem = z.infer<typeof lineItem>;

/** Undefined when it is no line item. */
export const readLineItem = (json: unknown): LineItem | undefined => lineItem.safeParse(json).data;

/** Undefined when it is no list; an entry that is no line item is left out. */
export function readLineItems(json: unknown): LineItem[] | undefined {
  if (!Array.isArray(json)) return undefined;
  return json.flatMap((entry) => readLineItem(entry) ?? []);
}

/** An LMS may pass over the filter `resource_link_id`, so what is listed is looked at. */
export function isOfLink(item: LineItem, linkId: string): boolean {
  return item.resourceLinkId === linkId || item.ltiLinkId === linkId;
}

/** The new line item of an answer to its making: its address is all that counts. */
export const createdLineItem = z.object({ id: z.url({ protocol: /^https?$/ }) });
