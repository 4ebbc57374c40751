import { expect } from 'chai';
import { fitLines, type Area, type Fitting } from '../../../src/edges/pictures/fit-lines.js';

describe('fitLines', () => {
  /** Every sign is half an em wide. */
  const font = { width: (text: string): number => [...text].length / 2 };
  const fitting: Fitting = { font, sizes: [40, 20], leading: 1, maxLines: 4 };
  const box: Area = { top: 100, bottom: 180, width: () => 200 };
  const triangle: Area = { top: 0, bottom: 80, width: (_, bottom) => 400 - bottom * 5 };

  it('a short text, fitted, is one line of the largest type in the middle', () => {
    const { lines, size, baselines } = fitLines('Ethics', box, fitting);
    expect({ lines, size }).to.deep.equal({ lines: ['Ethics'], size: 40 });
    expect(baselines[0]).to.be.closeTo(153.2, 0.1);
  });

  it('a longer text, fitted, has lines of about the same length', () => {
    expect(fitLines('aaa bbb ccc ddd', box, fitting).lines).to.deep.equal(['aaa bbb', 'ccc ddd']);
  });

  it('a text too long for the largest type, fitted, gets a smaller one', () => {
    const { lines, size } = fitLines('aaaa bbbb cccc dddd eeee', box, fitting);
    expect(size).to.equal(20);
    expect(lines.join(' ')).to.equal('aaaa bbbb cccc dddd eeee');
  });

  it('an area that narrows, filled, holds each line within its width', () => {
    const text = 'one two three four five six seven eight nine';
    const { lines, size, baselines } = fitLines(text, triangle, { ...fitting, sizes: [24, 20, 16] });
    expect(lines.join(' ')).to.equal(text);
    lines.forEach((line, index) => {
      const bottom = (baselines[index] ?? 0) + 0.17 * size;
      expect(font.width(line) * size, line).to.be.at.most(triangle.width(0, bottom) + 0.01);
    });
  });

  it('a word wider than the area, fitted, is broken without a space in it', () => {
    const { lines, size } = fitLines('abcdefghijklmnopqrstuvwxyz', box, fitting);
    expect(size).to.equal(20);
    expect(lines.join('')).to.equal('abcdefghijklmnopqrstuvwxyz');
    for (const line of lines) expect(line.length).to.be.at.most(20);
  });

  it('a text too long for the smallest type, fitted, ends with an ellipsis and fills the area', () => {
    const { lines, size } = fitLines('word '.repeat(100).trim(), box, fitting);
    expect(size).to.equal(20);
    expect(lines).to.have.length(4);
    expect(lines.at(-1)).to.match(/…$/);
    expect(lines.join(' ').length).to.be.above(70);
  });

  it('no text, fitted, has no lines', () => {
    expect(fitLines('', box, fitting).lines).to.deep.equal([]);
  });

  it('an area without room, filled, has no lines', () => {
    expect(fitLines('word', { ...box, width: () => 0 }, fitting).lines).to.deep.equal([]);
  });
});
