// Words with a hyphen do not break: a line that ends in "two-" is no line.
export function Unbroken({ text }: { text: string }) {
  return (
    <>
      {text.split(/(\p{L}+(?:-\p{L}+)+)/u).map((part, at) =>
        at % 2 ? (
          <span class="nb" key={part}>
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}
