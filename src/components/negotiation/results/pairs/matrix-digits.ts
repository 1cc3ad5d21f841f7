import type { Matrix } from './matrix';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BASE = DIGITS.length;

/**
 * A matrix as the browser gets it: how many digits a cell has, then of each cell twice its members, and one more where they
 * are adequate. Below 2³² in all, as stakeholders are (negotiation-file.md).
 */
export function digitsOf({ members, adequate }: Matrix): string {
  const cells = members.map((count, cell) => 2 * count + (adequate[cell] === '1' ? 1 : 0));
  const most = cells.reduce((a, b) => Math.max(a, b), 0);
  let width = 1;
  while (BASE ** width <= most) width++;
  const digit = (value: number) => DIGITS[value] ?? '';
  const number = (value: number) => {
    let text = '';
    for (let k = 0, rest = value; k < width; k++, rest = Math.floor(rest / BASE))
      text = digit(rest % BASE) + text;
    return text;
  };
  return digit(width) + cells.map(number).join('');
}

export function matrixIn(digits: string): Matrix {
  const values = Array.from(digits, (each) => DIGITS.indexOf(each));
  const [width = 1] = values;
  const members: number[] = [];
  let adequate = '';
  for (let at = 1; at < values.length; at += width) {
    const value = values.slice(at, at + width).reduce((sum, each) => BASE * sum + each, 0);
    members.push(Math.floor(value / 2));
    adequate += value % 2;
  }
  return { members, adequate };
}
