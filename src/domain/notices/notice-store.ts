/** Port: where notices are kept, and who wants none. One process at a time works on a notice. */
import type { Notice, NoticeAbout, NoticeEnd, TakenNotice } from './notice.js';
import type { OfferSubject } from './offer-subject.js';

/** What there is one notice of: an offer or, with `about`, a change. */
export type NoticeKey = Pick<OfferSubject, 'microCredentialId' | 'version' | 'platformId' | 'subject'> & {
  about?: NoticeAbout;
};

export interface NoticeStore {
  /** Keeps it unless there is one of the same offer or change: that one stays as it is. */
  add(notice: Omit<Notice, 'id'>): Promise<void>;
  /** Those that may be taken, the longest due first. */
  due(at: Date, limit: number): Promise<Notice[]>;
  /** Undefined when it is not due any more or somebody works on it: of any number of callers one gets it. */
  take(id: string, at: Date, lease: { holder: string; until: Date }): Promise<TakenNotice | undefined>;
  /** due -> sending, the last step before the mail server; false when the lease is not ours any more. */
  begin(taken: TakenNotice, until: Date): Promise<boolean>;
  /** Back to due. */
  putOff(taken: TakenNotice, dueAt: Date, tries: number): Promise<void>;
  /** Removes where to. */
  end(taken: TakenNotice, end: NoticeEnd, at: Date): Promise<void>;
  /** Those whose sender was killed while the mail server had them. @returns how many were ended as unclear */
  endAbandoned(at: Date): Promise<number>;
  /** Those of these offers and changes, without where to, in any order: what the teacher's list tells. */
  of(these: readonly NoticeKey[]): Promise<Notice[]>;
}

/** Addresses, by their keys (emailKeyOf), to which nothing is sent. */
export interface NoticeStops {
  stop(key: string, at: Date): Promise<void>;
  resume(key: string): Promise<void>;
  isStopped(key: string): Promise<boolean>;
}
