import { useTranslations } from 'next-intl';
import { Section } from '@/components/ui/section';
import type { RecordedResult } from '@/negotiation/report';
import { Bytes } from '../bytes';
import { Limits } from '../limits';

const COMMANDS = {
  leaf: `printf '\\0%s' 'EVENT' | sha256sum`,
  bundle: `parley verify BUNDLE --key 'KEY' --since CHECKPOINT --receipt RESULT`,
} as const;

/** What this does and does not show (ledger.md §4), and how to check it in three lines. */
export function Checking({
  result: { redacted },
  receiptPage,
}: {
  readonly result: RecordedResult;
  /** Address of the page that checks receipts. */
  readonly receiptPage: string;
}) {
  const t = useTranslations('report.checking');
  return (
    <>
      <Section id="checking" title={t('title')}>
        <ol className="list-decimal space-y-3 pl-5">
          <li>
            {t('leaf')}
            <Bytes>{COMMANDS.leaf}</Bytes>
          </li>
          <li>{t.rich('receipt', { a: (words) => <a href={receiptPage}>{words}</a> })}</li>
          <li>
            {t('bundle')}
            <Bytes>{COMMANDS.bundle}</Bytes>
          </li>
        </ol>
      </Section>
      <Section id="shows" title={t('showsTitle')}>
        <ul className="prose-column list-disc space-y-2 pl-5 font-serif text-prose">
          <li>{t('showsTaken')}</li>
          <li>{t('showsOrder')}</li>
          <li>{t(redacted ? 'showsRedacted' : 'showsNumbers')}</li>
        </ul>
      </Section>
      <Limits />
    </>
  );
}
