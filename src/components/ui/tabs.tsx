'use client';

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';

export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly panel: ReactNode;
}

/**
 * Panels of which one shows; all are in the page, so that they print and are found by the browser's search. The keyboard
 * as in the ARIA practices: one stop of the Tab key, arrow keys along the tabs, Enter or Space to choose. By hand, since a
 * library's tabs are 11 kB of the script that a page may load (performance.md §3).
 */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  const id = useId();
  const [chosen, setChosen] = useState(tabs[0]?.id);
  const list = useRef<HTMLDivElement>(null);
  const current = tabs.find((tab) => tab.id === chosen) ?? tabs[0];
  const last = tabs.length - 1;
  const move = (event: KeyboardEvent, from: number) => {
    const to = {
      ArrowLeft: from === 0 ? last : from - 1,
      ArrowRight: from === last ? 0 : from + 1,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const tab = list.current?.children.item(to);
    if (tab instanceof HTMLElement) tab.focus();
  };
  return (
    <>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        className="mb-4 flex flex-wrap gap-1 border-b border-line"
      >
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            aria-selected={tab === current}
            aria-controls={`${id}-${tab.id}-panel`}
            tabIndex={tab === current ? 0 : -1}
            onClick={() => setChosen(tab.id)}
            onKeyDown={(event) => move(event, index)}
            className="-mb-px min-h-10 border-b-2 border-transparent px-3 text-base text-muted hover:text-ink aria-selected:border-accent aria-selected:font-medium aria-selected:text-accent"
          >
            {tab.label}
          </button>
        ))}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab.id}
          role="tabpanel"
          id={`${id}-${tab.id}-panel`}
          aria-labelledby={`${id}-${tab.id}`}
          hidden={tab !== current}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel may begin with what the Tab key does not reach
          tabIndex={0}
        >
          {tab.panel}
        </div>
      ))}
    </>
  );
}
