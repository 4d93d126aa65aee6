/** A field of the form: label, control, and the error that belongs to it. */
import type { Sending, TryItField } from '../../shared/request/try-it.ts';
import { sentText } from '../../shared/request/sent.ts';
import { control } from './control.ts';
import { element } from './element.ts';
import type { Say } from './words.ts';

export interface FieldDescription extends TryItField {
  /** It holds JSON, whatever its kind. */
  json?: boolean;
  /** Several lines, not checked. */
  long?: boolean;
  /** Typed unseen. */
  secret?: boolean;
  /** A remark below the field. */
  note?: string | undefined;
}

export interface FormField {
  row: HTMLElement;
  name: string;
  /** What is typed, as text; empty: nothing. */
  text(): string;
  files(): readonly File[];
  /** Shows what is wrong with it. @returns whether it is right */
  check(): boolean;
  focus(): void;
}

let count = 0;

export function formField(described: FieldDescription, say: Say): FormField {
  const id = `UI-try-${count++}`;
  const { name, required, kind, note, shape } = described;
  const { input, text, wrong } = control(described, id, say);
  const error = element('p', { id: `${id}-error`, class: 'try-error' });
  const hint = note && element('p', { id: `${id}-note`, class: 'try-note' }, note);
  input.setAttribute('aria-describedby', `${id}-error${hint ? ` ${id}-note` : ''}`);
  if (required) input.ariaRequired = 'true';
  const mark = required
    ? element('span', { class: 'try-required' }, say('required'))
    : kind && element('span', { class: 'try-kind' }, kind);
  const label = element('label', { for: id }, element('code', {}, name), mark && ' ', mark);
  const row = element('div', { class: 'try-field' }, label, input, hint, error);
  const check = (): boolean => {
    const typed = text();
    // A list or an object without entries is sent as nothing.
    const isMissing = !typed || (shape && described.join && !sentText(described as Sending, typed));
    let fault = typed ? wrong(typed) : undefined;
    if (!fault && isMissing && required) fault = say('missing');
    error.textContent = fault ?? '';
    input.ariaInvalid = fault ? 'true' : null;
    return !fault;
  };
  // What was wrong is looked at again at once, what is not finished only when it is left.
  input.addEventListener('change', () => text() && check());
  input.addEventListener('input', () => error.textContent && check());
  const files = (): readonly File[] => [...((input as HTMLInputElement).files ?? [])];
  return { row, name, text, files, check, focus: () => input.focus() };
}
