/** Port: the linked seals, one an institution; secret and PIN are kept encrypted and never shown again. */
import type { SealLink, SealRelation, SealStop } from './seal-link.js';
import type { SealAccess } from './seal-service.js';

export interface SealLinks {
  /** Replaces the one before. */
  keep(link: SealLink, access: SealAccess): Promise<void>;
  /** The same seal with the same secrets, tried again. False: the one of then was replaced or removed. */
  renew(linkedAt: Date, link: SealLink): Promise<boolean>;
  of(institutionId: string): Promise<SealLink | undefined>;
  /** With its secrets, for the request that needs them and nothing else. @throws Problem key-unreadable when the master key is another one */
  open(institutionId: string): Promise<SealAccess | undefined>;
  /** @param linkedAt of the link that was looked at: another one by now is not touched */
  decide(institutionId: string, linkedAt: Date, relation: SealRelation): Promise<boolean>;
  note(
    institutionId: string,
    linkedAt: Date,
    trouble: { stopped: SealStop } | { pausedUntil: Date },
  ): Promise<void>;
  forget(institutionId: string): Promise<void>;
}
