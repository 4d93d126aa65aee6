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
    ...servers.map(({ url, description }) =>
      element('option', {}, description ? `${url} (${description})` : url),
    ),
  );
  const shown = element('code', { class: 'try-server' });
  const variables = element('div');
  const note = element('p', { class: 'try-note' });
  const chosen = (): TryItServer => servers[choice.selectedIndex]!;
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
    // What the choice says already is not said twice.
    shown.textContent = servers.length > 1 && !fields.length ? '' : url();
    note.textContent = isLocal(url()) && !isLocal(location.href) ? say('local') : '';
    onChange();
  }
  choice.addEventListener('change', show);
  variables.addEventListener('input', change);
  const legend = element('legend', {}, say('server'));
  const several = servers.length > 1 ? choice : undefined;
  const group = element('fieldset', {}, legend, several, variables, shown, note);
  show();
  return { group, url, fields: () => fields };
}

/** Servers without a host are relative to the page, as OpenAPI has it. */
function absolute(url: string): string {
  const whole = URL.canParse(url, location.href) ? new URL(url, location.href).href : url;
  return whole.replace(/[?#].*|\/+$/g, '').replace(/\/+$/, '');
}

export const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url);

/** The reader's own computer or network, before which browsers ask. */
export const isLocal = (url: string): boolean =>
  /^https?:\/\/(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[::1\]|[^/:]*\.local)/.test(
    originOf(url),
  );
