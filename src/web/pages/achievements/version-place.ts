/** Which version an address names: /achievements/<micro-credential>/<number>. */
import type { Request } from 'express';
import { looksLikeId } from '../../../shared/ids.js';

export interface VersionPlace {
  microCredentialId: string;
  number: number;
}

/** Undefined for what cannot be one: it need not be looked up. */
export function versionPlace(req: Request): VersionPlace | undefined {
  const { id, version } = req.params;
  if (!looksLikeId(id) || typeof version !== 'string' || !/^[1-9]\d{0,5}$/.test(version)) return undefined;
  return { microCredentialId: id, number: Number(version) };
}
