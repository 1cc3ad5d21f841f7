'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import type { NegotiationView } from '@/negotiation/views';
import { Check } from '../ballot/check';
import { profileTitle, stakeholderName } from '../labels';
import { Part } from './part';
import { useEdits } from './use-edits';

type Move = NonNullable<NegotiationView['frame']['moves']>[number];

/** The moves of the stability analysis: as the strategies imply them, or those listed and no others. */
export function MovesPart({
  view,
  locked,
}: {
  readonly view: NegotiationView;
  readonly locked: ReactNode | null;
}) {
  const t = useTranslations('setUp.moves');
  const edits = useEdits(view.id, 'moves');
  const { frame } = view;
  const [first, second] = frame.profiles;
  const [move, setMove] = useState<Move>({
    stakeholder: frame.stakeholders[0]?.id ?? '',
    from: first?.id ?? '',
    to: second?.id ?? '',
  });
  const set = (moves: readonly Move[] | null) =>
    edits.run([{ kind: 'terms', change: { type: 'moves.set', data: { moves } } }]);
  const profiles = frame.profiles.map(({ id, title }) => ({ value: id, label: title }));
  const words = (each: Move) => ({
    name: stakeholderName(each.stakeholder, frame),
    from: profileTitle(each.from, frame),
    to: profileTitle(each.to, frame),
  });
  return (
    <Part part="moves" edits={edits} locked={locked}>
      <Check checked={frame.moves !== undefined} onChange={(to) => set(to ? [] : null)}>
        {t('listed')}
      </Check>
      {frame.moves === undefined ? null : (
        <>
          <ul className="mt-2 space-y-2">
            {frame.moves.map((each) => (
              <li
                key={`${each.stakeholder} ${each.from} ${each.to}`}
                className="flex flex-wrap items-center gap-3"
              >
                <span>{t('move', words(each))}</span>
                <Button
                  aria-label={t('removeNamed', words(each))}
                  onClick={() => set((frame.moves ?? []).filter((other) => other !== each))}
                >
                  {t('remove')}
                </Button>
              </li>
            ))}
          </ul>
          {frame.moves.length === 0 ? <p className="text-note text-muted">{t('none')}</p> : null}
          <form
            className="mt-4 grid items-end gap-3 sm:grid-cols-2"
            onSubmit={(event) => {
              event.preventDefault();
              set([...(frame.moves ?? []), move]);
            }}
          >
            <Choice
              label={t('stakeholder')}
              value={move.stakeholder}
              options={frame.stakeholders.map(({ id, name }) => ({ value: id, label: name }))}
              onChoose={(stakeholder) => setMove({ ...move, stakeholder })}
            />
            <Choice
              label={t('from')}
              value={move.from}
              options={profiles}
              onChoose={(from) => setMove({ ...move, from })}
            />
            <Choice
              label={t('to')}
              value={move.to}
              options={profiles}
              onChoose={(to) => setMove({ ...move, to })}
            />
            <Button type="submit">{t('add')}</Button>
          </form>
        </>
      )}
    </Part>
  );
}
