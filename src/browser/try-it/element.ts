/** Elements, made in one expression. Text is text: nothing is ever read as HTML. */

type Attributes = Record<string, string | number | boolean | undefined>;
type Child = Node | string | undefined;

/**
 * @param attributes `true` sets an attribute without a value; `false` and undefined leave it out
 * @param children texts and elements
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== false)
      made.setAttribute(key, value === true ? '' : String(value));
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** A button that does something; none of the form's own. */
export function action(className: string, label: string, onPress: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: className }, label);
  made.addEventListener('click', onPress);
  return made;
}

/** A choice between names, the first chosen; none where there is one. @param onChoose called at once, too */
export function chooser(
  label: string,
  names: readonly string[],
  onChoose: (index: number) => void,
): HTMLElement | undefined {
  const options = names.map((name) => element('option', {}, name));
  const choice = element('select', { 'aria-label': label }, ...options);
  choice.addEventListener('change', () => onChoose(choice.selectedIndex));
  onChoose(0);
  return names.length > 1 ? choice : undefined;
}

/** Text that scrolls within its frame, by keyboard too. */
export function textFrame(label: string, ...inside: Child[]): HTMLElement {
  const frame = { class: 'try-text', tabindex: 0, role: 'group', 'aria-label': label };
  return element('div', { ...frame, dir: 'ltr' }, ...inside);
}

/** Settles when a style sheet is there, or could not be loaded: a form is of use without, too. */
export function addStyles(href: string): Promise<void> {
  return new Promise((resolve) => {
    const link = element('link', { rel: 'stylesheet', href });
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
}
