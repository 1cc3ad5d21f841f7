'use client';

import { useTranslations } from 'next-intl';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import { ByStanceMarks, StanceInitials } from './by-stance';
import { answerOf } from './stance-letters';

/** The table itself, which the browser draws too, so that it gets letters and not each cell a second time. */
export function StanceMarksTable({
  label,
  caption,
  heads,
  rows,
}: {
  readonly label: string;
  readonly caption: string;
  readonly heads: readonly string[];
  /** `answers`: the letters of one for each head. */
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    readonly answers: readonly string[];
  }[];
}) {
  const c = useTranslations('common');
  return (
    <ScrollRegion label={label}>
      <Table caption={caption} shown>
        <thead>
          <tr>
            <Head>{c('profile')}</Head>
            {heads.map((head) => (
              <Head key={head}>
                {head}
                <StanceInitials />
              </Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, title, answers }) => (
            <tr key={id}>
              <Head row className="min-w-36">
                {title}
              </Head>
              {heads.map((head, k) => (
                <Cell key={head}>
                  <ByStanceMarks value={answerOf(answers[k] ?? '')} />
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
