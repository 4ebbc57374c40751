/** A micro-credential in a few words: credits, hours, level, form of participation. */
import type { Request } from 'express';
import type { Definition } from '../../domain/micro-credentials/definition.js';
import { participationModes } from '../../domain/micro-credentials/vocabularies.js';
import { capitalised } from './capitalised.js';
import { numberIn, wordsIn } from './words-of.js';

export function atAGlance(
  req: Request,
  { workload, level, participation }: Pick<Definition, 'workload' | 'level' | 'participation'>,
): string[] {
  const words = wordsIn(req, 'course');
  const number = numberIn(req);
  const ects = workload.ects === undefined ? undefined : Number(workload.ects);
  return [
    ects === undefined ? '' : words('level.ectsCount', { count: ects, ects: number(ects) }),
    workload.hours === undefined
      ? ''
      : words('level.hoursCount', { count: workload.hours, hours: number(workload.hours) }),
    level.kind === 'eqf' ? words('level.eqfLevel', { level: level.eqf }) : '',
    capitalised(participationModes[participation].name[req.language]),
  ].filter((text) => text !== '');
}
