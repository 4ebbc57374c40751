/** What the sentences of a notice need. */
import type { ToldChange } from '../../awards/tell-learner.js';

export interface NoticeContent {
  /** As the LMS tells it. */
  name?: string;
  /** Of the micro-credential. */
  title: string;
  institution: string;
  course: string;
  /** Title of the activity in which it is claimed. */
  activity?: string;
  /** Page of the course, where the LMS's addresses are known. */
  courseUrl?: string;
  stopUrl: string;
}

export interface NoticeParts {
  subject: string;
  paragraphs: (string | undefined)[];
}

export type NoticeWords = (told: NoticeContent) => NoticeParts;

/** What the sentences of a notice of a change need besides. */
export interface ChangeContent extends NoticeContent {
  /** Since when, in words. */
  day: string;
  /** As the teacher wrote it. */
  reason?: string;
  /** Address of the page of the award. */
  page: string;
  /** Public e-mail address of the institution. */
  contact?: string;
}

export type ChangeWords = Record<ToldChange, (told: ChangeContent) => NoticeParts>;
