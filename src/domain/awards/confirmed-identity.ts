/**
 * Who the award is for, as confirmed at claim. The LMS's word stands where it gives one: nobody puts another's name on an
 * award. Only what it does not tell is typed by the learner, and marked so. docs/decisions/0003-who-the-learner-is.md
 */
import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { cleanLine } from '../../shared/clean-text.js';
import { type FieldFaults, formProblem } from '../../shared/field-faults.js';
import type { Person } from '../courses/visit.js';

export interface Identity {
  name: string;
  email: string;
  nameFrom: 'lms' | 'learner';
  emailFrom: 'lms' | 'learner';
}

const longestName = 200;
const emailShape = z.email().max(254);

/**
 * What the LMS told and what the page has to ask for: `name` and `email` are absent when the learner must type them.
 * An address that is none (no @, blank) counts as not told.
 */
export function toldByLms(person: Person): { name?: string; email?: string } {
  const name = cleanLine(person.name ?? '').slice(0, longestName);
  const email = cleanLine(person.email ?? '');
  return {
    name: name === '' ? undefined : name,
    email: emailShape.safeParse(email).success ? email : undefined,
  };
}

/** @throws Problem request-invalid (facts.fields: name, email, consent) */
export function confirmedIdentity(
  person: Person,
  typed: { name?: string; email?: string; consent: boolean },
): Identity {
  const told = toldByLms(person);
  const name = told.name ?? cleanLine(typed.name ?? '');
  const email = told.email ?? cleanLine(typed.email ?? '');
  const faults: FieldFaults = {};
  if (name === '') faults.name = 'required';
  else if (name.length > longestName) faults.name = 'too-long';
  if (email === '') faults.email = 'required';
  else if (!emailShape.safeParse(email).success) faults.email = 'not-an-email';
  if (!typed.consent) faults.consent = 'required';
  if (Object.keys(faults).length > 0) throw formProblem(faults);
  return {
    name,
    email,
    nameFrom: told.name === undefined ? 'learner' : 'lms',
    emailFrom: told.email === undefined ? 'learner' : 'lms',
  };
}

/** Finds a second claim by the same person without telling the address: HMAC-SHA256 of the lower-case e-mail, hex. */
export function emailKeyOf(email: string, pepper: Uint8Array): string {
  return createHmac('sha256', pepper).update(email.toLowerCase(), 'utf8').digest('hex');
}

/** A salt of 128 random bits, hex: one for each hashed identifier. */
export const newSalt = (): string => randomBytes(16).toString('hex');
