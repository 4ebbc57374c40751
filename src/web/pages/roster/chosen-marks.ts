/**
 * Learners whom a teacher has chosen from the list, in addresses and forms: each as a short mark, so that thousands fit into one form
 * and no id of a person stands in an address.
 */
import { hash } from 'node:crypto';
import type { Request } from 'express';
import { formText } from '../../forms/form-body.js';

/** 48 bits: should two learners of a class ever have one mark, both are chosen, and both are checked like anybody else. */
const markLength = 8;

export const markOf = (subject: string): string => hash('sha256', subject, 'base64url').slice(0, markLength);

export interface Chosen {
  /** True: everybody for whom it can be done. */
  all: boolean;
  marks: ReadonlySet<string>;
}

export function chosenInAddress(req: Request): Chosen {
  const { who } = req.query;
  const told: unknown[] = Array.isArray(who) ? who : [who];
  return { all: req.query['all'] === 'yes', marks: marksOf(told) };
}

/** Those whom the page named when it was shown, also where they were all: nobody else is meant. */
export function chosenInForm(req: Request): ReadonlySet<string> {
  return marksOf(formText(req, 'who').split(' '));
}

const marksOf = (told: readonly unknown[]): ReadonlySet<string> =>
  new Set(told.filter((one) => typeof one === 'string' && /^[\w-]{8}$/.test(one)) as string[]);
