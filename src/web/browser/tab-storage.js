// What is kept in this tab alone, until it is closed. Some browsers refuse storage in a frame: then nothing is kept, and the pages
// work as without script.

export function tabStorage(window) {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}
