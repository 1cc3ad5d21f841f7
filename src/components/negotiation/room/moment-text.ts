import { useFormatter } from 'next-intl';

const MOMENT = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
} as const;

/** An instant in the reader's zone, without script from the server. */
export function useMoment(): (instant: string) => string {
  const format = useFormatter();
  return (instant) => format.dateTime(new Date(instant), MOMENT);
}
