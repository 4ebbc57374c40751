/** One request to a signing service: its time, its size, and its trouble in our terms. Nothing is repeated here: signatures are counted. */
import type { z } from 'zod';
import type { SealStep } from '../../domain/seals/seal-service.js';
import { answeredJson } from '../../shared/answered-json.js';
import type { OutboundAnswer, OutboundFetch } from '../../shared/outbound-fetch.js';
import { Problem } from '../../shared/problem.js';
import { errorShape } from './csc-shapes.js';

export interface ServiceQuestion<Shape extends z.ZodType> {
  step: SealStep;
  url: string;
  shape: Shape;
  /** GET where there is neither. */
  json?: object;
  form?: Readonly<Record<string, string>>;
  authorization?: string;
  /** True where asking again changes nothing and costs nothing. */
  onlyAsks?: boolean;
}

/** Milliseconds. A key in hardware takes its time. */
const timeoutMs = 15_000;
/** Bytes: certificates and a time stamp are the longest. */
const maxBytes = 300_000;

/** @throws Problem seal-unreachable, seal-refused, seal-answer-unreadable (facts: {step, status, error}) */
export async function askService<Shape extends z.ZodType>(
  fetch: OutboundFetch,
  question: ServiceQuestion<Shape>,
): Promise<z.infer<Shape>> {
  const answer = await send(fetch, question);
  const { step, shape } = question;
  const { status } = answer;
  const json = answeredJson(answer.body);
  if (status === 429 || status >= 500) throw trouble('seal-unreachable', step, { status });
  if (status >= 400)
    throw trouble('seal-refused', step, { status, error: errorShape.safeParse(json).data?.error });
  const read = status === 200 ? shape.safeParse(json) : undefined;
  if (read?.success) return read.data;
  throw trouble('seal-answer-unreadable', step, { status, place: read?.error.issues[0]?.path.join('.') });
}

async function send(
  fetch: OutboundFetch,
  { step, url, json, form, authorization, onlyAsks }: ServiceQuestion<z.ZodType>,
): Promise<OutboundAnswer> {
  const body = json ? JSON.stringify(json) : form && new URLSearchParams(form).toString();
  const type = json ? 'application/json' : 'application/x-www-form-urlencoded';
  try {
    return await fetch({
      url,
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': type }),
        ...(authorization !== undefined && { authorization }),
      },
      body,
      timeoutMs,
      maxBytes,
      ...(onlyAsks && { onlyAsks, retries: 1 }),
    });
  } catch (error) {
    if (!(error instanceof Problem) || (error.code !== 'fetch-failed' && error.code !== 'address-refused'))
      throw error;
    const isTooLarge = error.facts['reason'] === 'too-large';
    throw trouble(isTooLarge ? 'seal-answer-unreadable' : 'seal-unreachable', step, {}, error);
  }
}

/** No word of the service's own goes along but its code: its messages may quote secrets. */
function trouble(
  code: 'seal-unreachable' | 'seal-refused' | 'seal-answer-unreadable',
  step: SealStep,
  told: { status?: number; error?: string; place?: string },
  cause?: unknown,
): Problem {
  const detail = [step, ...Object.values(told).filter((part) => part !== undefined && part !== '')].join(
    ', ',
  );
  return new Problem(code, { detail, facts: { step, ...told }, cause });
}
