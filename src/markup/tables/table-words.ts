/** What authors call the columns of a parameter table, in the languages that references are in. */
import names from './column-names.json' with { type: 'json' };

/** What a column holds; `other` is any that is not known (`In`, `Restrictions`, `Example`). */
export type ColumnRole = keyof typeof names | 'other';

/** Words before the noun: “Optional query parameters”. */
const before = [
  'available|optional|required|mandatory|supported|additional|custom|common|environment',
  'query|path|url|uri|body|form|json|post|get|request|response|http|input|output',
  'object|data|api|filter|event|webhook|configuration|sub',
].join('|');
const nouns = [
  'parameters?|params?|parms?|args?|arguments?|fields?|feilds?|attributes?|attrs?',
  'propert(?:y|ies)|props?|keys?|variables?|vars?|options?|headers?|members?|filters?',
  'elements?|columns?|settings?|names?|flags?',
].join('|');
const descriptions = [
  'descriptions?|decriptions?|desc|details?|notes?|comments?|remarks?|explanations?',
  'meanings?|definitions?|purpose|usage|info|information|summary',
].join('|');

/** English headers by rule, since they are compounded: “Field name”, “Data type”. */
const english = Object.entries({
  name: `(?:(?:${before})[ -]*)*(?:string )?(?:${nouns})(?: ?(?:names?|keys?|fields?))?`,
  type: '(?:(?:data|value|field|parameter|json|property|attribute)[ -]?)?(?:types?|format|schema|class)',
  required: '(?:is )?(?:required|require|mandatory|req|reqd|necessary|needed)',
  optional: '(?:is )?(?:optional|opt|nullable)',
  default: 'defaults?(?: values?)?',
  description: `(?:(?:short|field|parameter) )?(?:${descriptions})`,
}).map(([role, pattern]) => [role as ColumnRole, new RegExp(`^${pattern}$`)] as const);

/** Headers in other languages, in lower case. */
const roles = new Map(
  Object.entries(names).flatMap(([role, words]) =>
    words.map((word): [string, ColumnRole] => [word, role as ColumnRole]),
  ),
);

/** The role of a column by its header's text; what is in brackets or punctuation does not count. */
export function columnRole(header: string): ColumnRole {
  const text = header
    .toLowerCase()
    .replace(/\s*[([（【].*$/u, '')
    .replace(/[*?:：？_`]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return roles.get(text) ?? english.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}

const anyOf = (...words: string[]): RegExp => new RegExp(`^(?:${words.join('|')})$`, 'iu');
const yes = anyOf(
  'yes|y|true|t|x|1|✓|✔\uFE0F?|✅|☑\uFE0F?|●|○|◯',
  'ja|j|sí|si|oui|sim|да|是|有|はい|예|네|بله|بلی|نعم|כן|evet|tak',
);
const no = anyOf(
  '|no|n|false|f|0|-|–|—|✗|✘|❌|✕|×|n/a',
  'nein|non|não|nao|nei|нет|否|无|無|いいえ|아니오|아니요|خیر|نه|لا|לא|hayır|nie',
);

/** What a cell of a column such as “required” answers; undefined where it uses other words. */
export const answer = (text: string): boolean | undefined =>
  yes.test(text) ? true : no.test(text) ? false : undefined;
