import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { messages } from '@/i18n/messages';
import type { NegotiationFile } from '@/negotiation/file/model';
import { PicturesFrame } from './pictures-frame';
import { sentFrame } from './sent-frame';

/** What every picture of the page draws on, with the words that they need in the browser. */
export function PicturesProvider({
  frame,
  children,
}: {
  readonly frame: NegotiationFile;
  readonly children: ReactNode;
}) {
  const { kind, stance, stanceTurns, rule, members, nobody, notApplicable, scrolls } = messages.common;
  const { profile, yes, no, threatStatus, verdict } = messages.common;
  const { bar, pairs, pareto, threats } = messages.pictures;
  const { short, verdicts, why } = messages.results;
  const { title, caption, form } = messages.results.threats;
  return (
    <NextIntlClientProvider
      messages={{
        pictures: { bar, pairs, pareto, threats: { total: threats.total } },
        results: {
          short,
          verdicts,
          why: { supportAndArgument: why.supportAndArgument },
          threats: { title, caption, form },
        },
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
          verdict,
        },
      }}
    >
      <PicturesFrame value={sentFrame(frame)}>{children}</PicturesFrame>
    </NextIntlClientProvider>
  );
}
