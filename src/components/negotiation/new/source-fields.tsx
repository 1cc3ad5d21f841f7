import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Choice } from '@/components/ui/choice';
import { TEMPLATE_IDS } from '@/negotiation/templates/templates';
import { FileFields } from './file-fields';
import { SOURCE_KINDS, type Source, type Start } from './source';

/** What a new negotiation starts from. */
export function SourceFields({
  source,
  onChange,
  start,
  negotiations,
}: {
  readonly source: Source;
  readonly onChange: (source: Source) => void;
  readonly start: Start;
  readonly negotiations: readonly { readonly id: string; readonly title: string }[];
}) {
  const t = useTranslations('new.source');
  const name = useId();
  return (
    <div className="space-y-5">
      <div role="radiogroup" aria-label={t('title')} className="space-y-2">
        {SOURCE_KINDS.map((kind) => (
          <Radio
            key={kind}
            name={name}
            checked={source.kind === kind}
            onChoose={() => onChange({ ...source, kind })}
            title={t(`${kind}.name`)}
            says={t(`${kind}.says`)}
          />
        ))}
      </div>
      {source.kind === 'template' ? (
        <div
          role="radiogroup"
          aria-label={t('template.choose')}
          className="space-y-2 border-l-2 border-line pl-4"
        >
          {TEMPLATE_IDS.map((template) => (
            <Radio
              key={template}
              name={`${name}-template`}
              checked={source.template === template}
              onChoose={() => onChange({ ...source, template })}
              title={t(`templates.${template}.name`)}
              says={t(`templates.${template}.for`)}
            />
          ))}
        </div>
      ) : null}
      {source.kind === 'file' ? (
        <FileFields text={source.text} onText={(text) => onChange({ ...source, text })} start={start} />
      ) : null}
      {source.kind === 'copy' ? (
        <div className="space-y-3 border-l-2 border-line pl-4">
          {negotiations.length === 0 ? null : (
            <Choice
              className="max-w-2xl"
              label={t('copy.mine')}
              value={source.copyOf}
              options={negotiations.map(({ id, title }) => ({ value: id, label: title }))}
              onChoose={(copyOf) => onChange({ ...source, copyOf })}
            />
          )}
          <div>
            <label htmlFor={`${name}-address`} className="mb-1 block text-note font-medium">
              {t('copy.address')}
            </label>
            <input
              id={`${name}-address`}
              className="field literal max-w-2xl"
              autoComplete="off"
              value={source.copyOf}
              onChange={({ target }) => onChange({ ...source, copyOf: target.value })}
            />
          </div>
        </div>
      ) : null}
    </div>
  );
}

function Radio({
  name,
  checked,
  onChoose,
  title,
  says,
}: {
  readonly name: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly title: string;
  readonly says: string;
}) {
  return (
    <label className="flex min-h-11 items-start gap-3 py-1">
      <input
        type="radio"
        name={name}
        checked={checked}
        onChange={onChoose}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <span className="prose-column">
        <span className="font-medium">{title}</span> {says}
      </span>
    </label>
  );
}
