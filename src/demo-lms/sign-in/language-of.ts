/** The language in which a person uses the LMS: here that of the browser, in life the one chosen in the profile. */
import type { Request } from 'express';

export const languageOf = (request: Request): string => request.acceptsLanguages('en', 'fr') || 'en';
