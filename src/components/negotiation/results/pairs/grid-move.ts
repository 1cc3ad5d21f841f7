/** Where a key leads in a square grid of `size` cells a side; `null`: the key is not the grid's. */
export function gridMove(
  key: string,
  { row, column }: { readonly row: number; readonly column: number },
  size: number,
): { readonly row: number; readonly column: number } | null {
  const inside = (at: number) => Math.min(Math.max(at, 0), size - 1);
  switch (key) {
    case 'ArrowUp':
      return { row: inside(row - 1), column };
    case 'ArrowDown':
      return { row: inside(row + 1), column };
    case 'ArrowLeft':
      return { row, column: inside(column - 1) };
    case 'ArrowRight':
      return { row, column: inside(column + 1) };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: size - 1 };
    default:
      return null;
  }
}
