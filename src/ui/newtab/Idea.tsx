// A large text in sentences: each starts a line or fits on it.
import { Unbroken } from '../Unbroken.tsx';

export function Idea({ text }: { text: string }) {
  return (
    <>
      {text.split(/(?<=[.?!])\s+/).map((sentence) => (
        <>
          <span key={sentence}>
            <Unbroken text={sentence} />
          </span>{' '}
        </>
      ))}
    </>
  );
}
