/** A field of the form: label, control, and the error that belongs to it. */
import type { ValueDetails } from '../../shared/request/try-it.ts';
import { control, type Typed } from './control.ts';
import { element } from './element.ts';
import type { Say } from './words.ts';

export interface FieldDescription extends ValueDetails {
  name: string;
  required?: boolean | undefined;
  shape?: 'array' | 'object';
  file?: boolean;
  /** It holds JSON, whatever its kind. */
  json?: boolean;
  /** Several lines, not checked. */
  long?: boolean;
  /** Typed unseen. */
  secret?: boolean;
  /** A remark below the field. */
  note?: string;
}

export interface FormField {
  row: HTMLElement;
  name: string;
  required: boolean;
  /** What is typed, as text; empty: nothing. */
  text(): string;
  file(): File | undefined;
  /** Shows what is wrong with it. @returns whether it is right */
  check(): boolean;
  focus(): void;
}

let count = 0;

export function formField(described: FieldDescription, say: Say): FormField {
  const id = `UI-try-${count++}`;
  const { name, required = false, kind, note } = described;
  const typed: Typed = control(described, id, say);
  const error = element('p', { id: `${id}-error`, class: 'try-error' });
  const hint = note ? element('p', { id: `${id}-note`, class: 'try-note' }, note) : undefined;
  typed.input.setAttribute('aria-describedby', `${id}-error${hint ? ` ${id}-note` : ''}`);
  if (required) typed.input.setAttribute('aria-required', 'true');
  const label = element(
    'label',
    { for: id },
    element('code', {}, name),
    ...(required ? [' ', element('span', { class: 'try-required' }, say('required'))] : []),
    ...(kind && !required ? [' ', element('span', { class: 'try-kind' }, kind)] : []),
  );
  const row = element('div', { class: 'try-field' }, label, typed.input, hint, error);
  const check = (): boolean => {
    const text = typed.text();
    const wrong = text || typed.file() ? typed.wrong() : required ? say('missing') : undefined;
    error.textContent = wrong ?? '';
    if (wrong) typed.input.setAttribute('aria-invalid', 'true');
    else typed.input.removeAttribute('aria-invalid');
    return !wrong;
  };
  // What was wrong is looked at again at once, what is not finished only when it is left.
  typed.input.addEventListener('change', () => void (typed.text() && check()));
  typed.input.addEventListener('input', () => void (error.textContent && check()));
  const focus = (): void => typed.input.focus();
  return { row, name, required, text: typed.text, file: typed.file, check, focus };
}
