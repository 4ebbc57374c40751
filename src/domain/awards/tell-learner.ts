/**
 * Port: keeps that a learner is to be told of what becomes of an award. It is asked before the change is made: nothing can become of an
 * award without a trace of it. Nothing is sent by it, so that no mail server holds up or undoes a change.
 */
import type { Award, Recipient } from './award.js';

/** 'corrected': a correction was offered, and nothing has changed yet. */
export type ToldChange = 'suspended' | 'resumed' | 'revoked' | 'corrected' | 'superseded';

export interface ChangeToTell {
  /** Of a correction that is offered: that one. */
  award: Pick<Award, 'id' | 'microCredentialId' | 'version' | 'courseId' | 'platformId' | 'subject'>;
  what: ToldChange;
  /** As it will stand in the history of the award. */
  at: Date;
  /** Who holds the award, or the one that is corrected. */
  recipient: Recipient | undefined;
}

export type TellLearner = (change: ChangeToTell) => Promise<void>;
