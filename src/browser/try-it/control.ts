/** The native control of a value, and what can be wrong with what is typed into it. */
import { type JsonError, readJson } from '../../shared/sample/json-node.ts';
import { listOf } from '../../shared/request/typed-value.ts';
import { element } from './element.ts';
import type { FieldDescription } from './field.ts';
import type { Say } from './words.ts';

export interface Typed {
  input: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
  text(): string;
  file(): File | undefined;
  /** @returns what is wrong with it, where something is typed */
  wrong(): string | undefined;
}

/** Bytes above which a file would fill the tab's memory. */
const MAX_FILE = 512 * 1024 * 1024;

const noFile = (): undefined => undefined;

export function control(described: FieldDescription, id: string, say: Say): Typed {
  if (described.file) return fileControl(id, say);
  if (described.enum?.length || described.kind === 'boolean') return choice(described, id);
  const isJson = described.json || described.shape === 'object' || described.kind === 'object';
  if (isJson || described.long || described.kind === 'array' || described.shape === 'array')
    return textControl(described, id, say, isJson);
  return lineControl(described, id, say);
}

function fileControl(id: string, say: Say): Typed {
  const input = element('input', { id, type: 'file' });
  const file = (): File | undefined => input.files?.[0];
  return {
    input,
    file,
    text: () => file()?.name ?? '',
    wrong: () => ((file()?.size ?? 0) > MAX_FILE ? say('large', '512 MB') : undefined),
  };
}

function choice(
  { enum: values, kind, shape, value, required }: FieldDescription,
  id: string,
): Typed {
  const all = values ?? ['true', 'false'];
  const several = shape === 'array' || kind === 'array';
  const chosen = new Set(several ? listOf(value ?? '') : [value]);
  const input = element(
    'select',
    { id, ...(several && { multiple: true, size: Math.min(all.length, 5) }) },
    // What is optional can be left open; what is required asks for an answer.
    ...(several || (required && value !== undefined) ? [] : [element('option', { value: '' }, '')]),
    ...all.map((one) => element('option', { value: one, selected: chosen.has(one) }, one)),
  );
  const text = (): string =>
    several
      ? [...input.selectedOptions].map(({ value }) => value).join('\n')
      : (input.selectedOptions[0]?.value ?? '');
  return { input, text, file: noFile, wrong: () => undefined };
}

function textControl(
  { value = '', example = '', long, json }: FieldDescription,
  id: string,
  say: Say,
  isJson: boolean,
): Typed {
  const isList = !isJson && !long;
  const text = isList ? listOf(value).join('\n') : value;
  const lines = Math.min(Math.max(text.split('\n').length, json || long ? 4 : 2), 16);
  const input = element('textarea', {
    ...{ id, rows: lines, spellcheck: 'false', autocomplete: 'off', dir: 'ltr' },
    placeholder: isList ? say('lines') : example,
  });
  input.value = text;
  const wrong = (): string | undefined => (isJson ? jsonFault(input.value, say) : undefined);
  return { input, text: () => input.value.trim() && input.value, file: noFile, wrong };
}

/** @returns where a text stops to be JSON */
function jsonFault(text: string, say: Say): string | undefined {
  try {
    readJson([text]);
    return undefined;
  } catch (error) {
    const before = text.slice(0, (error as JsonError).offset).split('\n');
    return say('json', `${before.length}:${before.at(-1)!.length + 1}`);
  }
}

const types: Record<string, string> = { email: 'email', date: 'date', password: 'password' };

function lineControl(described: FieldDescription, id: string, say: Say): Typed {
  const { kind, value = '', example, format = '', secret, maxLength } = described;
  const isNumber = kind === 'integer' || kind === 'number';
  const input = element('input', {
    ...{ id, placeholder: example, maxlength: maxLength, spellcheck: 'false', dir: 'auto' },
    // No `number`: browsers round what is typed there, and say nothing of what is none.
    type: secret ? 'password' : (types[format] ?? 'text'),
    inputmode: isNumber ? (kind === 'integer' ? 'numeric' : 'decimal') : undefined,
    autocomplete: secret || format === 'password' ? 'new-password' : 'off',
  });
  input.value = value;
  const text = (): string => input.value;
  return { input, text, file: noFile, wrong: () => textFault(described, input.value, say) };
}

function textFault(described: FieldDescription, text: string, say: Say): string | undefined {
  const { kind, minimum, maximum, pattern } = described;
  if (kind === 'integer' || kind === 'number') {
    if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return say('number');
    if (kind === 'integer' && !Number.isInteger(Number(text))) return say('integer');
    if (minimum !== undefined && Number(text) < minimum) return say('least', minimum);
    if (maximum !== undefined && Number(text) > maximum) return say('most', maximum);
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
