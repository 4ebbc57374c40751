/** The fonts of badges, read once: loaded with the first badge (create-pictures.ts). */
import { readFont } from './fonts.js';

export const badgeFonts = { 400: readFont(400), 600: readFont(600) };
