import { useTranslations } from 'next-intl';
import type { Flipped } from '@/audit/flips';
import type { Flip } from '@/audit/verdicts';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from '../labels';
import { EventSentence } from './event-sentence';
import { GoTo } from './go-to';
import { usePart } from './use-part';

const SHOWN = 50;

/** Events at which a verdict flipped, each with its sentence and a way to its position. */
export function FlipList({
  found,
  frame,
  negotiation,
  onPosition,
}: {
  readonly found: readonly Flipped[];
  readonly frame: NegotiationFile;
  readonly negotiation: string;
  readonly onPosition: (position: number) => void;
}) {
  const t = useTranslations('room');
  const c = useTranslations('common');
  const { shown, more } = usePart(found, SHOWN);
  const held = (verdict: Flip['from']) => (verdict === null ? t('noVerdict') : c(`verdict.${verdict}`));
  return (
    <>
      <ol className="border-t border-line">
        {shown.map(({ event, flips }) => (
          <li key={event.position} data-flip={event.position} className="border-b border-line py-3">
            <p className="prose-column [overflow-wrap:anywhere]">
              <EventSentence event={event} frame={frame} negotiation={negotiation} />
            </p>
            <ul className="prose-column mt-1 list-disc pl-5">
              {flips.map(({ basis, profile, from, to }) => (
                <li key={`${basis} ${profile}`}>
                  {t('flip', {
                    basis: c(`basis.${basis}`),
                    profile: profileTitle(profile, frame),
                    from: held(from),
                    to: held(to),
                  })}
                </li>
              ))}
            </ul>
            <GoTo position={event.position} onPosition={onPosition}>
              {t('show', { position: event.position })}
            </GoTo>
          </li>
        ))}
      </ol>
      {more}
    </>
  );
}
