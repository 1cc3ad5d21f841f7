import { useTranslations } from 'next-intl';
import { idFrom } from '../session/id-from';
import { LabelledList } from './labelled-list';

/** The threats that the negotiation adds to the catalogue's: the list of ways to catastrophe is open. */
export function OwnThreats({
  threats,
  onChange,
}: {
  readonly threats: readonly { readonly id: string; readonly title: string }[];
  readonly onChange: (
    threats: readonly { readonly id: string; readonly title: string }[],
  ) => Promise<boolean>;
}) {
  const t = useTranslations('setUp.threats');
  return (
    <div className="mt-8">
      <h3 className="mb-2 font-sans text-base font-semibold">{t('title')}</h3>
      <p className="prose-column mb-3 text-note text-muted">{t('says')}</p>
      <LabelledList
        list={threats.map(({ id, title }) => ({ id, label: title }))}
        itemLabel={t('threat')}
        addLabel={t('new')}
        addAction={t('add')}
        onAdd={(title) => {
          const taken = new Set(threats.map(({ id }) => id.replace(/^other\//, '')));
          return onChange([...threats, { id: `other/${idFrom(title, taken)}`, title }]);
        }}
        onRename={(id, title) =>
          onChange(threats.map((threat) => (threat.id === id ? { id, title } : threat)))
        }
        onRemove={(id) => onChange(threats.filter((threat) => threat.id !== id))}
      />
    </div>
  );
}
