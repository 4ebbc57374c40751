/** Port: signed status lists as published, one or more an institution. Rebuilt when the awards' fingerprint differs. */
export interface PublishedStatusList {
  id: string;
  institutionId: string;
  createdAt: Date;
  /** Signed BitstringStatusListCredential, JSON text; absent until first published. */
  credential?: string;
  /** State of the awards (AwardStore.statusFingerprint) it was made from. */
  fingerprint?: string;
  /** Strong ETag of the text. */
  etag?: string;
  publishedAt?: Date;
  /** The verification method that signed it; lists of before it was kept have none. */
  signedWith?: string;
}

export interface StatusListStore {
  byId(id: string): Promise<PublishedStatusList | undefined>;
  /** The list that new awards of the institution get places in; made once even when two ask at once. */
  current(institutionId: string, at: Date): Promise<PublishedStatusList>;
  /** Closes a full list so that `current` makes the next. */
  close(id: string): Promise<void>;
  publish(
    id: string,
    published: {
      credential: string;
      fingerprint: string;
      etag: string;
      publishedAt: Date;
      signedWith: string;
    },
  ): Promise<void>;
}
