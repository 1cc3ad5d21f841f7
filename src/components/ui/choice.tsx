import { useId } from 'react';

/** A labelled list of which one is chosen. */
export function Choice<T extends string>({
  label,
  value,
  options,
  onChoose,
  place,
  className,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChoose: (value: T) => void;
  /** By which the editor finds it again, to put the focus there. */
  readonly place?: string;
  readonly className?: string;
}) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-note font-medium">
        {label}
      </label>
      <select
        id={id}
        className="field"
        value={value}
        data-place={place}
        onChange={({ target }) => {
          const chosen = options.find((option) => option.value === target.value);
          if (chosen !== undefined) onChoose(chosen.value);
        }}
      >
        {options.some((option) => option.value === value) ? null : <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
