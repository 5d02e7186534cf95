// Fields that are never read. Decided by type and role alone: `data-gramm` and `spellcheck` are set by half of
// all editors on themselves and are no refusal on a site that a person turned on.

const SECRET = /^(one-time-code|cc-|current-password|new-password|username|email|tel|transaction-)/;
const SINGLE_LINE_ROLES = new Set(['combobox', 'searchbox', 'spinbutton', 'listbox']);

/** What the decision needs of a field; an Element gives it. */
export interface FieldTraits {
  tag: string;
  type: string;
  role: string;
  autocomplete: string;
  multiline: boolean;
  inSearch: boolean;
  readOnly: boolean;
}

/** Whether a field may be read. */
export function isReadable(field: FieldTraits): boolean {
  if (field.readOnly || field.inSearch || field.role === 'searchbox') return false;
  if (field.autocomplete.split(/\s+/).some((token) => SECRET.test(token))) return false;
  if (field.tag === 'INPUT' && field.type !== 'text') return false;
  // A comment box may call itself a combobox for its list of people to mention; a single line that does is one.
  return field.multiline || !SINGLE_LINE_ROLES.has(field.role);
}

/** What a field is called on its site: by what stays the same when the page is built again. */
export function fieldName(root: Element): string {
  const tag = root.tagName.toLowerCase();
  for (const name of ['name', 'data-testid', 'aria-label', 'id', 'placeholder']) {
    const value = root.getAttribute(name);
    if (value) return `${tag}[${name}="${value}"]`.slice(0, 400);
  }
  return tag;
}

/** The traits of a field or editor root. */
export function traitsOf(element: Element): FieldTraits {
  const attribute = (name: string) => (element.getAttribute(name) ?? '').trim().toLowerCase();
  const tag = element.tagName;
  return {
    tag,
    type: tag === 'INPUT' ? (element as HTMLInputElement).type : '',
    role: attribute('role'),
    autocomplete: attribute('autocomplete'),
    multiline: tag === 'TEXTAREA' || (tag !== 'INPUT' && attribute('aria-multiline') !== 'false'),
    inSearch: element.closest('search, [role="search"]') !== null,
    readOnly: 'readOnly' in element && element.readOnly === true,
  };
}
