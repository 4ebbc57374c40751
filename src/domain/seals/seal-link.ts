/** The seal of an institution, as it is linked: where it is, whose it is, and whether it may be used. Its secrets lie elsewhere. */
import type { SealOwner } from '../../documents/seals/seal-owner.js';
import type { SealAccess } from './seal-service.js';

/** Whose seal it is: the institution's own, or that of an organisation which seals on its behalf. */
export type SealRelation = 'own' | 'mandate';

export interface SealLink extends Pick<SealAccess, 'address' | 'clientId' | 'credentialId'> {
  /** The institution's. */
  id: string;
  /** As its certificate said when it was linked: a seal of another owner is not used. */
  owner: SealOwner;
  /** Until when its certificate was to last, then. */
  certifiedUntil: Date;
  hasTimeStamps: boolean;
  /** Undefined until an administrator has said it: the certificate names neither the institution nor its number. */
  relation?: SealRelation;
  linkedAt: Date;
  /** While it stands, the service is not asked: a wrong PIN that is sent again and again locks a key. */
  stopped?: SealStop;
  /** It was away, or answered wrongly: until then it is not asked again, as each try may be counted there. */
  pausedUntil?: Date;
}

export interface SealStop {
  reason: 'refused' | 'unusable' | 'other-owner';
  since: Date;
}

/** May learners have their credentials sealed with it? */
export const isInUse = (link: SealLink | undefined): link is SealLink & { relation: SealRelation } =>
  link?.relation !== undefined && link.stopped === undefined;
