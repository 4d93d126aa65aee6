/** The choice of a server, and the values of its variables. */
import type { TryItServer } from '../../shared/request/try-it.ts';
import { element } from './element.ts';
import { formField, type FormField } from './field.ts';
import type { Say } from './words.ts';

export interface ServerChoice {
  group: HTMLElement;
  /** Absolute, without a slash at the end. */
  url(): string;
  fields(): FormField[];
}

/** @param onChange called when another server is meant */
export function serverChoice(
  servers: readonly TryItServer[],
  say: Say,
  onChange: () => void,
): ServerChoice {
  let fields: FormField[] = [];
  const choice = element(
    'select',
    { 'aria-label': say('server') },
    ...servers.map(({ url, description }, index) =>
      element('option', { value: index }, description ? `${url} (${description})` : url),
    ),
  );
  const shown =
    servers.length > 1 ? choice : element('code', { class: 'try-server' }, servers[0]?.url ?? '');
  const variables = element('div', {});
  const note = element('p', { class: 'try-note' });
  const chosen = (): TryItServer => servers[choice.selectedIndex] ?? servers[0] ?? { url: '' };
  const url = (): string => {
    const values = new Map(fields.map((field) => [field.name, field.text()]));
    const filled = chosen().url.replace(
      /\{([^{}]*)\}/g,
      (place, name) => values.get(name) || place,
    );
    return absolute(filled);
  };
  function show(): void {
    fields = (chosen().variables ?? []).map((variable) =>
      formField({ ...variable, required: true }, say),
    );
    variables.replaceChildren(...fields.map(({ row }) => row));
    change();
  }
  function change(): void {
    note.textContent = isLocal(url()) && !isLocal(location.href) ? say('local') : '';
    onChange();
  }
  choice.addEventListener('change', show);
  variables.addEventListener('input', change);
  const legend = element('legend', {}, say('server'));
  const group = element('fieldset', {}, legend, shown, variables, note);
  show();
  return { group, url, fields: () => fields };
}

/** Servers without a host are relative to the page, as OpenAPI has it. */
function absolute(url: string): string {
  try {
    return new URL(url || '/', location.href).href.replace(/[?#].*$/, '').replace(/\/+$/, '');
  } catch {
    return url.replace(/\/+$/, '');
  }
}

/** The reader's own computer or network, before which browsers ask. */
export function isLocal(url: string): boolean {
  const { hostname } = URL.canParse(url) ? new URL(url) : { hostname: '' };
  return (
    /^(localhost$|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(hostname) ||
    /(\.localhost|\.local|^\[::1\])$/.test(hostname)
  );
}
