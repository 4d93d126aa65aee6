/** The button beside each endpoint that a form can be made for. All else is loaded when it is pressed. */
import type { TryItPage } from '../../shared/request/try-it.ts';
import type { Console } from './try-it.ts';

/** The page's data: in a file beside it, or in the page itself. */
const dataOf = async ({ dataset: { url }, textContent }: HTMLElement): Promise<TryItPage> =>
  url ? (await fetch(url)).json() : JSON.parse(textContent ?? '');

export function tryItButtons(): void {
  const data = document.getElementById('UI-try-it')!;
  const { label = '' } = data.dataset;
  let opened: Promise<Console> | undefined;
  const open = (): Promise<Console> =>
    (opened ??= Promise.all([import('./try-it.ts'), dataOf(data)]).then(
      ([{ Console }, page]) => new Console(page),
    ));
  for (const { endpoint, key, samples } of operationsOf(document.querySelector('main')!)) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'try-button';
    made.textContent = label;
    made.dataset['generated'] = '';
    made.setAttribute('aria-expanded', 'false');
    let form: Promise<HTMLElement | undefined> | undefined;
    made.addEventListener('click', async () => {
      const isNew = !form;
      form ??= open().then((console) => console.open(key, samples));
      const shown = await form.catch(() => (opened = form = undefined));
      if (!shown) return;
      if (isNew) endpoint.after(shown);
      else shown.hidden = !shown.hidden;
      made.setAttribute('aria-expanded', String(!shown.hidden));
      if (!shown.hidden)
        shown
          .querySelector<HTMLElement>('input:not([type="checkbox"]), select, textarea, button')
          ?.focus();
    });
    endpoint.append(made);
  }
}

interface PlacedOperation {
  endpoint: HTMLElement;
  key: string;
  samples: Map<string, HTMLElement>;
}

/** The page's operations with their samples: those that follow, up to the next operation. */
function operationsOf(main: HTMLElement): PlacedOperation[] {
  const found: PlacedOperation[] = [];
  for (const node of main.querySelectorAll<HTMLElement>('[data-try], [data-holes]')) {
    const { try: key, holes } = node.dataset;
    if (key !== undefined) found.push({ endpoint: node, key, samples: new Map() });
    else found.at(-1)?.samples.set(holes!, node.querySelector<HTMLElement>('code') ?? node);
  }
  return found;
}
