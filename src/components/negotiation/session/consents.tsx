import { useFormatter, useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { ConsentView } from '@/negotiation/session-view';
import { dimensionShort, stakeholderName } from '../labels';
import { Names } from '../names';
import { percentOf } from '../numbers';
import { RuleWords } from '../rule-words';
import { AnswerConsent } from './answer-consent';
import { ChangeWords } from './change-words';

/** Questions for consent: what would change, who consents, who refuses, who is missing, and what is still wanting. */
export function Consents({
  negotiation,
  consents,
  frame,
  mine,
  between,
}: {
  readonly negotiation: string;
  readonly consents: readonly ConsentView[];
  readonly frame: NegotiationFile;
  /** Stakeholders that the reader speaks for. */
  readonly mine: readonly string[];
  /** Whether it is between rounds, when questions are answered. */
  readonly between: boolean;
}) {
  const t = useTranslations('session.consent');
  const asked = consents.filter(({ status }) => status === 'asked');
  const settled = consents.filter(({ status }) => status !== 'asked');
  return (
    <>
      {asked.length > 0 ? null : <p className="text-muted">{t('none')}</p>}
      <ul className="space-y-6">
        {asked.map((consent) => (
          <li
            key={consent.position}
            data-consent={consent.position}
            className="border-l-2 border-accent pl-4"
          >
            <Consent consent={consent} frame={frame} />
            {between
              ? mine.map((stakeholder) => (
                  <AnswerConsent
                    key={stakeholder}
                    negotiation={negotiation}
                    consent={consent.position}
                    stakeholder={{ id: stakeholder, name: stakeholderName(stakeholder, frame) }}
                    word={consent.answers.find((answer) => answer.stakeholder === stakeholder)?.word ?? null}
                  />
                ))
              : null}
          </li>
        ))}
      </ul>
      {settled.length === 0 ? null : (
        <Disclosure summary={t('settled', { count: settled.length })}>
          <ul className="space-y-6">
            {settled.map((consent) => (
              <li key={consent.position} className="border-l-2 border-line pl-4">
                <Consent consent={consent} frame={frame} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

function Consent({ consent, frame }: { readonly consent: ConsentView; readonly frame: NegotiationFile }) {
  const t = useTranslations('session.consent');
  const format = useFormatter();
  const { status, answers } = consent;
  const given = answers.filter(({ word }) => word === 'given').map(({ stakeholder }) => stakeholder);
  const refused = answers.filter(({ word }) => word === 'refused');
  const answered = new Set(answers.map(({ stakeholder }) => stakeholder));
  const missing = frame.stakeholders.map(({ id }) => id).filter((id) => !answered.has(id));
  return (
    <>
      <ChangeWords change={consent.change} frame={frame} standing={status === 'asked'} />
      {consent.note === null ? null : <p className="mt-2 font-serif">{consent.note}</p>}
      <p className="mt-2 text-note text-muted">
        {t('asked', {
          at: format.dateTime(new Date(consent.at), { dateStyle: 'medium', timeStyle: 'short' }),
        })}
      </p>
      <p className="mt-2" data-testid="consent-state">
        {status === 'asked' ? (
          t.rich('notYet', {
            count: given.length,
            of: frame.stakeholders.length,
            shares: format.list(sharesOf(given, frame)),
            dimensions: frame.dimensions?.length ?? 0,
            rule: () => <RuleWords rule={frame.rule} frame={frame} />,
          })
        ) : (
          <strong className="font-medium">{t(status)}</strong>
        )}
      </p>
      <dl className="mt-2 space-y-1 text-note">
        <div>
          <dt className="inline text-muted">{t('given')}: </dt>
          <dd className="inline">
            <Names members={given} frame={frame} />
          </dd>
        </div>
        {refused.length === 0 ? null : (
          <div>
            <dt className="inline text-muted">{t('refused')}: </dt>
            <dd className="inline">
              <ul className="inline">
                {refused.map(({ stakeholder, reason }) => (
                  <li key={stakeholder} className="block pl-4">
                    {stakeholderName(stakeholder, frame)}
                    {reason === null ? null : `: “${reason}”`}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        {status === 'asked' ? (
          <div>
            <dt className="inline text-muted">{t('missing')}: </dt>
            <dd className="inline">
              <Names members={missing} frame={frame} />
            </dd>
          </div>
        ) : null}
      </dl>
    </>
  );
}

/** What a coalition holds of each dimension, in words. */
function sharesOf(members: readonly string[], frame: NegotiationFile): string[] {
  const inside = new Set(members);
  return (frame.dimensions ?? []).map(({ id }) => {
    let held = 0;
    let total = 0;
    for (const stakeholder of frame.stakeholders) {
      const weight = stakeholder.weights?.[id] ?? 0;
      total += weight;
      if (inside.has(stakeholder.id)) held += weight;
    }
    return `${percentOf(held, Math.max(1, total))} ${dimensionShort(id, frame)}`;
  });
}
