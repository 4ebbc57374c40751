/** What a notice says, as plain text: every mail program shows that, and nothing in it is loaded from anywhere. */
import { cleanLine } from '../../shared/clean-text.js';
import { longDate } from '../../shared/long-date.js';
import type { ToldChange } from '../awards/tell-learner.js';
import { english } from './notice-words/english.js';
import { french } from './notice-words/french.js';
import { englishChanges } from './notice-words/english-changes.js';
import { frenchChanges } from './notice-words/french-changes.js';
import type { ChangeContent, NoticeContent, NoticeParts } from './notice-words/words.js';

const languages = { en: english, fr: french };
const changes = { en: englishChanges, fr: frenchChanges };

export type NoticeLanguage = keyof typeof languages;

/** @param locale BCP 47; English where it is none of ours */
export function noticeLanguage(locale: string | undefined): NoticeLanguage {
  return locale?.toLowerCase().split('-')[0] === 'fr' ? 'fr' : 'en';
}

export function noticeText(language: NoticeLanguage, told: NoticeContent): Text {
  return textOf(languages[language](inLines(told)));
}

export function changeText(
  language: NoticeLanguage,
  { what, at, ...told }: Omit<ChangeContent, 'day'> & { what: ToldChange; at: Date },
): Text {
  const day = longDate(language).format(at);
  return textOf(changes[language][what](inLines({ ...told, day })));
}

interface Text {
  subject: string;
  text: string;
}

const textOf = ({ subject, paragraphs }: NoticeParts): Text => ({
  subject,
  text: `${paragraphs.filter(Boolean).join('\n\n')}\n`,
});

/** What people or an LMS wrote stays in its line. */
function inLines<Told extends NoticeContent>(told: Told): Told {
  const entries = Object.entries(told) as [keyof Told, string | undefined][];
  return Object.fromEntries(
    entries.map(([name, text]) => [name, text && cleanLine(text)]),
  ) as unknown as Told;
}
