/**
 * Runs of colour in samples that were made of requests (`src/samples`), read directly in the three
 * languages that are usual. A description has hundreds of each, and to load and run grammars for
 * them took a tenth of its build. The result is the grammar's, to the run (a test compares them), but
 * that Python's strings stay whole: `{a:b}` in data is no format. A sample with anything in it that
 * others have not is left to the grammar.
 */
import { tokenKinds, type TokenKind } from './code-theme.ts';
import { finishRuns } from './finish-runs.ts';
import { addRun, type Runs } from './runs.ts';

/** What a token of each kind looks like. The first that fits counts. */
type Tokens = Partial<Record<TokenKind, RegExp[]>>;

/** Grammars read a line at a time, and none that is longer (`shiki-runs.ts`). */
const MAX_LINE = 4000;
const hasLongLine = (text: string): boolean =>
  text.length > MAX_LINE && text.split('\n').some((line) => line.length > MAX_LINE);

const readers: Record<string, Tokens> = {
  shellscript: {
    name: [/^curl(?= )/],
    string: [/'[^']*'(?:\\''[^']*')*/],
    value: [/--[a-z-]+/],
    plain: [/[A-Z]+/, / \\\n| |\n$/],
  },
  javascript: {
    string: [
      /'(?:[^'\\\n]|\\.)*'/,
      /"[^"\\\n]*"/,
      /(?<=[( ])`(?:[^`$\\]*`|(?:Basic |[^`$\\]*\?)?(?=\$\{))/,
      /(?<=\})`/,
    ],
    keyword: [/\b(?:const|await|if|throw|import|from(?= '))\b/],
    value: [/\d+(?:\.\d+)?/, /\b(?:true|false|null)\b/],
    name: [
      /(?<=\.)[a-zA-Z]+(?=\()/,
      /\b(?:fetch|Error|btoa|openAsBlob|URLSearchParams|FormData|Blob)(?=\()/,
    ],
    plain: [
      /\b(?:response|form|query|console|ok|status|headers|method|body|type)\b/,
      /\b(?:JSON|Buffer|new|openAsBlob)\b/,
      /[A-Za-z_$][\w$]*(?=: )/,
      /[ \n(){}[\],;:.!=$-]/,
    ],
  },
  python: {
    string: [/'''(?:[^'\\]|'(?!''))*'''/, /'(?!'')(?:[^'\\\n]|\\.)*'/, /''(?!')/, /"[^"\\\n]*"/],
    keyword: [/\b(?:import|with|as)\b/],
    value: [/\d+(?:\.\d+)?/, /\b(?:True|False|None)\b/],
    name: [/(?<=\.)[a-z_]+(?=\()/, /\b(?:print|open)(?=\()/],
    plain: [
      /\b(?:response|requests|json|file|text|headers)\b/,
      /[a-z_]+(?==)/,
      /[ \n(){}[\],:.=-]/,
    ],
  },
};

/** One expression for all tokens of each language, with a group a kind. */
const patterns = new Map(
  Object.entries(readers).map(([grammar, tokens]) => {
    const groups = Object.values(tokens).map(
      (all) => `(${all.map(({ source }) => source).join('|')})`,
    );
    const kinds = Object.keys(tokens).map((kind) => tokenKinds.indexOf(kind as TokenKind));
    return [grammar, { token: new RegExp(groups.join('|'), 'y'), kinds }];
  }),
);

/**
 * @param text a sample that was made of a request
 * @param grammar name of a grammar (`grammars.ts`)
 * @returns undefined where it is for the grammar to read
 */
export function sampleRuns(text: string, grammar: string): Runs | undefined {
  const reader = patterns.get(grammar);
  if (!reader || hasLongLine(text)) return undefined;
  const { token, kinds } = reader;
  const runs: Runs = [];
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (!found) return undefined;
    const kind = kinds.find((_, group) => found[group + 1] !== undefined);
    if (kind) addRun(runs, text, at, token.lastIndex, kind);
  }
  return finishRuns(runs, text, grammar);
}
