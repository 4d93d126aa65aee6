/** Elements that the search box is made of. */

/** A part of the box that the page does without until something is searched. */
export function part(name: string, attributes: Record<string, string>): HTMLElement {
  const made = document.createElement(name === 'note' ? 'p' : 'div');
  for (const [key, value] of Object.entries({ [`data-search-${name}`]: '', ...attributes }))
    made.setAttribute(key, value);
  return made;
}
