import { getTranslations } from 'next-intl/server';

/** For a page without script: that the ballot is in the history, and its receipt. */
export async function PlainReceipt({
  negotiation,
  position,
}: {
  readonly negotiation: string;
  readonly position: number;
}) {
  const t = await getTranslations('ballot');
  return (
    <section aria-labelledby="plain-receipt" data-testid="receipt" data-position={position}>
      <h2 id="plain-receipt" className="text-title">
        {t('receipt.title')}
      </h2>
      <p className="prose-column mt-3 font-serif text-prose">{t('receipt.says', { position })}</p>
      <p className="prose-column mt-2">{t('receipt.mind')}</p>
      <p className="mt-3">
        <a href={`/n/${negotiation}/ballot/receipt/${position}`} download>
          {t('receipt.download')}
        </a>
      </p>
    </section>
  );
}
