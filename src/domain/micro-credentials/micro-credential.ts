/**
 * A micro-credential of a course: one draft at most, and its published versions, each frozen for ever. One aggregate, one
 * document: the history is in it.
 */
import type { Definition, DraftDefinition } from './definition.js';

export interface PublishedVersion {
  /** 1, 2, 3 ... */
  number: number;
  definition: Definition;
  publishedAt: Date;
  /** Subject (LTI sub) of the teacher who published. */
  publishedBy: string;
}

export interface WriteBack {
  isOn: boolean;
  changedAt: Date;
  changedBy: string;
}

/** Who offers the award to those who meet the rule: Acquis by itself, unless teachers want to look first. Part of no version. */
export interface Offering {
  byHand: boolean;
  changedAt: Date;
  changedBy: string;
}

export interface MicroCredential {
  id: string;
  institutionId: string;
  courseId: string;
  /** The resource link it was designed in. */
  linkId: string;
  draft?: { definition: DraftDefinition; changedAt: Date; changedBy: string };
  versions: PublishedVersion[];
  /** Since when nobody is offered the award any more. Awards and offers that were made stay, and may stand or fall as ever. */
  retiredAt?: Date;
  /** Once a teacher has let the badges be written into the activity's own column of grades; it is no evidence from then on. */
  writeBack?: WriteBack;
  /** Once a teacher has chosen. */
  offering?: Offering;
  /** Goes up with every change: a save made from an older page is refused instead of overwriting. */
  revision: number;
  createdAt: Date;
}

/** True where nobody is offered the award before a teacher has looked. */
export const isOfferedByHand = ({ offering }: Pick<MicroCredential, 'offering'>): boolean =>
  offering?.byHand === true;

export type WhoOffers = 'itself' | 'hand' | 'nobody';

export function whoOffers(microCredential: Pick<MicroCredential, 'offering' | 'retiredAt'>): WhoOffers {
  if (microCredential.retiredAt) return 'nobody';
  return isOfferedByHand(microCredential) ? 'hand' : 'itself';
}

/** The newest: what is offered, unless it is retired. */
export const currentVersion = ({ versions }: MicroCredential): PublishedVersion | undefined =>
  versions.at(-1);
