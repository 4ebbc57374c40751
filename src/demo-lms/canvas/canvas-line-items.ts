/**
 * Canvas's line items: assignments of the tool's client, ten a page.
 * https://www.imsglobal.org/spec/lti-ags/v2p0#line-item-service
 */
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Lms } from '../lms.js';
import type { Course, LineItem } from '../state/lms-state.js';
import { courseAsked, onePage, refuseCanvas, sendCanvas } from './canvas-answer.js';
import { canvasLineItemsUrl } from './canvas-claims.js';
import { linkUuid } from './canvas-ids.js';

const container = 'application/vnd.ims.lis.v2.lineitemcontainer+json';
const single = 'application/vnd.ims.lis.v2.lineitem+json';
const full = 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem';

const changes = z.object({
  label: z.string().min(1).optional(),
  scoreMaximum: z.coerce.number().min(0).optional(),
  resourceId: z.string().optional(),
  tag: z.string().optional(),
  resourceLinkId: z.string().optional(),
  startDateTime: z.string().optional(),
  endDateTime: z.string().optional(),
});
type Changes = z.infer<typeof changes>;

export function canvasLineItems(lms: Lms, request: Request, response: Response): void {
  const course = courseAsked(lms, request, response, allowed(request));
  if (!course) return;
  if (request.method === 'POST') return create(lms, course, request, response);
  if (request.method !== 'GET') return notFound(response);
  const query = request.query as Record<string, string | undefined>;
  const items = lms.state.lineItems.filter(
    (item) =>
      item.owner === 'tool' &&
      item.courseId === course.id &&
      matches(item.tag, query['tag']) &&
      matches(item.resourceId, query['resource_id']) &&
      matches(item.linkId && linkUuid(item.linkId), query['resource_link_id']),
  );
  const shown = onePage(lms, request, response, items, { usual: 10, most: 100 });
  sendCanvas(
    response,
    container,
    shown.map((item) => written(lms, item)),
  );
}

export function canvasLineItem(lms: Lms, request: Request, response: Response): void {
  const course = courseAsked(lms, request, response, allowed(request));
  if (!course) return;
  const item = ownLineItem(lms, course, String(request.params['item']));
  if (!item) return notFound(response);
  switch (request.method) {
    case 'GET':
      return sendCanvas(response, single, written(lms, item));
    case 'PUT': {
      const sent = { ...readChanges(request) };
      // the link an item is bound to stays
      delete sent.resourceLinkId;
      Object.assign(item, withoutUndefined(sent));
      lms.keep();
      return sendCanvas(response, single, written(lms, item));
    }
    case 'DELETE':
      // an assignment made in the pages of Canvas belongs to the teacher
      if (item.linkId !== undefined)
        return refuseCanvas(response, 401, 'unauthorized', 'You cannot delete this line item');
      lms.state.lineItems = lms.state.lineItems.filter((one) => one !== item);
      lms.state.grades = lms.state.grades.filter(({ lineItemId }) => lineItemId !== item.id);
      lms.keep();
      response.status(204).end();
      return;
    default:
      return notFound(response);
  }
}

/** A line item of this course that belongs to the tool. */
export function ownLineItem(lms: Lms, course: Course, id: string): LineItem | undefined {
  return lms.state.lineItems.find(
    (item) => item.id === id && item.courseId === course.id && item.owner === 'tool',
  );
}

function create(lms: Lms, course: Course, request: Request, response: Response): void {
  const sent = readChanges(request);
  if (sent?.label === undefined || sent.scoreMaximum === undefined)
    return refuseCanvas(response, 400, 'bad_request', 'label and scoreMaximum are required');
  const { resourceLinkId, label, scoreMaximum, ...rest } = sent;
  const activity = course.activities.find(
    ({ kind, linkId }) => kind === 'tool' && linkUuid(linkId) === resourceLinkId,
  );
  if (resourceLinkId !== undefined && !activity)
    return refuseCanvas(
      response,
      412,
      'precondition_failed',
      'The specified LTI link ID is not associated with the tool',
    );
  const id = String(lms.state.nextLineItemId);
  lms.state.nextLineItemId += 1;
  const item: LineItem = {
    id,
    courseId: course.id,
    owner: 'tool',
    label,
    scoreMaximum,
    ...withoutUndefined(rest),
    ...(activity ? { linkId: activity.linkId } : {}),
  };
  lms.state.lineItems.push(item);
  lms.keep();
  sendCanvas(response, single, written(lms, item), 201);
}

function written(lms: Lms, item: LineItem): object {
  return {
    id: `${canvasLineItemsUrl(lms, item.courseId)}/${item.id}`,
    scoreMaximum: item.scoreMaximum,
    label: item.label,
    ...(item.tag ? { tag: item.tag } : {}),
    ...(item.resourceId ? { resourceId: item.resourceId } : {}),
    ...(item.linkId === undefined ? {} : { resourceLinkId: linkUuid(item.linkId) }),
    ...(item.startDateTime === undefined ? {} : { startDateTime: item.startDateTime }),
    ...(item.endDateTime === undefined ? {} : { endDateTime: item.endDateTime }),
  };
}

function readChanges(request: Request): Changes | undefined {
  try {
    return changes.safeParse(JSON.parse(String(request.body))).data;
  } catch {
    return undefined;
  }
}

const allowed = (request: Request): string[] =>
  request.method === 'GET' ? [full, `${full}.readonly`] : [full];

const matches = (value: string | undefined, wanted: string | undefined): boolean =>
  wanted === undefined || value === wanted;

const withoutUndefined = <Fields extends object>(fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;

const notFound = (response: Response): void =>
  refuseCanvas(response, 404, 'not_found', 'The specified resource does not exist.');
