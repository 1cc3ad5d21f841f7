import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { messages } from '@/i18n/messages';
import type { NegotiationFile } from '@/negotiation/file/model';
import { PicturesFrame } from './pictures-frame';

/** What every picture of the page draws on, with the words that they need in the browser. */
export function PicturesProvider({
  frame,
  children,
}: {
  readonly frame: NegotiationFile;
  readonly children: ReactNode;
}) {
  const dimensions = frame.dimensions ?? [];
  const { kind, stance, stanceTurns, rule, members, nobody, notApplicable, scrolls } = messages.common;
  const { profile, yes, no, threatStatus } = messages.common;
  const { bar, pairs, pareto, threats } = messages.pictures;
  const { short } = messages.results;
  const { title, caption, form } = messages.results.threats;
  const stakeholders = frame.stakeholders.map(({ id, name, kind: of, weights }) => ({
    id,
    name,
    kind: of,
    weights: dimensions.map((dimension) => weights?.[dimension.id] ?? 0),
  }));
  return (
    <NextIntlClientProvider
      messages={{
        pictures: { bar, pairs, pareto, threats: { total: threats.total } },
        results: { short, threats: { title, caption, form } },
        common: {
          kind,
          stance,
          stanceTurns,
          rule,
          members,
          nobody,
          notApplicable,
          scrolls,
          profile,
          yes,
          no,
          threatStatus,
        },
      }}
    >
      <PicturesFrame value={{ stakeholders, dimensions }}>{children}</PicturesFrame>
    </NextIntlClientProvider>
  );
}
