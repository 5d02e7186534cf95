// The page as it was drawn last, so that the next new tab of the day draws it at once: elements, attributes and text,
// rebuilt one by one. What a person wrote is not in it: an answer is covered, a field's value is no attribute.

/** One element: its name, its attributes, what stands in it. */
export type Drawn = string | [name: string, attributes: Record<string, string>, ...inside: Drawn[]];

/** What a page showed, beside how it looked. */
export interface Shown {
  date: string;
  note: string;
  answered: boolean;
  /** How many notes recall had left to ask. */
  due: number;
  /** Whether something was answered a year ago. */
  past: boolean;
  friday: boolean;
}

/** A kept page. */
export interface Frame extends Shown {
  page: Drawn;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Reads a page that stands in the document. */
export function drawnOf(node: Element): Drawn {
  const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
  const inside = [...node.childNodes].flatMap((child): Drawn[] => {
    if (child instanceof Element) return [drawnOf(child)];
    return child instanceof Text ? [child.data] : [];
  });
  return [node.localName, attributes, ...inside];
}

/** Builds a page again. */
export function build(drawn: Drawn, inSvg = false): Node {
  if (typeof drawn === 'string') return document.createTextNode(drawn);
  const [name, attributes, ...inside] = drawn;
  const svg = inSvg || name === 'svg';
  const element = svg ? document.createElementNS(SVG, name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    // The page's policy takes styles from scripts, never from attributes.
    if (key === 'style') for (const rule of value.split(';')) setStyle(element as HTMLElement, rule);
    else element.setAttribute(key, value);
  }
  element.append(...inside.map((child) => build(child, svg)));
  return element;
}

function setStyle(element: HTMLElement, rule: string): void {
  const [name, value] = rule.split(/:(.*)/s);
  if (name && value) element.style.setProperty(name.trim(), value.trim());
}

const isFriday = (date: string) => new Date(`${date}T12:00`).getDay() === 5;

/**
 * Reads a page that was made ahead: for the day after the one it was made on, or any later one that would look the
 * same. Undefined where there is none for this date, or it is damaged.
 */
export function aheadOf(text: string, date: string): Frame | undefined {
  try {
    const frame = JSON.parse(text) as Frame;
    const fits = frame.date <= date && isFriday(frame.date) === isFriday(date) && Array.isArray(frame.page);
    return fits ? { ...frame, date } : undefined;
  } catch {
    return undefined;
  }
}

/** Reads a kept page; undefined where there is none of this date, or it is damaged. */
export function frameOf(text: string, date: string): Frame | undefined {
  try {
    const frame = JSON.parse(text) as Frame;
    return frame.date === date && Array.isArray(frame.page) ? frame : undefined;
  } catch {
    return undefined;
  }
}
