/**
 * Moodle's line items: only the tool's own, exact media types, a Link header no parser reads.
 * https://www.imsglobal.org/spec/lti-ags/v2p0#line-item-service
 */
import type { Request, Response } from 'express';
import { z } from 'zod';
import { scopesOf } from '../access-tokens.js';
import type { Lms } from '../lms.js';
import { escapeHtml } from '../pages/html.js';
import type { LineItem } from '../state/lms-state.js';
import { phpJson, refuseFormat, refuseMoodle, sendMoodle, suits } from './moodle-answer.js';
import { lineItemUrl, toolTypeId } from './moodle-claims.js';

const container = 'application/vnd.ims.lis.v2.lineitemcontainer+json';
const single = 'application/vnd.ims.lis.v2.lineitem+json';
const scope = 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem';

const sentLineItem = z.looseObject({
  label: z.string().min(1),
  scoreMaximum: z.number().positive(),
  resourceId: z.string().optional(),
  tag: z.string().optional(),
  resourceLinkId: z.coerce.string().optional(),
  startDateTime: z.string().optional(),
  endDateTime: z.string().optional(),
});

export function moodleLineItems(lms: Lms, request: Request, response: Response): void {
  const { course: courseId = '' } = request.params as Record<string, string>;
  if ((request.method !== 'GET' && request.method !== 'POST') || !suits(request, [container, single]))
    return refuseFormat(request, response, `/${courseId}/lineitems`);
  if (!isAllowed(lms, request)) return refuseMoodle(request, response, 401, 'Unauthorized');
  if (request.method === 'POST') return create(lms, courseId, request, response);
  const { accept } = request.headers;
  if (accept && accept !== container && accept !== single)
    return refuseMoodle(request, response, 400, 'No context or unsupported content type');
  const query = request.query as Record<string, string | undefined>;
  const items = lms.state.lineItems.filter(
    (item) =>
      item.owner === 'tool' &&
      item.courseId === courseId &&
      suitsFilter(item.resourceId, query['resource_id']) &&
      suitsFilter(item.tag, query['tag']) &&
      suitsFilter(item.linkId, query['resource_link_id']),
  );
  const limit = Number(query['limit'] ?? 0) || 0;
  const from = Number(query['from'] ?? 0) || 0;
  if (limit > 0) response.setHeader('Link', brokenLink(lms, courseId, items.length, limit, from));
  const shown = limit > 0 ? items.slice(from, from + limit) : items;
  sendMoodle(response, container, phpJson(shown.map((item) => written(lms, item))));
}

export function moodleLineItem(lms: Lms, request: Request, response: Response): void {
  const { course: courseId = '', item: itemId = '' } = request.params as Record<string, string>;
  if (!['GET', 'PUT', 'DELETE'].includes(request.method) || !suits(request, [single]))
    return refuseFormat(request, response, `/${courseId}/lineitems/${itemId}/lineitem`);
  if (!isAllowed(lms, request)) return refuseMoodle(request, response, 401, 'Unauthorized');
  const item = lms.state.lineItems.find((one) => one.id === itemId && one.courseId === courseId);
  if (!item || item.owner === 'lms')
    return refuseMoodle(request, response, 404, `Not Found: Grade item ${itemId} doesn't exist`);
  if (item.owner === 'other-tool') return refuseMoodle(request, response, 403, 'Forbidden');
  if (request.method === 'GET') return sendMoodle(response, single, phpJson(written(lms, item)));
  if (request.method === 'DELETE') {
    lms.state.lineItems = lms.state.lineItems.filter((one) => one !== item);
    lms.state.grades = lms.state.grades.filter(({ lineItemId }) => lineItemId !== item.id);
    lms.keep();
    response.statusMessage = 'OK';
    return sendMoodle(response, 'text/html', '', 204);
  }
  const sent = readBody(request);
  if (!sent) return refuseMoodle(request, response, 400, 'No label or Score Maximum');
  Object.assign(item, columnOf(sent));
  lms.keep();
  sendMoodle(response, single, JSON.stringify(sent));
}

function create(lms: Lms, courseId: string, request: Request, response: Response): void {
  const sent = readBody(request);
  if (!sent) return refuseMoodle(request, response, 400, 'No label or Score Maximum');
  const course = lms.state.courses.find(({ id }) => id === courseId);
  const isOurs = course?.activities.some(
    ({ kind, linkId }) => kind === 'tool' && linkId === sent.resourceLinkId,
  );
  if (!course || (sent.resourceLinkId !== undefined && !isOurs))
    return refuseMoodle(request, response, 403, 'Forbidden');
  const id = String(lms.state.nextLineItemId);
  lms.state.nextLineItemId += 1;
  lms.state.lineItems.push({ id, courseId, owner: 'tool', ...columnOf(sent) });
  lms.keep();
  sendMoodle(response, single, JSON.stringify({ ...sent, id: lineItemUrl(lms, courseId, id) }), 201);
}

function readBody(request: Request): z.infer<typeof sentLineItem> | undefined {
  try {
    return sentLineItem.safeParse(JSON.parse(String(request.body))).data;
  } catch {
    return undefined;
  }
}

type Column = Omit<LineItem, 'id' | 'courseId' | 'owner'>;

const columnOf = ({
  label,
  scoreMaximum,
  resourceId,
  tag,
  resourceLinkId,
}: z.infer<typeof sentLineItem>): Column => ({
  label,
  scoreMaximum,
  ...(resourceId === undefined ? {} : { resourceId }),
  ...(tag === undefined ? {} : { tag }),
  ...(resourceLinkId === undefined ? {} : { linkId: resourceLinkId }),
});

/** Reading needs either scope, changing the full one; `type_id` may be left out but not be another tool's. */
function isAllowed(lms: Lms, request: Request): boolean {
  const scopes = scopesOf(lms, request) ?? [];
  const { type_id: typeId } = request.query;
  if (typeId !== undefined && typeId !== toolTypeId(lms)) return false;
  return scopes.includes(scope) || (request.method === 'GET' && scopes.includes(`${scope}.readonly`));
}

const suitsFilter = (value: string | undefined, wanted: string | undefined): boolean =>
  wanted === undefined || value === wanted;

function written(lms: Lms, { id, courseId, label, scoreMaximum, resourceId, tag, linkId }: LineItem): object {
  return {
    id: lineItemUrl(lms, courseId, id),
    label,
    scoreMaximum,
    resourceId: resourceId ?? '',
    tag: tag ?? '',
    ...(linkId === undefined ? {} : { resourceLinkId: linkId, ltiLinkId: linkId }),
  };
}

/** Escaped for HTML and between curly quotes, in UTF-8 bytes, as recorded. */
function brokenLink(lms: Lms, courseId: string, count: number, limit: number, from: number): string {
  const last = Math.max(0, (Math.ceil(count / limit) - 1) * limit);
  const base = `${lms.url}/mod/lti/services.php/${courseId}/lineitems?type_id=${toolTypeId(lms)}&limit=${limit}&from=`;
  const one = (rel: string, start: number): string => `<${escapeHtml(base + start)}>; rel=“${rel}”`;
  const links = [
    one('first', 0),
    ...(from > 0 ? [one('prev', Math.max(0, from - limit))] : []),
    one('canonical', from),
    ...(from + limit < count ? [one('next', from + limit)] : []),
    one('last', last),
  ];
  return Buffer.from(links.join(', '), 'utf8').toString('latin1');
}
