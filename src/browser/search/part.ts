/** Elements that the search box is made of. */

/** A part of the box that the page does without until something is searched. */
function part(name: string, attributes: Record<string, string>): HTMLElement {
  const made = document.createElement(name === 'note' ? 'p' : 'div');
  for (const [key, value] of Object.entries({ [`data-search-${name}`]: '', ...attributes }))
    made.setAttribute(key, value);
  return made;
}

interface SearchParts {
  /** Holds the note and the list. */
  panel: HTMLElement;
  list: HTMLElement;
  note: HTMLElement;
  /** What screen readers are told. */
  status: HTMLElement;
}

/** @param label of the list */
export function searchParts(label: string): SearchParts {
  const note = part('note', { class: 'search-note', hidden: '' });
  const list = part('results', {
    id: 'UI-results',
    role: 'listbox',
    'aria-label': label,
    hidden: '',
  });
  const panel = part('panel', { class: 'search-panel', hidden: '' });
  panel.append(note, list);
  const status = part('status', { class: 'visually-hidden', role: 'status' });
  return { panel, list, note, status };
}
