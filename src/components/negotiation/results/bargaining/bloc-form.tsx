import { useTranslations } from 'next-intl';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { Asked } from '../asked';
import type { Bloc } from './blocs';

/** Picks the members of both blocs one by one. */
export function BlocForm({
  frame,
  asked,
  path,
  first,
  second,
}: {
  readonly frame: Pick<NegotiationFile, 'stakeholders'>;
  readonly asked: Asked;
  readonly path: string;
  readonly first: Bloc;
  readonly second: Bloc;
}) {
  const t = useTranslations('pictures.bargaining');
  const { first: _first, second: _second, ...others } = asked;
  return (
    // Made anew for other blocs, so that the boxes show whom the picture does.
    <form key={`${first.text} ${second.text}`} action={`${path}#bargaining`} className="space-y-3">
      {Object.entries(others).map(([name, value]) =>
        value === null ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        {(['first', 'second'] as const).map((side) => (
          <fieldset key={side} className="max-h-72 overflow-y-auto border border-line px-3 py-2">
            <legend className="px-1 text-note text-muted">{t(side)}</legend>
            {frame.stakeholders.map(({ id, name }) => (
              <label key={id} className="flex min-h-8 items-center gap-2 text-note">
                <input
                  type="checkbox"
                  name={side}
                  value={id}
                  defaultChecked={(side === 'first' ? first : second).members.includes(id)}
                  className="size-4 accent-accent"
                />
                {name}
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      <button type="submit" className="min-h-11 rounded-control border border-strong px-4">
        {t('show')}
      </button>
    </form>
  );
}
