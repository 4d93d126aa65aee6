/** A schema below its label: its attributes in tables, its alternatives after them, or a link. */
import type { ElementContent } from 'hast';
import type { RenderContext } from './context.ts';
import { enumList } from './enum-values.ts';
import { facts } from './facts.ts';
import { type Content, contentOf, h } from './hast.ts';
import { cellProse } from './prose.ts';
import type { ChoicePlan, SchemaPlan } from './row-plan.ts';
import { alternativeWords, asBlocks, linesOf, type RowNames, table } from './rows.ts';
import { isSaid } from './type-words.ts';

export interface BlockPlace {
  /** Tells rows of one name apart: `body`, `200`. */
  place: string;
  names: RowNames;
}

/** @returns nothing where its section tells it all, or the type does */
export function schemaBlock(
  plan: SchemaPlan,
  at: BlockPlace,
  context: RenderContext,
): ElementContent[] {
  if (plan.isLinked) return [];
  const blocks: ElementContent[] = [];
  const lines = linesOf(plan.rows, context);
  if (lines.length > 0)
    blocks.push(table(lines, { header: 'Attribute', place: at.place, names: at.names }));
  else blocks.push(...plainBlock(plan, context));
  for (const choice of plan.choices) blocks.push(...choiceBlock(choice, plan, at, context));
  return blocks;
}

/** What has no attributes may have values and bounds. */
function plainBlock({ holder }: SchemaPlan, context: RenderContext): ElementContent[] {
  const lines: Content[][] = [enumList(holder, context), facts(holder)].filter(
    (line) => line.length > 0,
  );
  return lines.flatMap((line) => asBlocks(contentOf(...line)));
}

/**
 * A list that says which alternatives there are; those without a section of their own are told
 * below it.
 */
function choiceBlock(
  { choice, plans }: ChoicePlan,
  { holder, rows }: SchemaPlan,
  at: BlockPlace,
  context: RenderContext,
): ElementContent[] {
  const { kind, alternatives } = choice;
  if (
    rows.length === 0 &&
    isSaid(alternatives.map(({ schema }) => schema)) &&
    alternatives.every(({ values }) => values.length === 0)
  )
    return linkedAlternatives(choice, holder.discriminator?.property, context);
  const told = plans.map((plan) =>
    plan && !plan.isLinked && (plan.rows.length > 0 || plan.choices.length > 0) ? plan : undefined,
  );
  const property = holder.discriminator?.property;
  const words =
    kind === 'oneOf'
      ? rows.length > 0
        ? 'And one of'
        : 'One of'
      : rows.length > 0
        ? 'And any of'
        : 'Any of';
  const blocks: ElementContent[] = [h('p', {}, words)];
  const listed = alternatives.map((one, index) =>
    h('li', {}, ...alternativeWords(one, property, context), told[index] ? ' (below)' : ''),
  );
  blocks.push(h('ul', {}, ...listed));
  for (const [index, plan] of told.entries()) {
    if (!plan) continue;
    const { label, schema } = alternatives[index]!;
    blocks.push(h('p', {}, h('em', {}, label ?? `Alternative ${index + 1}`)));
    blocks.push(
      ...asBlocks(
        label === undefined || schema.description ? cellProse(schema.description, context) : [],
      ),
    );
    blocks.push(...schemaBlock(plan, { ...at, place: `${at.place}-${index + 1}` }, context));
  }
  return blocks;
}

/** The type says what they are; where it is only said inside a list, a link is still needed. */
const linkedAlternatives = (
  choice: ChoicePlan['choice'],
  property: string | undefined,
  context: RenderContext,
): ElementContent[] =>
  choice.alternatives.some(({ schema }) => schema.name !== undefined)
    ? [
        h(
          'ul',
          {},
          ...choice.alternatives.map((one) =>
            h('li', {}, ...alternativeWords(one, property, context)),
          ),
        ),
      ]
    : [];
