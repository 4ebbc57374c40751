/** Breaks a text into lines and chooses the largest type with which they fit into an area that is not a rectangle. Pure. */
import { graphemes } from './drawable-text.js';
import type { FontMetrics } from './fonts.js';

export interface Area {
  /** Pixels from the top of the picture. */
  top: number;
  bottom: number;
  /** Pixels that a line has between these heights. */
  width(top: number, bottom: number): number;
}

export interface Fitting {
  font: Pick<FontMetrics, 'width'>;
  /** Sizes of type in pixels, from the largest to the smallest. */
  sizes: readonly [number, ...number[]];
  /** Distance of two lines in ems. */
  leading: number;
  maxLines: number;
}

export interface FittedLines {
  lines: string[];
  size: number;
  /** Height of each line's baseline. */
  baselines: number[];
}

/** What stays on one line: a word, or a piece of one that is too long. Widths in ems. */
interface Piece {
  text: string;
  width: number;
  /** The space before it, unless it begins a line; 0 within a word. */
  space: number;
}

/** From the middle of a line of text to its baseline, in ems: capitals then stand in the middle. */
const middleToBaseline = 0.33;

/** No lines when there is no text. What does not fit at the smallest size ends with "…". */
export function fitLines(text: string, area: Area, fitting: Fitting): FittedLines {
  if (text === '') return { lines: [], size: 0, baselines: [] };
  for (const size of fitting.sizes) {
    const fitted = atSize(wordsOf(text, fitting.font), size, area, fitting);
    if (fitted) return fitted;
  }
  const smallest = fitting.sizes.at(-1) ?? fitting.sizes[0];
  const narrowest = area.width(area.top, area.bottom) / smallest;
  const signs = graphemes(text);
  const upTo = (count: number): FittedLines | undefined => {
    const cut = count < signs.length ? `${signs.slice(0, count).join('').trimEnd()}…` : text;
    const words = wordsOf(cut, fitting.font);
    return atSize(
      words.flatMap((word) => broken(word, narrowest, fitting.font)),
      smallest,
      area,
      fitting,
    );
  };
  const whole = upTo(signs.length);
  if (whole) return whole;
  let best: FittedLines = { lines: [], size: 0, baselines: [] };
  let [fits, tooMany] = [0, signs.length];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    const fitted = upTo(middle);
    if (fitted) [fits, best] = [middle, fitted];
    else tooMany = middle;
  }
  return best;
}

/** The fewest lines that hold the words at this size, about equally long; undefined when they do not fit. */
function atSize(words: Piece[], size: number, area: Area, fitting: Fitting): FittedLines | undefined {
  const step = size * fitting.leading;
  const most = Math.min(fitting.maxLines, Math.floor((area.bottom - area.top) / step));
  for (let count = 1; count <= most; count++) {
    const first = (area.top + area.bottom - count * step) / 2;
    const widths = Array.from(
      { length: count },
      (_, line) => area.width(first + line * step, first + (line + 1) * step) / size,
    );
    const fill = (limit: number): string[] | undefined =>
      fillLines(
        words,
        widths.map((width) => Math.min(width, limit)),
      );
    let lines = fill(Infinity);
    if (!lines) continue;
    let [narrow, wide] = [0, Math.max(...widths)];
    while (wide - narrow > 0.1) {
      const middle = (narrow + wide) / 2;
      const narrower = fill(middle);
      if (narrower) [wide, lines] = [middle, narrower];
      else narrow = middle;
    }
    const baselines = lines.map((_, line) => first + (line + 0.5) * step + middleToBaseline * size);
    return { lines, size, baselines };
  }
  return undefined;
}

/** As many lines as there are widths, or fewer; undefined when the words need more. */
function fillLines(words: Piece[], widths: number[]): string[] | undefined {
  const lines: string[] = [];
  let next = 0;
  for (const width of widths) {
    let [line, used] = ['', 0];
    for (let piece = words[next]; piece; piece = words[++next]) {
      const space = line === '' ? 0 : piece.space;
      if (used + space + piece.width > width) break;
      line += (space > 0 ? ' ' : '') + piece.text;
      used += space + piece.width;
    }
    if (line !== '') lines.push(line);
  }
  return next === words.length ? lines : undefined;
}

function wordsOf(text: string, font: Fitting['font']): Piece[] {
  const space = font.width(' ');
  return text.split(' ').map((word) => ({ text: word, width: font.width(word), space }));
}

/** A word that no line could hold, in pieces that fit even into the narrowest one. */
function broken(word: Piece, narrowest: number, font: Fitting['font']): Piece[] {
  if (word.width <= narrowest) return [word];
  const pieces: Piece[] = [];
  for (const sign of graphemes(word.text)) {
    const width = font.width(sign);
    const last = pieces.at(-1);
    if (last && last.width + width <= narrowest) {
      last.text += sign;
      last.width += width;
    } else pieces.push({ text: sign, width, space: last ? 0 : word.space });
  }
  return pieces;
}
