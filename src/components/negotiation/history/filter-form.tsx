import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Field } from '@/components/ui/field';
import { Link } from '@/components/ui/link';
import { isTypeGroup, TYPE_GROUPS } from '@/negotiation/events/type-groups';
import type { NegotiationFile } from '@/negotiation/file/model';
import { type FilterName, type HistoryFilters, narrows } from './filters';

interface Props {
  readonly path: string;
  readonly filters: HistoryFilters;
  readonly unread: readonly FilterName[];
  readonly frame: Pick<NegotiationFile, 'stakeholders' | 'profiles'>;
}

/** The filters as a form that asks by its address, and so works without script and can be linked to. */
export function FilterForm({ path, filters, unread, frame }: Props) {
  const t = useTranslations('history.filter');
  const g = useTranslations('history.group');
  const format = useFormatter();
  const { type, stakeholder, profile, actor, since, until, order } = filters;
  const single = type !== undefined && !isTypeGroup(type) ? [{ id: type, label: type }] : [];
  return (
    <Disclosure summary={t('title')} open={narrows(filters) || unread.length > 0}>
      <form action={path} aria-label={t('title')}>
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 xl:grid-cols-4">
          <Choice name="type" label={t('type')} value={type} any={t('any')}>
            {[...TYPE_GROUPS.map((group) => ({ id: group, label: g(group) })), ...single]}
          </Choice>
          <Choice name="stakeholder" label={t('stakeholder')} value={stakeholder} any={t('any')}>
            {frame.stakeholders.map(({ id, name }) => ({ id, label: name }))}
          </Choice>
          <Choice name="profile" label={t('profile')} value={profile} any={t('any')}>
            {frame.profiles.map(({ id, title }) => ({ id, label: title }))}
          </Choice>
          <Text name="actor" label={t('actor')} value={actor} placeholder={t('actorHint')} />
          <Text name="since" label={t('since')} value={since} type="date" />
          <Text name="until" label={t('until')} value={until} type="date" />
          <Field label={t('order')}>
            {(id) => (
              <select id={id} name="order" defaultValue={order} className="field">
                <option value="newest">{t('newest')}</option>
                <option value="oldest">{t('oldest')}</option>
              </select>
            )}
          </Field>
          <div className="flex items-end gap-4">
            <Button type="submit">{t('apply')}</Button>
            {narrows(filters) ? <Link href={path}>{t('clear')}</Link> : null}
          </div>
        </div>
        {unread.length === 0 ? null : (
          <p role="alert" className="mt-2 text-note text-out-of-reach">
            {t('unread', { fields: format.list(unread.map((name) => t(name))) })}
          </p>
        )}
      </form>
    </Disclosure>
  );
}

/** One of several; what the address names and the list does not hold any more stays choosable. */
function Choice({
  name,
  label,
  value,
  any,
  children,
}: {
  readonly name: FilterName;
  readonly label: string;
  readonly value: string | undefined;
  readonly any: string;
  readonly children: readonly { readonly id: string; readonly label: string }[];
}): ReactNode {
  const gone = value !== undefined && children.every(({ id }) => id !== value);
  const options = gone ? [...children, { id: value, label: value }] : children;
  return (
    <Field label={label}>
      {(id) => (
        <select id={id} name={name} defaultValue={value ?? ''} className="field">
          <option value="">{any}</option>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Text({
  name,
  label,
  value = '',
  type = 'text',
  placeholder,
}: {
  readonly name: FilterName;
  readonly label: string;
  readonly value?: string | undefined;
  readonly type?: 'text' | 'date';
  readonly placeholder?: string;
}) {
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          name={name}
          type={type}
          defaultValue={value}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          className="field"
        />
      )}
    </Field>
  );
}
