import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Disclosure } from '@/components/ui/disclosure';
import { SettledField } from '@/components/ui/settled-field';
import { type FileGuarantee, GUARANTEE_KINDS } from '@/negotiation/file/model';
import { THREATS } from '@/negotiation/threats';
import { Check } from '../ballot/check';
import { usePendingEdits } from './use-pending-edits';

const HOLDS = ['training', 'instance'] as const;

/** One guarantee: what it is, of which kind, for what it holds, and the forms of threats that it bears on. */
export function GuaranteeCard({
  guarantee,
  ownThreats,
  onChange,
  onRemove,
}: {
  readonly guarantee: FileGuarantee;
  readonly ownThreats: readonly { readonly id: string; readonly title: string }[];
  readonly onChange: (guarantee: FileGuarantee) => void;
  readonly onRemove: () => void;
}) {
  const t = useTranslations('setUp.guarantees');
  const { threats = [], title } = guarantee;
  const edit = usePendingEdits(guarantee);
  const change = (parts: Partial<FileGuarantee>) => onChange(edit((newest) => ({ ...newest, ...parts })));
  const mark = (id: string, bears: boolean) =>
    onChange(
      edit(({ threats: before = [], ...rest }) => {
        const next = bears ? [...before, id] : before.filter((other) => other !== id);
        return next.length === 0 ? rest : { ...rest, threats: next };
      }),
    );
  return (
    <fieldset className="min-w-0 space-y-3 border-l-2 border-strong pl-3 sm:pl-4">
      <legend className="sr-only">{title}</legend>
      <SettledField
        label={t('title')}
        value={title}
        settle={(text) => text.trim() || title}
        onSettled={(next) => change({ title: next })}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Choice
          label={t('kind')}
          value={guarantee.kind}
          options={GUARANTEE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          onChoose={(kind) => change({ kind })}
        />
        <Choice
          label={t('holds')}
          value={guarantee.holds}
          options={HOLDS.map((value) => ({ value, label: t(`holdsFor.${value}`) }))}
          onChoose={(holds) => change({ holds })}
        />
      </div>
      <Check checked={guarantee.delivered === true} onChange={(delivered) => change({ delivered })}>
        {t('delivered')}
      </Check>
      <Disclosure summary={t('threats', { count: threats.length })}>
        <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
          {[
            ...THREATS,
            ...(ownThreats.length === 0 ? [] : [{ id: 'own', title: t('own'), forms: ownThreats }]),
          ].map((threat) => (
            <fieldset key={threat.id} className="min-w-0">
              <legend className="text-note font-medium">{threat.title}</legend>
              {threat.forms.map((form) => (
                <Check key={form.id} checked={threats.includes(form.id)} onChange={(to) => mark(form.id, to)}>
                  {form.title}
                </Check>
              ))}
            </fieldset>
          ))}
        </div>
      </Disclosure>
      <Button aria-label={t('removeNamed', { name: title })} onClick={onRemove}>
        {t('remove')}
      </Button>
    </fieldset>
  );
}
