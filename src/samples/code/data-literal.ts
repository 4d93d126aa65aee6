/** JSON as the data of a language: an object, a dict, a hash, an array. */
import {
  type Code,
  code,
  emptyCode,
  holeOver,
  joinCode,
  quotedCode,
  templateCode,
} from './code.ts';
import { isJson, type JsonNode, readJson } from './json-node.ts';
import type { Data } from '../../shared/sample/escape.ts';
import { shownText, type Template } from '../request/template.ts';
import { type Literal, literalRules } from './string-literal.ts';

interface DataSyntax {
  literal: Literal;
  quote: string;
  object: [open: string, close: string];
  /** Between a key and its value. */
  arrow: string;
  /** An object without members. */
  empty: string;
  /** Spaces inside the braces of an object on one line. */
  pad: string;
  true: string;
  false: string;
  null: string;
  tab: number;
  /** Keys that need no quotes. */
  bare?: RegExp;
}

const words = { true: 'true', false: 'false', null: 'null' };

const syntaxes = {
  js: {
    ...words,
    literal: 'js',
    quote: "'",
    object: ['{', '}'],
    arrow: ': ',
    empty: '{}',
    pad: ' ',
    tab: 2,
    bare: /^[A-Za-z_$][\w$]*$/,
  },
  python: {
    true: 'True',
    false: 'False',
    null: 'None',
    literal: 'python',
    quote: "'",
    object: ['{', '}'],
    arrow: ': ',
    empty: '{}',
    pad: '',
    tab: 4,
  },
  ruby: {
    ...words,
    null: 'nil',
    literal: 'ruby',
    quote: '"',
    object: ['{', '}'],
    arrow: ' => ',
    empty: '{}',
    pad: ' ',
    tab: 2,
  },
  php: {
    ...words,
    literal: 'php',
    quote: "'",
    object: ['[', ']'],
    arrow: ' => ',
    empty: 'new stdClass()',
    pad: '',
    tab: 4,
  },
} satisfies Record<string, DataSyntax>;

/** A language whose own data can stand for JSON. */
export type DataLanguage = keyof typeof syntaxes;

/** The same, for a value that a reader types: by the names that holes have for them. */
export const dataSyntaxes: Readonly<Record<string, Data>> = Object.fromEntries(
  Object.entries(syntaxes as Record<string, DataSyntax>).map(([language, syntax]) => {
    const { literal, quote, object, arrow, empty, tab, bare } = syntax;
    const words = { '{': object[0], '}': object[1], '{}': empty, ':': arrow };
    const data: Data = {
      ...{ rules: literalRules[literal], quote, tab },
      words: { ...words, true: syntax.true, false: syntax.false, null: syntax.null },
      ...(bare && { bare: true }),
    };
    return [`${language}-data`, data];
  }),
);

const MAX_WIDTH = 72;

/**
 * @param indent spaces before the line on which the value begins
 * @param isLine whether nested lists stand on one line too, where it holds them
 * @returns the value in the language's own notation, short lists on one line
 */
export function dataLiteral(
  node: JsonNode,
  language: DataLanguage,
  indent = 0,
  isLine = false,
): Code {
  const syntax: DataSyntax = syntaxes[language];
  const quoted = (text: Template): Code =>
    language === 'js' || language === 'python'
      ? quotedCode(text, language)
      : code`${syntax.quote}${templateCode(text, 'text', syntax.literal)}${syntax.quote}`;

  const key = (text: Template): Code =>
    syntax.bare?.test(shownText(text)) ? templateCode(text, 'text', syntax.literal) : quoted(text);

  function list(open: string, close: string, items: Code[], flat: boolean, depth: number): Code {
    const pad = open === '{' ? syntax.pad : '';
    const line = code`${open}${pad}${joinCode(items, ', ')}${pad}${close}`;
    if ((flat || isLine) && depth + line.code.length <= MAX_WIDTH && !line.code.includes('\n'))
      return line;
    const inner = '\n' + ' '.repeat(depth + syntax.tab);
    const lines = joinCode(items.map((item) => code`${inner}${item},`));
    return code`${open}${lines}\n${' '.repeat(depth)}${close}`;
  }

  const simple = (value: JsonNode): boolean =>
    (value.kind !== 'object' || !value.members.length) &&
    (value.kind !== 'array' || !value.items.length);

  function write(value: JsonNode, depth: number): Code {
    const inner = depth + syntax.tab;
    switch (value.kind) {
      case 'object': {
        if (!value.members.length) return joinCode([syntax.empty]);
        const items = value.members.map(
          (member) => code`${key(member.key)}${syntax.arrow}${write(member.value, inner)}`,
        );
        const flat = value.members.every((member) => simple(member.value));
        return list(...(syntax.object as [string, string]), items, flat, depth);
      }
      case 'array':
        return list(
          '[',
          ']',
          value.items.map((item) => write(item, inner)),
          value.items.every(simple),
          depth,
        );
      case 'string':
        return quoted(value.text);
      case 'scalar':
        return joinCode([syntax[value.text as 'true'] ?? value.text]);
      case 'hole': {
        const { shown } = value.hole;
        const inside = isJson(shown)
          ? write(readJson([shown]), depth)
          : { ...emptyCode, code: shown };
        return holeOver(value.hole.hole, `json ${language}-data ${depth}`, inside);
      }
    }
  }

  return write(node, indent);
}
