// Shows the copy buttons (hidden without script) and copies the text of the field they name.

export function offerCopies(document) {
  for (const field of document.querySelectorAll('[data-select-all]'))
    field.addEventListener('focus', () => field.select());
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = false;
    const words = [...button.childNodes];
    let back;
    button.addEventListener('click', async () => {
      const field = document.getElementById(button.dataset.copy);
      if (!(await copied(document, field))) return;
      clearTimeout(back);
      button.replaceChildren(button.dataset.copied);
      button.setAttribute('aria-live', 'polite');
      back = setTimeout(() => button.replaceChildren(...words), 2500);
    });
  }
}

// In a frame the clipboard may be forbidden: then the selection is copied the old way, and stays selected at least.
async function copied(document, field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.select();
    return document.execCommand('copy');
  }
}
