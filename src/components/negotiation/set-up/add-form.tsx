import { type ReactNode, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';

/** One line for the name of something new, and the button that adds it. The focus stays, for the next. */
export function AddForm({
  label,
  action,
  onAdd,
  children,
}: {
  readonly label: string;
  readonly action: string;
  readonly onAdd: (name: string) => Promise<boolean>;
  readonly children?: ReactNode;
}) {
  const id = useId();
  const [name, setName] = useState('');
  const field = useRef<HTMLInputElement>(null);
  return (
    <form
      className="mt-4 flex flex-wrap items-end gap-3"
      onSubmit={async (event) => {
        event.preventDefault();
        const given = name.trim();
        if (given === '') return;
        if (await onAdd(given)) setName('');
        field.current?.focus();
      }}
    >
      <div className="min-w-0 grow sm:max-w-80">
        <label htmlFor={id} className="mb-1 block text-note font-medium">
          {label}
        </label>
        <input
          id={id}
          ref={field}
          className="field"
          autoComplete="off"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </div>
      {children}
      <Button type="submit">{action}</Button>
    </form>
  );
}
