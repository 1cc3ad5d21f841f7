'use client';

/** Why something was refused; its space appears with it, and it is read out. */
export function Fault({ sentence }: { readonly sentence: string | null }) {
  return (
    <p role="alert" className="prose-column text-note text-out-of-reach empty:hidden [&:not(:empty)]:mt-3">
      {sentence}
    </p>
  );
}
