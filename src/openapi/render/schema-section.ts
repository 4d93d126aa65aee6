/** A named schema as a section. */
import { paragraphs } from '../../shared/hast/inline-runs.ts';
import type { ElementContent } from 'hast';
import type { NamedSchema } from '../model.ts';
import type { RenderContext, SchemaSections } from './context.ts';
import { exampleTexts, MAX_MADE_UP } from '../example/example-text.ts';
import { type Content, contentOf, fence, h, joined, link } from './hast.ts';
import { splitProse } from './prose.ts';
import { RowPlanner } from './row-plan.ts';
import { describe, RowNames } from './rows.ts';
import { schemaBlock } from './schema-block.ts';
import { typeWords } from './type-words.ts';

export function schemaBlocks(
  schema: NamedSchema,
  context: RenderContext,
  level: number,
): ElementContent[] {
  const { line } = schema.place();
  const view = schema.view();
  const planner = new RowPlanner(context, Number.POSITIVE_INFINITY, 0);
  const [plan] = planner.plan([{ schema: view, direction: 'both', isOwn: true }]);
  // Here is no link to here.
  const apart = { ...context, schemas: without(context.schemas, schema) };
  const bases = view.bases
    .flatMap((key) => context.schemas.get(key) ?? [])
    .map((base): Content[] => [link(`#${base.id}`, base.name)]);
  const hasExample = view.examples.length > 0 || context.api.schemas.length <= MAX_MADE_UP;
  const [example] = hasExample
    ? exampleTexts({ type: 'application/json', schema: view, examples: [], encoding: [] }, 'both')
    : [];
  const isObject = plan !== undefined && (plan.rows.length > 0 || plan.choices.length > 0);
  const described = splitProse(view.description, context, level, line);
  return [
    h(`h${level}`, { id: schema.id, dataLine: line }, schema.name),
    ...(view.title && view.title !== schema.name ? [h('p', {}, h('em', {}, view.title))] : []),
    ...described.before,
    h(
      'p',
      {},
      'Type: ',
      ...typeWords(view, apart),
      ...(bases.length > 0 ? ['; extends ', ...joined(bases, ', ')] : []),
      view.deprecated && '; deprecated',
    ),
    // Its description stands above already.
    ...(isObject ? [] : paragraphs(contentOf(...describe(view, apart, { text: ' ' })))),
    ...(plan && isObject
      ? schemaBlock(plan, { place: 'attribute', names: new RowNames() }, context)
      : []),
    ...(example && isObject
      ? [fence(example.language, example.text, `title="${schema.name.replaceAll('"', '')}"`, line)]
      : []),
    ...described.after,
  ];
}

const without = (schemas: SchemaSections, { key }: NamedSchema): SchemaSections => ({
  get: (other) => (other === key ? undefined : schemas.get(other)),
  has: (other) => other !== key && schemas.has(other),
});
