// What every page does with a script. Each part only improves: the pages work without it.
import { offerCopies } from './copy.js';
import { reportHeight } from './frame.js';
import { keepTyped } from './keep-typed.js';

for (const first of document.querySelectorAll('[data-focus-first]')) first.focus();
offerCopies(document);
reportHeight(window);
keepTyped(document);
