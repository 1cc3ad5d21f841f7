import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Disclosure } from '@/components/ui/disclosure';
import { SupportFigures } from './support-figures';

/** The numbers behind the support bars, one click away. */
export function SupportTable(props: ComponentProps<typeof SupportFigures>) {
  const c = useTranslations('common');
  return (
    <Disclosure summary={c('table')}>
      <SupportFigures {...props} />
    </Disclosure>
  );
}
