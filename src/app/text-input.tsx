import type { ComponentProps } from 'react';
import { Field } from '@/components/ui/field';

/** A labelled line of text, with what is asked of it below. */
export function TextInput({
  label,
  hint,
  ...rest
}: ComponentProps<'input'> & { readonly label: string; readonly hint?: string }) {
  return (
    <Field label={label}>
      {(id) => (
        <>
          <input
            id={id}
            aria-describedby={hint === undefined ? undefined : `${id}-hint`}
            className="field"
            {...rest}
          />
          {hint === undefined ? null : (
            <p id={`${id}-hint`} className="mt-1 text-note text-muted">
              {hint}
            </p>
          )}
        </>
      )}
    </Field>
  );
}
