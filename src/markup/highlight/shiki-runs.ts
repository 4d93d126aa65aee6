/** Runs of colour by Shiki's grammars, each loaded when its language is first met. */
import type { LanguageRegistration } from 'shiki';
import { EncodedTokenMetadata, INITIAL } from 'shiki/textmate';
import { kindOfColour } from './code-theme.ts';
import { finishRuns } from './finish-runs.ts';
import { loadGrammar, type Grammar } from './load-grammar.ts';
import { addRun, type Runs } from './runs.ts';

/** Longer lines (minified code, base64) are plain: patterns may take quadratic time. */
const MAX_LINE = 4000;

type State = typeof INITIAL;

/** A grammar's state at the start of a line, and the lines read in it. */
interface LineState {
  state: State;
  lines: Map<string, Line>;
}

interface Line {
  /** Counted from the start of the line. */
  runs: Runs;
  next: LineState;
}

/**
 * Samples repeat their lines (two of three in WooCommerce's reference), and a line's tokens depend
 * only on the line and the state before it: each is read once.
 */
interface Reader extends Grammar {
  start: LineState;
  /** Every state met, by depth: equal ones are one object. */
  states: Map<number, LineState[]>;
  lines: number;
}

/** By name; of an owner's grammar, by the grammar. */
const readers = new Map<string | LanguageRegistration, Reader>();

/** Lines kept before a reader starts anew, so that a long `dev` session does not grow. */
const MAX_LINES_KEPT = 50_000;

function reader(language: string | LanguageRegistration): Reader {
  let found = readers.get(language);
  if (!found || found.lines > MAX_LINES_KEPT) {
    const { grammar, colours } = found ?? loadGrammar(language);
    readers.set(
      language,
      (found = {
        grammar,
        colours,
        start: { state: INITIAL, lines: new Map() },
        states: new Map(),
        lines: 0,
      }),
    );
  }
  return found;
}

/**
 * @param text the code, lines divided by `\n`
 * @param language a grammar's name as Shiki has it (`grammars.ts`), or a grammar of the owner's
 */
export function shikiRuns(text: string, language: string | LanguageRegistration): Runs {
  const known = reader(language);
  const name = typeof language === 'string' ? language : language.name;
  const runs: Runs = [];
  let current = known.start;
  let offset = 0;
  for (const line of text.split('\n')) {
    if (line.length <= MAX_LINE) {
      let done = current.lines.get(line);
      if (!done) {
        const { tokens, ruleStack } = known.grammar.tokenizeLine2(line, current.state, 0);
        current.lines.set(
          line,
          (done = { runs: lineRuns(line, tokens, known.colours), next: stateOf(known, ruleStack) }),
        );
        known.lines++;
      }
      for (let i = 0; i < done.runs.length; i += 3)
        addRun(runs, text, offset + done.runs[i]!, offset + done.runs[i + 1]!, done.runs[i + 2]!);
      current = done.next;
    }
    offset += line.length + 1;
  }
  return finishRuns(runs, text, name);
}

/** Tokens are pairs: a start, and a word that holds the number of the colour. */
function lineRuns(line: string, tokens: Uint32Array, colours: readonly string[]): Runs {
  const runs: Runs = [];
  for (let i = 0; i < tokens.length; i += 2) {
    const kind = kindOfColour(colours[EncodedTokenMetadata.getForeground(tokens[i + 1]!)]);
    if (kind)
      addRun(runs, line, tokens[i]!, Math.min(tokens[i + 2] ?? line.length, line.length), kind);
  }
  return runs;
}

function stateOf(reader: Reader, state: State): LineState {
  const { depth } = state;
  let states = reader.states.get(depth);
  if (!states) reader.states.set(depth, (states = []));
  let known = states.find((other) => same(other.state, state));
  if (!known) states.push((known = { state, lines: new Map() }));
  return known;
}

/**
 * What `equals` ignores: whether the rule began at its line's end, which decides where `\G`
 * matches.
 */
interface Frame {
  beginRuleCapturedEOL?: boolean;
  parent?: Frame | null;
}

function same(a: State, b: State): boolean {
  if (!a.equals(b)) return false;
  let x: Frame | null | undefined = a as Frame,
    y: Frame | null | undefined = b as Frame;
  for (; x && y && x !== y; x = x.parent, y = y.parent)
    if (x.beginRuleCapturedEOL !== y.beginRuleCapturedEOL) return false;
  return true;
}
