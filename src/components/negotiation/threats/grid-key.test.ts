import { describe, expect, it } from 'vitest';
import { gridAction, type KeyPress } from './grid-key';

const SIZE = { rows: 3, columns: 2 };
const AT = { row: 1, column: 1 };

function press(key: string, code: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, code, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held };
}

function act(key: string, code = key, held: Partial<KeyPress> = {}, negative = false) {
  return gridAction(press(key, code, held), AT, SIZE, negative);
}

describe('moving', () => {
  it('goes one cell by an arrow and stays inside', () => {
    expect(act('ArrowUp')).toEqual({ kind: 'move', to: { row: 0, column: 1 } });
    expect(act('ArrowLeft')).toEqual({ kind: 'move', to: { row: 1, column: 0 } });
    expect(act('ArrowRight')).toEqual({ kind: 'move', to: AT });
    expect(gridAction(press('ArrowDown', 'ArrowDown'), { row: 2, column: 0 }, SIZE, false)).toEqual({
      kind: 'move',
      to: { row: 2, column: 0 },
    });
  });

  it('goes to the ends of a row, and with Ctrl to the corners', () => {
    expect(act('Home')).toEqual({ kind: 'move', to: { row: 1, column: 0 } });
    expect(act('End', 'End', { ctrlKey: true })).toEqual({ kind: 'move', to: { row: 2, column: 1 } });
  });
});

describe('setting', () => {
  it('takes a digit for a point, after a minus for a negative one', () => {
    expect(act('2', 'Digit2')).toEqual({ kind: 'point', step: 2 });
    expect(act('-', 'Minus')).toEqual({ kind: 'minus' });
    expect(act('2', 'Digit2', {}, true)).toEqual({ kind: 'point', step: -2 });
    expect(act('0', 'Digit0', {}, true)).toEqual({ kind: 'point', step: 0 });
  });

  it('stretches with Shift, whatever the layout prints there', () => {
    expect(act('@', 'Digit2', { shiftKey: true })).toEqual({ kind: 'stretch', step: 2 });
    expect(act('"', 'Digit2', { shiftKey: true }, true)).toEqual({ kind: 'stretch', step: -2 });
    expect(act('_', 'Minus', { shiftKey: true })).toEqual({ kind: 'minus' });
  });

  it('knows the keypad, and a digit by what it prints where its place is unknown', () => {
    expect(act('3', 'Numpad3')).toEqual({ kind: 'point', step: 3 });
    expect(act('-', 'NumpadSubtract')).toEqual({ kind: 'minus' });
    expect(act('1', '')).toEqual({ kind: 'point', step: 1 });
  });

  it('leaves other digits and the browser’s own keys alone', () => {
    expect(act('4', 'Digit4')).toBeNull();
    expect(act('Tab')).toBeNull();
    expect(act('c', 'KeyC', { ctrlKey: true })).toBeNull();
    expect(act('2', 'Digit2', { altKey: true })).toBeNull();
  });
});
