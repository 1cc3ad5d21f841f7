/** Columns that a text takes on a terminal: combining marks none, East Asian wide characters and emoji two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

const NONE = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u;

function characterWidth(character: string): number {
  return NONE.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
}

/** The text in `width` columns: filled up, or cut with an ellipsis. */
export function fitted(text: string, width: number, align: 'left' | 'right'): string {
  const cut = textWidth(text) <= width ? text : shortened(text, width);
  const space = ' '.repeat(Math.max(0, width - textWidth(cut)));
  return align === 'left' ? cut + space : space + cut;
}

function shortened(text: string, width: number): string {
  let cut = '';
  for (const character of text) {
    if (textWidth(cut) + characterWidth(character) > width - 1) break;
    cut += character;
  }
  return `${cut}…`;
}

/** Breaks a text into lines at its spaces: the first with one indent, the others with another. */
export function wrap(text: string, width: number, first: string, others: string): string {
  const lines: string[] = [];
  let line = first;
  let words = 0;
  for (const word of text.split(' ')) {
    const longer = words === 0 ? line + word : `${line} ${word}`;
    if (words > 0 && textWidth(longer) > width) {
      lines.push(line);
      line = others + word;
    } else {
      line = longer;
    }
    words += 1;
  }
  return [...lines, line].join('\n');
}
