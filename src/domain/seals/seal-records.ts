/** Port: where linked seals lie, one an institution. It never sees a secret in clear. */
import type { SealLink } from './seal-link.js';

export interface SealRecord extends SealLink {
  /** Secret and PIN, encrypted together with the address that they are for. */
  secrets: string;
}

export interface SealRecords {
  /** Replaces the one before. */
  put(record: SealRecord): Promise<void>;
  of(institutionId: string): Promise<SealRecord | undefined>;
  /** False when another link has replaced the one of then; undefined removes a field. */
  change(
    institutionId: string,
    linkedAt: Date,
    fields: Partial<Omit<SealLink, 'id' | 'address' | 'clientId' | 'credentialId'>>,
  ): Promise<boolean>;
  remove(institutionId: string): Promise<void>;
}
