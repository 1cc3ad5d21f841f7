'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { THEME_COOKIE, THEMES, type Theme } from './theme';

/** Three radio buttons; the choice is a cookie, so that the server paints the right theme at once. */
export function ThemeChoice({ theme, legend }: { readonly theme: Theme; readonly legend: string }) {
  const t = useTranslations('common.theme');
  const [chosen, setChosen] = useState(theme);
  const choose = (next: Theme) => {
    setChosen(next);
    const age = next === 'system' ? 0 : 31_536_000;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we serve
    document.cookie = `${THEME_COOKIE}=${next}; Path=/; Max-Age=${age}; SameSite=Lax`;
    if (next === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = next;
  };
  return (
    <fieldset>
      <legend className="sr-only">{legend}</legend>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        {THEMES.map((each) => (
          <label key={each} className="flex min-h-9 items-center gap-2">
            <input
              type="radio"
              name="theme"
              value={each}
              checked={chosen === each}
              onChange={() => choose(each)}
              className="size-4 accent-accent"
            />
            {t(each)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
