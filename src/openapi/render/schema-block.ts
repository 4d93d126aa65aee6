/** A schema below its label: its attributes in tables, its alternatives after them, or a link. */
import { paragraphs } from '../../shared/hast/inline-runs.ts';
import type { ElementContent } from 'hast';
import type { RenderContext } from './context.ts';
import { enumList } from './enum-values.ts';
import { facts, undeclared } from './values/facts.ts';
import type { Alternative } from '../schema-model.ts';
import { type Content, contentOf, h, tabs } from './hast.ts';
import { cellProse } from './prose.ts';
import type { ChoicePlan, SchemaPlan } from './row-plan.ts';
import { alternativeWords, linesOf, type RowNames, table } from './rows.ts';
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
    blocks.push(table(lines, { header: 'Attribute', place: at.place, names: at.names, context }));
  else blocks.push(...plainBlock(plan, context));
  const needed = undeclared(plan.holder, context);
  if (lines.length > 0 && needed.length > 0) blocks.push(h('p', {}, ...needed));
  for (const choice of plan.choices) blocks.push(...choiceBlock(choice, plan, at, context));
  return blocks;
}

/** What has no attributes may have values and bounds. */
function plainBlock({ holder }: SchemaPlan, context: RenderContext): ElementContent[] {
  const lines: Content[][] = [enumList(holder, context), facts(holder)].filter(
    (line) => line.length > 0,
  );
  return lines.flatMap((line) => paragraphs(contentOf(...line)));
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
    alternatives.every(({ values }) => values.length === 0) &&
    plans.every((plan) => !plan || plan.isLinked)
  )
    return linkedAlternatives(choice, holder.discriminator?.property, context);
  const told = plans.map((plan) =>
    plan && !plan.isLinked && (plan.rows.length > 0 || plan.choices.length > 0) ? plan : undefined,
  );
  const property = holder.discriminator?.property;
  const { labels } = context;
  const isOne = kind === 'oneOf';
  const alone = isOne ? labels.one_of : labels.any_of;
  const words = rows.length === 0 ? alone : isOne ? labels.and_one_of : labels.and_any_of;
  if (told.every((plan) => !plan) || alternatives.length > MOST_TABS)
    return [h('p', {}, words), ...inTurn(choice, told, holder, at, context)];
  const parts = alternatives.map((one, index) => {
    const plan = told[index];
    return {
      label: labelOf(one, index),
      content: [
        h('p', {}, ...alternativeWords(unnamed(one), property, context)),
        ...(plan
          ? toldBlocks(one, plan, { ...at, place: `${at.place}-${index + 1}` }, context)
          : []),
      ],
    };
  });
  return [h('p', {}, words), tabs(parts)];
}

/** More are a list, with what is told below it. */
const MOST_TABS = 8;

/** The tab says what it is called. */
const unnamed = ({ label: _, ...one }: Alternative): Alternative => one;

const labelOf = ({ label, values, schema }: Alternative, index: number): string =>
  label ?? schema.name?.split('/').at(-1) ?? values[0] ?? `Alternative ${index + 1}`;

function toldBlocks(
  { label, schema }: Alternative,
  plan: SchemaPlan,
  at: BlockPlace,
  context: RenderContext,
): ElementContent[] {
  const isNew = label === undefined || schema.description !== '';
  return [
    ...paragraphs(isNew ? cellProse(schema.description, context) : []),
    ...schemaBlock(plan, at, context),
  ];
}

function inTurn(
  { alternatives }: ChoicePlan['choice'],
  told: (SchemaPlan | undefined)[],
  holder: SchemaPlan['holder'],
  at: BlockPlace,
  context: RenderContext,
): ElementContent[] {
  const property = holder.discriminator?.property;
  const listed = alternatives.map((one, index) =>
    h('li', {}, ...alternativeWords(one, property, context), told[index] ? ' (below)' : ''),
  );
  return [
    h('ul', {}, ...listed),
    ...told.flatMap((plan, index) => {
      const one = alternatives[index]!;
      return plan
        ? [
            h('p', {}, h('em', {}, labelOf(one, index))),
            ...toldBlocks(one, plan, { ...at, place: `${at.place}-${index + 1}` }, context),
          ]
        : [];
    }),
  ];
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
