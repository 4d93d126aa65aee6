/** The native control of a value, and what can be wrong with what is typed into it. */
import { listOf } from '../../shared/request/sent.ts';
import { element } from './element.ts';
import type { FieldDescription } from './field.ts';
import { readJson } from './read-json.ts';
import type { Say } from './words.ts';

export interface Typed {
  input: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
  text(): string;
  /** @returns what is wrong with it, where something is typed */
  wrong(text: string): string | undefined;
}

/** Bytes above which files would fill the tab's memory. */
const MAX_FILE = 512 * 1024 * 1024;

const isList = ({ shape, kind }: FieldDescription): boolean =>
  shape === 'array' || kind === 'array';

export function control(described: FieldDescription, id: string, say: Say): Typed {
  const { file, enum: values, kind, json, shape, long } = described;
  if (file) return fileControl(described, id, say);
  if (!json && (values?.length || kind === 'boolean')) return choice(described, id);
  const isJson = json || shape === 'object' || kind === 'object';
  return isJson || long || isList(described)
    ? textControl(described, id, say, isJson)
    : lineControl(described, id, say);
}

function fileControl(described: FieldDescription, id: string, say: Say): Typed {
  const input = element('input', { id, type: 'file', multiple: isList(described) });
  const size = (): number => [...input.files!].reduce((sum, file) => sum + file.size, 0);
  return {
    input,
    text: () => input.files![0]?.name ?? '',
    wrong: () => (size() > MAX_FILE ? say('large', '512 MB') : undefined),
  };
}

function choice(described: FieldDescription, id: string): Typed {
  const { enum: all = ['true', 'false'], value, required } = described;
  const multiple = isList(described);
  const chosen = multiple ? listOf(value ?? '') : [value];
  const options = all.map((one) =>
    element('option', { value: one, selected: chosen.includes(one) }, one),
  );
  // What is optional can be left open; what is required asks for an answer.
  if (!multiple && !(required && value !== undefined))
    options.unshift(element('option', { value: '' }));
  const size = multiple && Math.min(all.length, 5);
  const input = element('select', { id, multiple, size }, ...options);
  const text = (): string => [...input.selectedOptions].map(({ value }) => value).join('\n');
  return { input, text, wrong: () => undefined };
}

function textControl(
  described: FieldDescription,
  id: string,
  say: Say,
  isJson: boolean | undefined,
): Typed {
  const { value = '', example, long } = described;
  const lines = !isJson && !long;
  const text = lines ? listOf(value).join('\n') : value;
  const input = element('textarea', {
    ...{ id, spellcheck: 'false', autocomplete: 'off', dir: 'ltr' },
    rows: Math.min(Math.max(text.split('\n').length, lines ? 2 : 4), 16),
    placeholder: lines ? say('lines') : example,
  });
  input.value = text;
  return {
    input,
    text: () => input.value.trim() && input.value,
    wrong: (typed) => (isJson ? jsonFault(typed, say) : undefined),
  };
}

/** @returns where a text stops to be JSON */
function jsonFault(text: string, say: Say): string | undefined {
  try {
    readJson(text);
    return undefined;
  } catch (error) {
    const before = text.slice(0, (error as { cause?: number }).cause).split('\n');
    return say('json', `${before.length}:${before.at(-1)!.length + 1}`);
  }
}

const types: Record<string, string> = { email: 'email', date: 'date', password: 'password' };

function lineControl(described: FieldDescription, id: string, say: Say): Typed {
  const { kind, value = '', example, format = '', secret, maxLength } = described;
  const input = element('input', {
    ...{ id, placeholder: example, maxlength: maxLength, spellcheck: 'false', dir: 'auto' },
    // No `number`: browsers round what is typed there, and say nothing of what is none.
    type: secret ? 'password' : types[format],
    inputmode: kind && (kind === 'integer' ? 'numeric' : 'decimal'),
    autocomplete: secret || format === 'password' ? 'new-password' : 'off',
  });
  input.value = value;
  return { input, text: () => input.value, wrong: (text) => textFault(described, text, say) };
}

function textFault(described: FieldDescription, text: string, say: Say): string | undefined {
  const { kind, minimum, maximum, pattern } = described;
  if (kind) {
    if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return say('number');
    if (kind === 'integer' && Number(text) % 1) return say('integer');
    if (Number(text) < minimum!) return say('least', minimum);
    if (Number(text) > maximum!) return say('most', maximum);
  }
  return pattern && !matches(pattern, text) ? say('pattern', pattern) : undefined;
}

/** A pattern that browsers cannot read says nothing. */
function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return true;
  }
}
