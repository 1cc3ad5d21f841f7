import { InOrder } from '@/components/ui/in-order';
import { Link } from '@/components/ui/link';

/** What a letter says, as parts: the same that its mail is made of. */
type Part =
  | { readonly text: string }
  | { readonly list: readonly string[] }
  | { readonly link: string; readonly path: string };

export function LetterParts({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <div className="prose-column space-y-2 break-words">
      <InOrder of={parts}>{(part) => <LetterPart part={part} />}</InOrder>
    </div>
  );
}

function LetterPart({ part }: { readonly part: Part }) {
  if ('text' in part) return <p>{part.text}</p>;
  if ('link' in part) {
    return (
      <p>
        <Link href={part.path}>{part.link}</Link>
      </p>
    );
  }
  return (
    <ul className="list-disc pl-5">
      {part.list.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
