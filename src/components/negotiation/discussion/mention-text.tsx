import { type Mentionable, pieces } from '@/negotiation/mentions';

/** A comment's text, its lines kept, with the names of those whom it mentions. */
export function MentionText({
  text,
  people,
}: {
  readonly text: string;
  readonly people: readonly Mentionable[];
}) {
  let at = 0;
  return (
    <p className="prose-column break-words whitespace-pre-wrap">
      {pieces(text, people).map((piece) => {
        const key = at;
        at += piece.text.length;
        return piece.mentions === null ? (
          piece.text
        ) : (
          <mark
            key={key}
            className="bg-transparent font-semibold text-ink underline decoration-accent decoration-2"
          >
            @{piece.mentions.name}
          </mark>
        );
      })}
    </p>
  );
}
