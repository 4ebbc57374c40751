/** What the sentences of a notice need. */
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

export type NoticeWords = (told: NoticeContent) => { subject: string; paragraphs: (string | undefined)[] };
