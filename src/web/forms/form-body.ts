/** Reads what a form sends. `req.body` holds texts and, for a name sent more than once, lists of texts. */
import express, { type Request, type RequestHandler } from 'express';

/** Parses forms up to a size in bytes (256 kB unless told). @throws Problem request-too-large, by src/web/errors */
export function formBody(limit = 256 * 1024): RequestHandler {
  return express.urlencoded({ extended: false, limit, parameterLimit: 5_000 }) as RequestHandler;
}

/** One text a name, as the form sent it: the last where a name came more than once, '' where it came not at all. */
export function formText(req: Request, name: string): string {
  const value = (req.body as Record<string, unknown> | undefined)?.[name];
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' ? last.replace(/\r\n?/g, '\n') : '';
}

/** Every text of a name, in the order of the form: of check boxes that share one. */
export function formTexts(req: Request, name: string): string[] {
  const value = (req.body as Record<string, unknown> | undefined)?.[name];
  return [value].flat().filter((text) => typeof text === 'string');
}

/** Several fields at once, trimmed: {legalName: 'Haute École', country: 'BE'}. */
export function formFields<Name extends string>(req: Request, names: readonly Name[]): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, formText(req, name).trim()])) as Record<Name, string>;
}
