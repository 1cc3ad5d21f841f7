/** Text to be taken letter by letter: bytes, hashes, signed notes. It breaks anywhere, and is copied without the breaks. */
export function Bytes({ children, testId }: { readonly children: string; readonly testId?: string }) {
  return (
    <pre
      data-testid={testId}
      className="literal mt-1 border border-line bg-surface p-2 text-note whitespace-pre-wrap [overflow-wrap:anywhere]"
    >
      {children}
    </pre>
  );
}
