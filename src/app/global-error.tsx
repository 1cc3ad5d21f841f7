'use client';

import './globals.css';
import { errorMessages } from '@/i18n/error-messages';

/** The last resort, where even the layout failed: no translations provider stands above it. */
export default function GlobalError({ reset }: { readonly reset: () => void }) {
  return (
    <html lang="en-GB">
      <body>
        <title>{errorMessages.errorTitle}</title>
        <main className="p-8">
          <h1 className="text-title">{errorMessages.errorTitle}</h1>
          <p className="prose-column mt-4 font-serif text-prose">{errorMessages.error}</p>
          <p className="mt-6">
            <button
              type="button"
              onClick={reset}
              className="min-h-11 border border-accent bg-accent px-4 text-paper"
            >
              {errorMessages.retry}
            </button>
          </p>
        </main>
      </body>
    </html>
  );
}
