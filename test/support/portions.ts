/**
 * The tests in portions, each for a process of its own, so that processors that are free take the next one. What starts
 * programs takes long: each such file is a portion, and they come first; then the pages in a browser, which share one.
 */

const long = /^test\/(app|browser|faults)\//;
const inBrowser = /^test\/web\/browser\//;

/** Of these, what takes minutes: begun last, it would keep everybody waiting. */
const longest = ['test/web/browser/frame-pages.test.ts', 'test/browser/web-services.test.ts'];

/** More files in a process: less time for loading modules. Fewer: less waiting for the last one. */
const filesTogether = 25;

/** @param files paths below test/ */
export function portionsOf(files: readonly string[]): string[][] {
  const first = files.filter((file) => longest.includes(file));
  const rest = files.filter((file) => !first.includes(file));
  const alone = [...first, ...rest.filter((file) => long.test(file))];
  const seen = rest.filter((file) => inBrowser.test(file));
  const portions = alone.map((file) => [file]);
  if (seen.length > 0) portions.push(seen);
  const others = rest.filter((file) => !long.test(file) && !inBrowser.test(file));
  for (let at = 0; at < others.length; at += filesTogether)
    portions.push(others.slice(at, at + filesTogether));
  return portions;
}
