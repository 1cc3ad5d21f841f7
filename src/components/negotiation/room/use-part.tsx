import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';

/** The first of a list that may be long, and a button for as many more: of 300 stakeholders each with its picture. */
export function usePart<T>(
  all: readonly T[],
  step: number,
): { readonly shown: readonly T[]; readonly more: ReactNode } {
  const t = useTranslations('room.difference');
  const [most, setMost] = useState(step);
  return {
    shown: all.slice(0, most),
    more:
      all.length > most ? (
        <Button className="mt-4" onClick={() => setMost(most + step)}>
          {t('more', { count: Math.min(step, all.length - most) })}
        </Button>
      ) : null,
  };
}
