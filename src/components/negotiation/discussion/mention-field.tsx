'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Mentionable } from '@/negotiation/mentions';
import { completed, mentionAt, suggestions } from './mention';

/**
 * A field for a comment. After an @ it suggests whom to mention; the list's current name is the field's active
 * descendant. Arrow keys choose, Enter or Tab takes, Escape closes.
 */
export function MentionField({
  label,
  value,
  onChange,
  people,
  focused = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly people: readonly Mentionable[];
  /** Whether it opens at the reader's asking, who goes on in it. */
  readonly focused?: boolean;
}) {
  const t = useTranslations('discussion.form');
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const [typing, setTyping] = useState<{ readonly at: number; readonly typed: string } | null>(null);
  const [chosen, setChosen] = useState(0);
  const found = typing === null ? [] : suggestions(typing.typed, people);
  const open = found.length > 0;

  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);

  const look = () => {
    const { selectionStart, selectionEnd, value: text } = field.current ?? {};
    if (text === undefined || selectionStart === undefined || selectionStart !== selectionEnd) return;
    setTyping(mentionAt(text, selectionStart));
    setChosen(0);
  };
  const take = (person: Mentionable | undefined) => {
    if (typing === null || person === undefined) return;
    const { text, caret } = completed(value, typing, person);
    // The text stands in the field at once: whoever types on, however fast, types behind the name.
    flushSync(() => {
      onChange(text);
      setTyping(null);
    });
    field.current?.focus();
    field.current?.setSelectionRange(caret, caret);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setChosen((chosen + step + found.length) % found.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(found[chosen]);
    else if (event.key === 'Escape') setTyping(null);
    else return;
    event.preventDefault();
  };

  return (
    <div className="relative">
      <label htmlFor={id} className="mb-1 block text-note font-medium">
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        rows={4}
        maxLength={100_000}
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={open ? `${id}-${chosen}` : undefined}
        aria-describedby={`${id}-hint`}
        className="field py-2"
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          look();
        }}
        onClick={look}
        onKeyDown={onKeyDown}
        onBlur={() => setTyping(null)}
      />
      <p id={`${id}-hint`} className="text-note text-muted">
        {t('hint')}
      </p>
      <p role="status" className="sr-only">
        {typing === null ? '' : t('suggested', { count: found.length })}
      </p>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('suggestions')}
        className={clsx('z-30 mt-1 max-w-96 border border-strong bg-surface', open || 'hidden')}
      >
        {found.map((person, index) => (
          <button
            type="button"
            key={person.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            tabIndex={-1}
            className={clsx(
              'block min-h-9 w-full cursor-pointer px-3 py-1.5 text-left',
              index === chosen && 'bg-accent text-paper',
            )}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(person)}
          >
            {person.name} <span className="literal text-note">@{person.id}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
