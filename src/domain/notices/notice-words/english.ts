/** A notice in English. */
import type { NoticeWords } from './words.js';

export const hello = (name: string | undefined): string => (name ? `Hello ${name},` : 'Hello,');

export const english: NoticeWords = ({ name, title, institution, course, activity, courseUrl, stopUrl }) => ({
  subject: `You can claim your micro-credential “${title}”`,
  paragraphs: [
    hello(name),
    `You have met the requirements of the micro-credential “${title}” of ${institution}, in the course “${course}”.`,
    `To claim it, open the course in your learning platform${activity ? ` and, in it, the activity “${activity}”` : ''}.`,
    courseUrl,
    'You decide there whether you want it and who may see it. The offer has no end date.',
    `You get one message when you can claim a micro-credential, and one whenever something changes about one that you hold. If you want none of them any more:\n${stopUrl}`,
  ],
});
