'use client';

import { useTranslations } from 'next-intl';
import type { Asked } from '../asked';

/** Chooses two profiles by name: at once with script, and without it by sending the form. */
export function PairForm({
  path,
  asked,
  part,
  profiles,
  over,
  under,
  labels,
  onChoose,
}: {
  readonly path: string;
  readonly asked: Asked;
  readonly part: string;
  readonly profiles: readonly { readonly id: string; readonly title: string }[];
  readonly over: string;
  readonly under: string;
  readonly labels: { readonly over: string; readonly under: string };
  readonly onChoose: (over: string, under: string) => void;
}) {
  const t = useTranslations('pictures.pairs');
  const { over: _over, under: _under, ...others } = asked;
  const options = profiles.map(({ id, title }) => (
    <option key={id} value={id}>
      {title}
    </option>
  ));
  return (
    <form action={`${path}#${part}`} className="mt-4 grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]">
      {Object.entries(others).map(([name, value]) =>
        value === null ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <label className="text-note">
        <span className="text-muted">{labels.over}</span>
        <select
          name="over"
          value={over}
          onChange={(event) => onChoose(event.target.value, under)}
          className="field"
        >
          {options}
        </select>
      </label>
      <label className="text-note">
        <span className="text-muted">{labels.under}</span>
        <select
          name="under"
          value={under}
          onChange={(event) => onChoose(over, event.target.value)}
          className="field"
        >
          {options}
        </select>
      </label>
      <noscript>
        <button type="submit" className="min-h-11 rounded-control border border-strong px-4">
          {t('show')}
        </button>
      </noscript>
    </form>
  );
}
