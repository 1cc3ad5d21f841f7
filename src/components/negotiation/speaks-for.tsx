import { Link } from '@/components/ui/link';
import type { FileStakeholder } from '@/negotiation/file/model';
import { stakeholderName } from './labels';

/** For whom a delegate of several speaks on this page; nothing for a delegate of one. */
export function SpeaksFor({
  label,
  page,
  mine,
  chosen,
  frame,
  className,
}: {
  readonly label: string;
  /** Its path, to which the choice is added. */
  readonly page: `/n/${string}/${string}`;
  readonly mine: readonly string[];
  readonly chosen: string | null;
  readonly frame: { readonly stakeholders: readonly FileStakeholder[] };
  readonly className?: string;
}) {
  if (mine.length < 2) return null;
  return (
    <nav aria-label={label} className={className}>
      <p className="text-note">{label}</p>
      <ul className="flex flex-wrap gap-4">
        {mine.map((id) => (
          <li key={id}>
            <Link
              href={`${page}?stakeholder=${encodeURIComponent(id)}`}
              aria-current={id === chosen ? 'page' : undefined}
              className="aria-[current]:font-semibold"
            >
              {stakeholderName(id, frame)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
