/** Values that are not of the shape that OpenAPI has for them, and so are not read. */
import { isMap, type Node } from '../files/description-file.ts';
import { escapePointer } from '../files/pointer.ts';
import type { ReadContext } from './context.ts';
import { type Nearest, tellSpelling } from './extensions.ts';
import { closed, isAddress, type Shape, shapes } from './shapes.ts';

/** What a list or map of this shape holds. */
const innerOf = (shape: Shape): Shape => shape.slice(1, -1);

/** Below it nothing is looked at: `allOf` in so many levels is told of by itself. */
const MAX_DEPTH = 400;

const hints: Record<string, string> = {
  'a list': 'write a list, of one item too',
  'a map': 'write names, each with its value',
  text: 'write text',
};

/**
 * Tells of each, and of fields that are spelt nearly as one that is known: in the description and the
 * files that it refers to.
 */
export function checkShapes(context: ReadContext, nearest?: Nearest): void {
  new ShapeCheck(context, nearest).object(context.root, 'root');
}

class ShapeCheck {
  readonly #context: ReadContext;
  readonly #nearest: Nearest | undefined;
  readonly #seen = new Set<unknown>();
  /** Where the walk is: a file, a pointer in it, and the steps from there. */
  #from!: Node;
  #path: (string | number)[] = [];
  /** Steps in all files that led here. */
  #depth = 0;

  constructor(context: ReadContext, nearest?: Nearest) {
    this.#context = context;
    this.#nearest = nearest;
  }

  /** @param node where a walk begins */
  object(node: Node, shape: Shape): void {
    const [from, path] = [this.#from, this.#path];
    [this.#from, this.#path] = [node, []];
    this.#value(node.value, shape);
    [this.#from, this.#path] = [from, path];
  }

  #value(value: unknown, shape: Shape): void {
    if (shape === 'texts') shape = Array.isArray(value) ? '[text]' : 'text';
    // An empty value of YAML says nothing.
    if (value === null || value === undefined || shape === 'any') return;
    if (shape === 'text') {
      if (typeof value === 'object') this.#tell(value, 'text');
    } else if (shape.startsWith('[')) {
      if (!Array.isArray(value)) this.#tell(value, 'a list');
      else for (let at = 0; at < value.length; at++) this.#step(at, value[at], innerOf(shape));
    } else if (!isMap(value)) {
      if (shape !== 'schema' || typeof value !== 'boolean') this.#tell(value, 'a map');
    } else if (!this.#seen.has(value)) {
      this.#seen.add(value);
      if (typeof value['$ref'] === 'string') this.#follow(value, value['$ref'], shape);
      if (!shape.startsWith('{')) this.#fields(value, shape);
      else
        for (const key of Object.keys(value))
          if (!/^x-|^\$ref$/.test(key)) this.#step(key, value[key], innerOf(shape));
    }
  }

  #fields(value: Record<string, unknown>, shape: Shape): void {
    const fields = shapes[shape]!;
    for (const key of Object.keys(value)) {
      const known = Object.hasOwn(fields, key) ? fields[key]! : undefined;
      if (known) this.#step(key, value[key], known);
      else if (shape === 'callback' || (shape === 'webhook' && isAddress(key)))
        this.#step(key, value[key], 'path');
      else if (key.startsWith('x-')) continue;
      else if (shape === 'path' || shape === 'webhook') this.#tellMethod(key);
      else if (closed.has(shape)) this.#tellSpelling(key, Object.keys(fields));
    }
  }

  #step(key: string | number, value: unknown, shape: Shape): void {
    if (typeof value !== 'object' && (shape === 'text' || shape === 'any')) return;
    if (this.#depth > MAX_DEPTH) return;
    this.#depth++;
    this.#path.push(key);
    this.#value(value, shape);
    this.#path.pop();
    this.#depth--;
  }

  /** What the description refers to in itself is met anyhow. */
  #follow(value: unknown, reference: string, shape: Shape): void {
    const { root, references } = this.#context;
    if (reference.startsWith('#') && this.#from.file === root.file) return;
    const target = references.peekTarget(this.#here(value));
    if (target) this.object(target, shape);
  }

  #tell(value: unknown, wanted: string): void {
    const name = this.#path.findLast((step) => typeof step === 'string') ?? 'the description';
    const isItem = typeof this.#path.at(-1) === 'number';
    const found = Array.isArray(value) ? 'a list' : isMap(value) ? 'a map' : undefined;
    this.#context.findings.at(this.#here(value), {
      kind: 'openapi-shape',
      severity: 'warning',
      message:
        `${isItem ? 'an item of ' : ''}“${name}” must be ${wanted}, ` +
        `and is ${found ?? `“${String(value).slice(0, 40)}”`}: it is not read`,
      hint: hints[wanted]!,
    });
  }

  #tellSpelling(key: string, known: readonly string[]): void {
    const meant = this.#nearest?.(key, known);
    tellSpelling(this.#here(undefined, key), key, meant, this.#context.findings);
  }

  #tellMethod(key: string): void {
    const small = key.toLowerCase();
    this.#context.findings.at(this.#here(undefined, key), {
      kind: 'openapi-shape',
      severity: 'warning',
      message: `“${key}” is no method that a path may have: it is not read`,
      hint: Object.hasOwn(shapes['path']!, small)
        ? `write ${small}`
        : 'other methods stand under additionalOperations (OpenAPI 3.2) or x-additionalOperations',
    });
  }

  /** @param key of a field there; left out: the place itself */
  #here(value: unknown, key?: string): Node {
    const steps = key === undefined ? this.#path : [...this.#path, key];
    const pointer = steps.map((step) => `/${escapePointer(String(step))}`).join('');
    return { value, file: this.#from.file, pointer: this.#from.pointer + pointer };
  }
}
