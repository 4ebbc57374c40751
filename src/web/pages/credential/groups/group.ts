/** One group of the credential editor: which elements it asks for, how its form is read, what its page shows. */
import type { Course } from '../../../../domain/courses/course.js';
import type { RecordsOffered } from '../../../../domain/evidence/records-offered.js';
import type { DraftDefinition } from '../../../../domain/micro-credentials/definition.js';

export type GroupName = 'about' | 'assessments' | 'outcomes' | 'level' | 'participation' | 'passing' | 'more';

export const groupNames: readonly GroupName[] = [
  'about',
  'assessments',
  'outcomes',
  'level',
  'participation',
  'passing',
  'more',
];

/** Where the form was opened: the activity itself, and all that its course is known to have. */
export interface Activity {
  linkId: string;
  course: Course;
  /** What the LMS's own records offer; undefined where they are not asked. */
  offered?: RecordsOffered;
}

/** What a form sent: one text a name. */
export type FormValues = Readonly<Record<string, string>>;

/** A field that could not be read: its name on the page and a code with words in locales course.json fault.<code>. */
export interface FormFault {
  field: string;
  code:
    | 'url'
    | 'number'
    | 'ects'
    | 'hours'
    | 'too-long'
    | 'choice'
    | 'isced'
    | 'same-language'
    | 'country'
    | 'percent'
    | 'points'
    | 'date'
    | 'needed';
  /** The greatest number, or the most characters, that the words name. */
  most?: number;
  /** Other fields that cannot be kept without this one. */
  unsaved?: readonly string[];
}

/** What the form says, and what in it could not be read. Whatever could be read is in `changes`: where that is empty, nothing is saved. */
export interface GroupReading {
  changes: Partial<DraftDefinition>;
  faults: FormFault[];
}

/** Which mandatory elements are asked for in which group (micro-credential elements M2 to M11 and the rule). */
export const groupOfElement: Readonly<Record<string, GroupName>> = {
  M2: 'about',
  M3: 'about',
  M4: 'about',
  M6: 'outcomes',
  M7: 'level',
  M8: 'level',
  M9: 'assessments',
  M10: 'participation',
  M11: 'participation',
  rule: 'passing',
};
