import { useTranslations } from 'next-intl';
import { isExplainKey } from '@/i18n/explain-key';
import { type Message, say } from '@/negotiation/explain/message';

/** A sentence of src/negotiation/explain, put into the reader's language. */
export function Explain({ message }: { readonly message: Message }) {
  const t = useTranslations('explain');
  const translate = (key: string, values: Record<string, string | number>) => {
    if (!isExplainKey(key, t))
      throw new Error(`messages/en/explain.json has no sentence ${JSON.stringify(key)}`);
    return t(key, values);
  };
  // A number and its sign stay on one line.
  return <>{say(message, translate).replaceAll(' %', '\u00a0%')}</>;
}
