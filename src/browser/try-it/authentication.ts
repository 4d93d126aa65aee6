/** The ways to authenticate that an operation takes, as a group of the form. */
import type { TryItScheme } from '../../shared/request/try-it.ts';
import { type Credentials, type Secret, type SchemeFields, schemeFields } from './credentials.ts';
import { chooser, element } from './element.ts';
import type { FormField } from './field.ts';
import type { Say } from './words.ts';

interface AuthenticationGroup {
  group: HTMLElement;
  fields(): FormField[];
  read(): Secret[];
  /** For another server, what is known of that one. */
  show(): void;
}

/** @param alternatives of which one is chosen. @param origin that they are typed for */
export function authenticationOf(
  alternatives: readonly TryItScheme[][],
  credentials: Credentials,
  say: Say,
  origin: () => string,
): AuthenticationGroup | undefined {
  if (!alternatives.some((schemes) => schemes.length)) return undefined;
  const keep = element('input', { type: 'checkbox' });
  keep.checked = credentials.keep;
  keep.addEventListener('change', () => {
    credentials.keep = keep.checked;
    credentials.save();
  });
  const keeping = element('label', { class: 'try-keep' }, keep, ` ${say('keep')}`);
  const rows = element('div');
  let current: SchemeFields;
  let chosen = 0;
  const show = (index = chosen): void => {
    chosen = index;
    current = schemeFields(alternatives[index]!, origin(), credentials, say);
    rows.replaceChildren(...current.rows);
    keeping.hidden = !current.fields.length;
  };
  const names = alternatives.map(
    (schemes) => schemes.map(({ name }) => name).join(' + ') || say('auth_none'),
  );
  const choice = chooser(say('auth'), names, show);
  const legend = element('legend', {}, say('auth'));
  const group = element('fieldset', {}, legend, choice, rows, keeping);
  return { group, show, read: () => current.read(), fields: () => current.fields };
}
