// What every page does with a script. Each part only improves: the pages work without it.
import { offerCopies } from './copy.js';
import { reportHeight } from './frame.js';
import { keepFormPage } from './form-page.js';
import { keepTyped } from './keep-typed.js';

document.getElementById('error-summary')?.focus();
offerCopies(document);
reportHeight(window);
keepFormPage(document);
keepTyped(document);
