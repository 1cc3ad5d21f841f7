'use client';

import { useEffect, useEffectEvent, useState } from 'react';

export type Answer<A> =
  | { readonly kind: 'pending' | 'failed' }
  | { readonly kind: 'known'; readonly value: A };

type Answers<A> = ReadonlyMap<number, Answer<A>>;

/** So many answers are kept of those that are not wanted any more, the newest. */
const KEPT = 20;

/** What the server says of the places that are wanted: each is asked for once, and once more where that failed. */
export function useAnswers<A>(wanted: readonly number[], ask: (place: number) => Promise<A>) {
  const [answers, setAnswers] = useState<Answers<A>>(new Map());
  const send = useEffectEvent((place: number) => {
    const learn = (answer: Answer<A>) =>
      setAnswers((known) => new Map([...known].filter(([each]) => each !== place)).set(place, answer));
    const once = () => ask(place);
    learn({ kind: 'pending' });
    once()
      .catch(once)
      .then(
        (value) => learn({ kind: 'known', value }),
        () => learn({ kind: 'failed' }),
      );
  });
  useEffect(() => {
    for (const place of wanted) if (!answers.has(place)) send(place);
    const left = forgotten(answers, wanted);
    if (left.size > 0) setAnswers((known) => new Map([...known].filter(([place]) => !left.has(place))));
  }, [wanted, answers]);
  return {
    answers,
    /** Asks again for what failed. */
    retry: () => setAnswers((known) => new Map([...known].filter(([, { kind }]) => kind !== 'failed'))),
  };
}

/** What need not be kept. What failed is asked for anew when it is wanted again. */
function forgotten<A>(answers: Answers<A>, wanted: readonly number[]): ReadonlySet<number> {
  const left = [...answers].filter(([place]) => !wanted.includes(place));
  const failed = left.filter(([, { kind }]) => kind === 'failed');
  const others = left.filter(([, { kind }]) => kind !== 'failed');
  return new Set([...failed, ...others.slice(0, Math.max(0, others.length - KEPT))].map(([place]) => place));
}
