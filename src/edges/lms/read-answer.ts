/** Reads the JSON that an LMS answered with as what was asked for. */
import type { z } from 'zod';
import { lmsTrouble, type AskedOf } from './lms-trouble.js';

/** @throws Problem lms-answer-unreadable */
export function readAnswer<Shape extends z.ZodType>(
  asked: AskedOf,
  shape: Shape,
  json: unknown,
): z.infer<Shape> {
  const read = shape.safeParse(json);
  if (read.success) return read.data;
  const where = read.error.issues[0]?.path.join('.') ?? '';
  const detail = json === undefined ? 'no JSON' : `not as expected at "${where}"`;
  throw lmsTrouble(asked, 'lms-answer-unreadable', detail);
}
