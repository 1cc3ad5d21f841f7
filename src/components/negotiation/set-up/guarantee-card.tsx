import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Disclosure } from '@/components/ui/disclosure';
import { SettledField } from '@/components/ui/settled-field';
import { type FileGuarantee, GUARANTEE_KINDS } from '@/negotiation/file/model';
import { THREATS } from '@/negotiation/threats';
import { Check } from '../ballot/check';
import { Delivered } from './delivered';
import { usePendingEdits } from './use-pending-edits';

interface Shown {
  readonly guarantee: FileGuarantee;
  readonly evidence: string | null;
}

const HOLDS = ['training', 'instance'] as const;

/** One guarantee: what it is, of which kind, for what it holds, and the forms of threats that it bears on. */
export function GuaranteeCard({
  guarantee,
  evidence,
  ownThreats,
  onChange,
  onRemove,
}: {
  readonly guarantee: FileGuarantee;
  /** What shows that it is delivered. */
  readonly evidence: string | null;
  readonly ownThreats: readonly { readonly id: string; readonly title: string }[];
  /** Of the guarantee with what shows that it is delivered: the one does not change without the other. */
  readonly onChange: (changed: Shown) => void;
  readonly onRemove: () => void;
}) {
  const t = useTranslations('setUp.guarantees');
  const { threats = [], title } = guarantee;
  const edit = usePendingEdits<Shown>({ guarantee, evidence });
  const change = (parts: Partial<FileGuarantee>) =>
    onChange(edit((newest) => ({ ...newest, guarantee: { ...newest.guarantee, ...parts } })));
  const mark = (id: string, bears: boolean) =>
    onChange(
      edit(({ guarantee: { threats: before = [], ...rest }, ...shown }) => {
        const next = bears ? [...before, id] : before.filter((other) => other !== id);
        return { ...shown, guarantee: next.length === 0 ? rest : { ...rest, threats: next } };
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
      <div className="grid gap-3 sm:grid-cols-[2fr_3fr]">
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
      <Delivered
        delivered={guarantee.delivered === true}
        evidence={evidence}
        onChange={(delivered, shown) =>
          onChange(edit((newest) => ({ guarantee: { ...newest.guarantee, delivered }, evidence: shown })))
        }
      />
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
