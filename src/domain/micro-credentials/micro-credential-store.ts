/** Port: where micro-credentials are kept. (courseId, linkId) is unique: one micro-credential an activity. */
import type { DraftDefinition } from './definition.js';
import type { MicroCredential, Offering, PublishedVersion, WriteBack } from './micro-credential.js';
import type { OfferedNow } from './offered-now.js';

export interface MicroCredentialStore {
  /** @throws Problem duplicate when the activity has one already (two teachers began at once). */
  add(microCredential: MicroCredential): Promise<void>;
  byId(id: string): Promise<MicroCredential | undefined>;
  ofLink(courseId: string, linkId: string): Promise<MicroCredential | undefined>;
  /** Those of all activities of a course. */
  ofCourse(courseId: string): Promise<MicroCredential[]>;
  /** What the institution offers now: the newest `limit`, newest first. */
  offeredBy(institutionId: string, limit: number): Promise<OfferedNow[]>;
  /** Saves the draft if the revision is still `revision`; undefined when somebody changed it meanwhile. */
  saveDraft(
    id: string,
    revision: number,
    draft: { definition: DraftDefinition; changedAt: Date; changedBy: string },
  ): Promise<MicroCredential | undefined>;
  /** Appends the version and removes the draft if the revision is still `revision`; undefined otherwise. */
  publish(id: string, revision: number, version: PublishedVersion): Promise<MicroCredential | undefined>;
  /** As `saveDraft`: removes the draft. */
  discardDraft(id: string, revision: number): Promise<MicroCredential | undefined>;
  /** As `saveDraft`. */
  setWriteBack(id: string, revision: number, writeBack: WriteBack): Promise<MicroCredential | undefined>;
  /** As `saveDraft`. @param retiredAt undefined: it is offered, or offered again */
  setOffering(
    id: string,
    revision: number,
    offering: Offering,
    retiredAt: Date | undefined,
  ): Promise<MicroCredential | undefined>;
}
