// Shows the copy buttons (hidden without script), copies the text of the field they name, and says what came of it.

// How long the clipboard may take to answer, and how long its answer stands on the button: milliseconds.
const patience = 1000;
const shownFor = 4000;

export function offerCopies(document) {
  for (const field of document.querySelectorAll('[data-select-all]'))
    field.addEventListener('focus', () => field.select());
  for (const button of document.querySelectorAll('[data-copy]')) offerCopy(document, button);
}

function offerCopy(document, button) {
  const words = [...button.childNodes];
  const told = document.createElement('p');
  told.setAttribute('role', 'status');
  told.className = 'visually-hidden';
  button.closest('.copy-field').append(told);
  button.hidden = false;
  let back;
  button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copy);
    const done = await copied(document, button, field);
    clearTimeout(back);
    told.textContent = done ? button.dataset.copied : button.dataset.selected;
    told.className = done ? 'visually-hidden' : 'form-text copy-told';
    button.replaceChildren(...(done ? [button.dataset.copied] : words));
    back = setTimeout(() => button.replaceChildren(...words), shownFor);
  });
}

// In the frame of an LMS the clipboard is forbidden (no clipboard-write in its `allow`), and a browser may leave the question
// open: then the selection is copied the old way. Where that is refused as well, the text stays selected for the keyboard.
async function copied(document, button, field) {
  try {
    await within(patience, navigator.clipboard.writeText(field.value));
    return true;
  } catch {
    field.focus();
    field.select();
    if (!document.execCommand('copy')) return false;
    button.focus();
    return true;
  }
}

function within(milliseconds, promise) {
  const late = new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error('no answer')), milliseconds);
  });
  return Promise.race([promise, late]);
}
