/** Which version an address names: /achievements/<micro-credential>/<number>, or an edition of it: .../<language>. */
import type { Request } from 'express';
import { looksLikeId } from '../../../shared/ids.js';
import { tagPattern } from '../../../shared/language-map.js';

export interface VersionPlace {
  microCredentialId: string;
  number: number;
  /** Language of an edition in a further one. */
  edition?: string;
}

/** Undefined for what cannot be one: it need not be looked up. */
export function versionPlace(req: Request): VersionPlace | undefined {
  const { id, version, edition } = req.params;
  if (!looksLikeId(id) || typeof version !== 'string' || !/^[1-9]\d{0,5}$/.test(version)) return undefined;
  const place = { microCredentialId: id, number: Number(version) };
  if (edition === undefined) return place;
  return typeof edition === 'string' && tagPattern.test(edition) ? { ...place, edition } : undefined;
}
