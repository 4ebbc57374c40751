/**
 * Port: where the holder of keys keeps its records. Private parts are sealed before they come here; this port never sees one
 * in clear. Unique: (institutionId, kind) among keys in use, so that two replicas make one key.
 */
import type { Compromise, PublicSigningKey } from './signing-keys.js';

export interface KeyRecord extends PublicSigningKey {
  /** The private part in an envelope (sealed text). */
  sealedPrivateKey: string;
}

export interface KeyRecords {
  /** @throws Problem duplicate when the institution has a key of this kind in use, or the id exists. */
  add(record: KeyRecord): Promise<void>;
  /** Takes it out of use; it stays published. False when it was out of use already, or there is no such key. */
  retire(id: string, at: Date, bySchedule?: boolean): Promise<boolean>;
  /** Takes it out of use for good, in one write; what was declared first stays. False when nothing changed. */
  compromise(id: string, compromise: Compromise): Promise<boolean>;
  byId(id: string): Promise<KeyRecord | undefined>;
  /** All keys ever, newest first. */
  ofInstitution(institutionId: string): Promise<KeyRecord[]>;
  /** Compromised ones of every institution. */
  compromised(): Promise<KeyRecord[]>;
  /** A sealed secret of the whole installation, by its name; undefined while there is none. */
  secret(name: string): Promise<string | undefined>;
  /** Keeps a sealed secret unless there is one of this name; returns the one that is kept: the first wins. */
  keepSecret(name: string, sealed: string): Promise<string>;
}
