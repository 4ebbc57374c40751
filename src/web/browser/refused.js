// On a page that refuses something, loaded before anything of it is seen, so that nobody has left it before: what was sent is not
// saved, and waits to be typed again (keep-typed.js). A classic script: modules come after the page.
{
  const prefix = 'acquis-typed:';
  const storageOf = () => {
    try {
      return window.sessionStorage;
    } catch {
      return undefined;
    }
  };
  const storage = storageOf();
  for (const key of Object.keys(storage ?? {}).filter((name) => name.startsWith(prefix))) {
    const entry = JSON.parse(storage.getItem(key));
    storage.setItem(key, JSON.stringify({ ...entry, sent: false }));
  }
}
