import { useFormatter } from 'next-intl';

/** An instant on paper: in the reader's zone, with the zone's name, since whoever reads it may sit in another. */
export function Moment({ at }: { readonly at: string }) {
  const format = useFormatter();
  return (
    <time dateTime={at}>
      {format.dateTime(new Date(at), {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZoneName: 'short',
      })}
    </time>
  );
}
