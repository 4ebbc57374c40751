// An answer that refuses a form takes the place in the history of the page that the form was on. Pages are never stored: whoever goes
// back to such an answer, or loads it again, would meet a page of the browser's own, or send the form a second time.
import { tabStorage } from './tab-storage.js';

const key = 'acquis-form-page';

export const isRefusal = (document) =>
  document.querySelector('#error-summary, [data-problem]') !== null || statusOf(document.defaultView) >= 400;

export function keepFormPage(document) {
  const window = document.defaultView;
  const storage = tabStorage(window);
  if (!storage) return;
  const sent = JSON.parse(storage.getItem(key) ?? 'null');
  storage.removeItem(key);
  const isAnswer = sent?.to === window.location.pathname && navigationOf(window)?.redirectCount === 0;
  if (isAnswer && isRefusal(document)) window.history.replaceState(window.history.state, '', sent.from);
  document.addEventListener('submit', ({ target, submitter }) => {
    if (target.method !== 'post') return;
    const action = submitter?.getAttribute('formaction') ?? target.getAttribute('action') ?? '';
    const to = new URL(action, document.baseURI).pathname;
    storage.setItem(key, JSON.stringify({ to, from: window.location.href }));
  });
}

const navigationOf = (window) => window.performance.getEntriesByType('navigation')[0];

// 0 where the browser does not tell.
const statusOf = (window) => navigationOf(window)?.responseStatus ?? 0;
