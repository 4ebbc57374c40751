/** What the middleware puts on a request, told to the compiler. */
import type { Course } from '../domain/courses/course.js';
import type { Visit } from '../domain/courses/visit.js';
import type { Language } from './middleware/language.js';

declare global {
  namespace Express {
    interface Request {
      /** Language of the reader. */
      language: Language;
      /** Reference number shown on error pages and written into the log. */
      reference: string;
      /** Set by withVisit: use visitOf(req) in pages. */
      visit?: Visit;
      course?: Course;
      /** Set by requireAdministrator: the secret of the session. */
      administratorSecret?: string;
    }
  }
}
