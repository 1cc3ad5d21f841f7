'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { hasBallot, scoresIn } from '@/negotiation/what-if/scores-in';
import type { EditingProps } from './editing';
import { ScoreRow } from './score-row';

/** The scores of one stakeholder, each as three numbers: those of its ballot, or none where the reader sees no ballot. */
export function ScoreFields({ start, sandbox: { file }, onChange }: EditingProps) {
  const t = useTranslations('whatIf.scores');
  const [chosen, choose] = useState(start.stakeholders[0]?.id ?? '');
  const present = file.stakeholders.some(({ id }) => id === chosen);
  const stakeholder = present ? chosen : (file.stakeholders[0]?.id ?? '');
  const scores = useMemo(() => scoresIn(file, stakeholder), [file, stakeholder]);
  const seen = hasBallot(start, stakeholder);
  return (
    <>
      <Choice
        className="max-w-80"
        label={t('whose')}
        value={stakeholder}
        options={file.stakeholders.map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={choose}
      />
      <p className="prose-column mt-2 text-note text-muted">{t(seen ? 'seen' : 'hypothetical')}</p>
      <ul className="mt-3">
        {file.profiles.map((profile) => (
          <ScoreRow
            key={`${stakeholder} ${profile.id}`}
            profile={profile}
            score={scores.get(profile.id) ?? null}
            onScore={(score) => onChange({ kind: 'score', stakeholder, profile: profile.id, score })}
          />
        ))}
      </ul>
      {hasBallot(file, stakeholder) ? (
        <Button className="mt-4" onClick={() => onChange({ kind: 'silent', stakeholder })}>
          {t('silent')}
        </Button>
      ) : null}
    </>
  );
}
