import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { SettledField } from '@/components/ui/settled-field';
import { AddForm } from './add-form';

/** Things with nothing but a label (dimensions, criteria): each renamed in place, removed, and more added. */
export function LabelledList({
  list,
  itemLabel,
  addLabel,
  addAction,
  onAdd,
  onRename,
  onRemove,
}: {
  readonly list: readonly { readonly id: string; readonly label: string }[];
  readonly itemLabel: string;
  readonly addLabel: string;
  readonly addAction: string;
  readonly onAdd: (label: string) => Promise<boolean>;
  readonly onRename: (id: string, label: string) => void;
  readonly onRemove: (id: string) => Promise<boolean>;
}) {
  const t = useTranslations('setUp');
  const frame = useRef<HTMLDivElement>(null);
  return (
    <div ref={frame}>
      <ul className="space-y-2">
        {list.map(({ id, label }) => (
          <li key={id} className="flex flex-wrap items-end gap-3">
            <SettledField
              className="min-w-0 grow sm:max-w-96"
              label={itemLabel}
              value={label}
              settle={(text) => text.trim() || label}
              onSettled={(next) => onRename(id, next)}
            />
            <Button
              aria-label={t('removeNamed', { name: label })}
              onClick={async () => {
                if (await onRemove(id)) frame.current?.querySelector<HTMLElement>('form input')?.focus();
              }}
            >
              {t('remove')}
            </Button>
          </li>
        ))}
      </ul>
      <AddForm label={addLabel} action={addAction} onAdd={onAdd} />
    </div>
  );
}
