import { useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { RoundFeedback } from '@/negotiation/session-view';
import { profileTitle } from '../labels';
import { ProfileFeedbackRow } from './profile-feedback-row';

/** Delphi feedback: what the others stated in the round that closed last, where mine lay, and what moved since the one before. */
export function RoundFeedbackView({
  feedback,
  frame,
  isPrivate,
}: {
  readonly feedback: RoundFeedback;
  readonly frame: NegotiationFile;
  readonly isPrivate: boolean;
}) {
  const t = useTranslations('feedback');
  const changed = feedback.profiles.filter(
    ({ before, now }) => before !== null && now !== null && before.verdict !== now.verdict,
  );
  return (
    <section aria-labelledby="feedback-title" className="border-l-2 border-line pl-4" data-testid="feedback">
      <h2 id="feedback-title" className="text-lead">
        {t('title', { round: feedback.round })}
      </h2>
      <p className="prose-column mt-1">{t(isPrivate ? 'saysPrivate' : 'says')}</p>
      {feedback.before === null ? null : (
        <p className="mt-1 text-note">
          {changed.length === 0
            ? t('noVerdictMoved', { before: feedback.before })
            : t('verdictsMoved', {
                before: feedback.before,
                count: changed.length,
                names: changed.map(({ profile }) => profileTitle(profile, frame)).join(', '),
              })}
        </p>
      )}
      <Disclosure summary={t('show')}>
        <ol>
          {feedback.profiles.map((profile) => (
            <ProfileFeedbackRow
              key={profile.profile}
              feedback={profile}
              frame={frame}
              before={feedback.before}
            />
          ))}
        </ol>
      </Disclosure>
    </section>
  );
}
