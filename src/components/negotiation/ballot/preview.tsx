'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { BallotBody } from '@/negotiation/file/model';
import { ConsequenceList } from './consequence-list';
import type { BallotFrame } from './form';
import type { Hidden } from './hidden';
import { OwnChanges } from './own-changes';
import { useExport } from './use-export';
import { useForesight } from './use-foresight';

/** What the ballot would change before it is cast, as far as its writer may know. */
export function Preview({
  negotiation,
  stakeholder,
  body,
  counting,
  frame,
  uninformed,
  hidden,
}: {
  readonly negotiation: string;
  readonly stakeholder: { readonly id: string; readonly name: string };
  readonly body: BallotBody | null;
  /** The ballot that counts. */
  readonly counting: BallotBody | null;
  readonly frame: BallotFrame;
  readonly uninformed: boolean;
  readonly hidden: Hidden;
}) {
  const t = useTranslations('ballot.preview');
  return (
    <section aria-labelledby="preview-title" className="border-t border-line pt-5 noscript:hidden">
      <h2 id="preview-title" className="text-lead">
        {t('title')}
      </h2>
      <div aria-live="polite" data-testid="preview" className="mt-2 min-h-14">
        {hidden === 'all' ? (
          <>
            <p className="prose-column">{t('sealed', { stakeholder: stakeholder.name })}</p>
            <OwnChanges body={body} counting={counting} frame={frame} />
          </>
        ) : (
          <Foreseen
            negotiation={negotiation}
            stakeholder={stakeholder.id}
            body={body}
            uninformed={uninformed}
          />
        )}
      </div>
      {uninformed ? (
        <p className="mt-2 text-note">{t('uninformed', { stakeholder: stakeholder.name })}</p>
      ) : null}
      {hidden === 'since' ? <p className="prose-column mt-2 text-note">{t('since')}</p> : null}
      {hidden === 'all' ? null : <p className="mt-2 text-note text-muted">{t('how')}</p>}
    </section>
  );
}

/** What it would change in the standing, computed here by the same core. */
function Foreseen({
  negotiation,
  stakeholder,
  body,
  uninformed,
}: {
  readonly negotiation: string;
  readonly stakeholder: string;
  readonly body: BallotBody | null;
  readonly uninformed: boolean;
}) {
  const t = useTranslations('ballot.preview');
  const { file, failed } = useExport(negotiation);
  const foresight = useForesight(file, stakeholder, body);
  if (failed) return <p className="text-muted">{t('failed')}</p>;
  if (foresight.kind !== 'known' || file === null) {
    return <p className="text-muted">{t(foresight.kind === 'known' ? 'working' : foresight.kind)}</p>;
  }
  return (
    <div className={clsx('space-y-3 motion-safe:transition-opacity', foresight.isOld && 'opacity-60')}>
      <ConsequenceList consequences={foresight.consequences} file={file} uninformed={uninformed} />
    </div>
  );
}
