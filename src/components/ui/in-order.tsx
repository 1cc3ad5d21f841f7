import { createElement, Fragment, type ReactNode } from 'react';

/**
 * A list whose items have no other name than their place: the columns of a pasted table, the parts of a letter. What
 * stands at a place is kept while the place is there, so it is for lists in which nothing moves and nothing is taken
 * away but at the end; any other list keys its items by what they are.
 */
export function InOrder<Item>({
  of,
  children,
}: {
  readonly of: readonly Item[];
  readonly children: (item: Item, place: number) => ReactNode;
}) {
  // As arguments, not as an array, which React would ask for keys.
  return createElement(Fragment, null, ...of.map(children));
}
