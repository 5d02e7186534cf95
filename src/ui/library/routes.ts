// Where the library page is, by what stands behind # in its address.

/** A place on the library page. */
export type Route =
  | { at: 'list'; find: string }
  | { at: 'note'; id: string }
  | { at: 'new'; title: string }
  | { at: 'copy'; id: string }
  | { at: 'edit'; id: string }
  | { at: 'mine' }
  | { at: 'bin' }
  | { at: 'import'; backup: string };

/** Reads an address. A bare name is the id of a note. */
export function routeOf(hash: string): Route {
  const [, name = '', value = ''] = /^#?([^=]*)=?(.*)$/s.exec(hash) ?? [];
  const text = decoded(value);
  switch (name) {
    case '':
    case 'all':
      return { at: 'list', find: '' };
    case 'find':
      return { at: 'list', find: text };
    case 'new':
      return { at: 'new', title: text };
    case 'copy':
    case 'edit':
      return { at: name, id: text };
    case 'mine':
    case 'bin':
      return { at: name };
    case 'import':
      return { at: 'import', backup: text };
    default:
      return { at: 'note', id: decoded(name) };
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
