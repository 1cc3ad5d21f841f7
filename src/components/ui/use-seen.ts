import { type RefObject, useEffect, useState } from 'react';

/** How far below the window something counts as seen already, so that it is there when it comes into view. */
const AHEAD = '600px';

/** Whether an element has been in view, or nearly, since it was rendered: what nobody looks at need not be fetched. */
export function useSeen(element: RefObject<Element | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const watched = element.current;
    if (watched === null || seen) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      { rootMargin: `0px 0px ${AHEAD}` },
    );
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element, seen]);
  return seen;
}
