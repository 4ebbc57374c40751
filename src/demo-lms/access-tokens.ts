/** Access tokens of the LMS's services: given for an hour, asked for by the services. */
import { randomBytes } from 'node:crypto';
import type { Request } from 'express';
import type { Lms } from './lms.js';

export const tokenLivesSeconds = 3600;

export function giveToken(lms: Lms, scopes: readonly string[]): string {
  const token = randomBytes(16).toString('hex');
  const expiresAt = new Date(lms.clock().getTime() + tokenLivesSeconds * 1000);
  lms.accessTokens.set(token, { scopes, expiresAt });
  return token;
}

/** The scopes of the request's token; undefined if there is no token, or none we gave, or it has expired. */
export function scopesOf(lms: Lms, request: Request): readonly string[] | undefined {
  const [, token = ''] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  const known = lms.accessTokens.get(token);
  return known && known.expiresAt > lms.clock() ? known.scopes : undefined;
}
