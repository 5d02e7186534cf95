// A text that is edited where it stands, and kept as it is typed.
import { useEffect, useRef, useState } from 'preact/hooks';

interface CellProps {
  name: string;
  text: string;
  placeholder?: string;
  /** Takes the focus when it appears. */
  first?: boolean;
  keep(text: string): void;
}

export function Cell({ name, text, placeholder, first, keep }: CellProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    // What another page changed shows here, but never under the hand that types.
    if (document.activeElement !== field.current) setTyped(text);
  }, [text]);
  useEffect(() => {
    if (first) field.current?.focus();
  }, [first]);
  return (
    <textarea
      ref={field}
      class="rec-cell"
      rows={1}
      aria-label={name}
      placeholder={placeholder ?? ''}
      value={typed}
      onInput={(event) => {
        setTyped(event.currentTarget.value);
        keep(event.currentTarget.value);
      }}
    />
  );
}
