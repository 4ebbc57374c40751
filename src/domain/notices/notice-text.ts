/** What a notice says, as plain text: every mail program shows that, and nothing in it is loaded from anywhere. */
import { cleanLine } from '../../shared/clean-text.js';
import { english } from './notice-words/english.js';
import { french } from './notice-words/french.js';
import type { NoticeContent } from './notice-words/words.js';

const languages = { en: english, fr: french };

export type NoticeLanguage = keyof typeof languages;

/** @param locale BCP 47; English where it is none of ours */
export function noticeLanguage(locale: string | undefined): NoticeLanguage {
  return locale?.toLowerCase().split('-')[0] === 'fr' ? 'fr' : 'en';
}

export function noticeText(language: NoticeLanguage, told: NoticeContent): { subject: string; text: string } {
  const { subject, paragraphs } = languages[language](inLines(told));
  return { subject, text: `${paragraphs.filter(Boolean).join('\n\n')}\n` };
}

/** What people or an LMS wrote stays in its line. */
function inLines(told: NoticeContent): NoticeContent {
  const entries = Object.entries(told) as [keyof NoticeContent, string | undefined][];
  return Object.fromEntries(
    entries.map(([name, text]) => [name, text && cleanLine(text)]),
  ) as unknown as NoticeContent;
}
