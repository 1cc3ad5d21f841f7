import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { messages } from '@/i18n/messages';
import type { NegotiationFile } from '@/negotiation/file/model';
import { BarsFrame } from './bars-frame';

/** What every bar of the page draws on, with the words that it needs in the browser. */
export function BarsProvider({
  frame,
  children,
}: {
  readonly frame: NegotiationFile;
  readonly children: ReactNode;
}) {
  const dimensions = frame.dimensions ?? [];
  const { kind, stance, stanceTurns, rule, members } = messages.common;
  const stakeholders = frame.stakeholders.map(({ id, name, kind: of, weights }) => ({
    id,
    name,
    kind: of,
    weights: dimensions.map((dimension) => weights?.[dimension.id] ?? 0),
  }));
  return (
    <NextIntlClientProvider
      messages={{
        pictures: { bar: messages.pictures.bar },
        common: { kind, stance, stanceTurns, rule, members },
      }}
    >
      <BarsFrame value={{ stakeholders, dimensions }}>{children}</BarsFrame>
    </NextIntlClientProvider>
  );
}
