// Small parts that every surface uses.
import type { ComponentChildren } from 'preact';
import type { IconName } from '../look/shapes.ts';
import { Icon } from '../look/Waymark.tsx';

/** A switch with its sentence as its name. */
export function Switch({ on, name, set }: { on: boolean; name: string; set(on: boolean): void }) {
  return (
    <input
      type="checkbox"
      role="switch"
      aria-checked={on}
      class="switch"
      checked={on}
      aria-label={name}
      onClick={(event) => {
        // The state shown is the one that is true: it changes when the setting has.
        event.preventDefault();
        set(!on);
      }}
    />
  );
}

/** A button that is an icon alone; its name is read out and shown on hover. */
export function IconButton({
  icon,
  name,
  press,
  pressed,
}: {
  icon: IconName;
  name: string;
  press(): void;
  pressed?: boolean;
}) {
  return (
    <button
      type="button"
      class="btn-icon"
      aria-label={name}
      title={name}
      aria-pressed={pressed}
      onClick={press}
    >
      <Icon name={icon} />
    </button>
  );
}

/** Key caps and what they do. */
export function Keys({ keys, does, end }: { keys: readonly string[]; does: string; end?: boolean }) {
  return (
    <span class={end ? 'end' : undefined}>
      {keys.map((key) => (
        <kbd class="key" key={key}>
          {key}
        </kbd>
      ))}
      {does}
    </span>
  );
}

/** A setting: a sentence with its control at the end. */
export function Setting({
  name,
  says,
  children,
}: {
  name: string;
  says?: string;
  children: ComponentChildren;
}) {
  return (
    <div class="set">
      <div>
        <b>{name}</b>
        {says}
      </div>
      {children}
    </div>
  );
}
