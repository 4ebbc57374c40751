// Keeps what is typed into forms marked data-keep-typed until it is saved, in this tab alone (sessionStorage). When a visit
// ends, the text is back after the activity is opened again. Passwords and files are never kept.
//
// A form is known by where it goes (without the visit, whose address changes), by its hidden fields, and by course, activity
// and person (data-place of the body), so that nobody sees what another person typed in the same tab.

import { isRefusal } from './form-page.js';
import { tabStorage } from './tab-storage.js';

const prefix = 'acquis-typed:';
const kept = (field) =>
  field.name && field.name !== '_form' && !['password', 'file', 'hidden', 'submit'].includes(field.type);

export function keepTyped(document) {
  const storage = tabStorage(document.defaultView);
  if (!storage) return;
  settleSent(storage, cameBack(document.defaultView) || isRefusal(document));
  for (const form of document.querySelectorAll('form[data-keep-typed]')) watch(form, storage);
}

// What was sent is saved when a page follows, unless that one refuses it or a part of it; one that may be left at once has told so
// already (refused.js). Whoever comes back to the form has met no page of ours: the network or the server was away.
function settleSent(storage, isUnsaved) {
  for (const key of Object.keys(storage).filter((name) => name.startsWith(prefix))) {
    const entry = JSON.parse(storage.getItem(key));
    if (!entry.sent) continue;
    if (isUnsaved) storage.setItem(key, JSON.stringify({ ...entry, sent: false }));
    else storage.removeItem(key);
  }
}

function cameBack(window) {
  return window.performance.getEntriesByType('navigation')[0]?.type === 'back_forward';
}

const passing = ['_form', 'revision'];

function nameOf(form) {
  const path = new URL(form.action, form.baseURI).pathname.replace(/^\/visits\/[^/]+/, '');
  const hidden = [...form.elements].filter(
    (field) => field.type === 'hidden' && !passing.includes(field.name),
  );
  return [
    form.ownerDocument.body.dataset.place,
    path,
    ...hidden.map((field) => `${field.name}=${field.value}`),
  ].join(' ');
}

function watch(form, storage) {
  const key = prefix + nameOf(form);
  const before = JSON.stringify(valuesOf(form));
  const entry = JSON.parse(storage.getItem(key) ?? 'null');
  if (entry && JSON.stringify(entry.values) !== before) {
    fill(form, entry.values);
    unfold(form, JSON.parse(before));
    showNotice(form, () => {
      storage.removeItem(key);
      fill(form, JSON.parse(before));
    });
  }
  const remember = () => {
    const values = valuesOf(form);
    if (JSON.stringify(values) === before) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify({ values, sent: false }));
  };
  form.addEventListener('input', remember);
  form.addEventListener('change', remember);
  form.addEventListener('submit', () =>
    storage.setItem(key, JSON.stringify({ values: valuesOf(form), sent: true })),
  );
}

// Rows send the same name several times: each text is kept under its name and its place among its namesakes.
function named(form) {
  const seen = new Map();
  return [...form.elements].filter(kept).map((field) => {
    const choice = field.type === 'radio' || field.type === 'checkbox';
    const name = choice ? `${field.name}=${field.value}` : field.name;
    const place = seen.get(name) ?? 0;
    seen.set(name, place + 1);
    return { field, choice, key: `${name}#${place}` };
  });
}

function valuesOf(form) {
  return Object.fromEntries(
    named(form).map(({ field, choice, key }) => [key, choice ? field.checked : field.value]),
  );
}

function fill(form, values) {
  for (const { field, choice, key } of named(form)) {
    if (values[key] === undefined) continue;
    if (choice) field.checked = values[key];
    else field.value = values[key];
  }
}

// What came back is seen: the parts it is in are opened, and the part that the form itself is in.
function unfold(form, before) {
  form.closest('details')?.setAttribute('open', '');
  for (const { field, choice, key } of named(form))
    if ((choice ? field.checked : field.value) !== before[key])
      field.closest('details')?.setAttribute('open', '');
}

function showNotice(form, discard) {
  const document = form.ownerDocument;
  const { restored, discard: discardWords } = document.querySelector('[data-kept-words]').dataset;
  const notice = document.createElement('div');
  notice.className = 'notice notice-good';
  notice.setAttribute('role', 'status');
  const text = document.createElement('p');
  text.textContent = restored;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-outline-primary';
  button.textContent = discardWords;
  button.addEventListener('click', () => {
    discard();
    notice.remove();
    form.querySelector('input:not([type=hidden]), textarea, select')?.focus();
  });
  notice.append(text, button);
  form.prepend(notice);
}
