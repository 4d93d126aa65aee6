/** An operation as a section. */
import { paragraphs } from '../../shared/hast/inline-runs.ts';
import type { Element, ElementContent } from 'hast';
import type { Operation } from '../model.ts';
import type { RenderContext } from './context.ts';
import { exampleTexts } from '../example/example-text.ts';
import { code, contentOf, docsBlocks, fence, h, joined, label, metaText, tabs } from './hast.ts';
import { parameterTables } from './parameters.ts';
import { cellProse, splitProse } from './prose.ts';
import { mediaLabel, mediaName } from './media-name.ts';
import {
  grouped,
  mediaWords,
  responseBlocks,
  responseFences,
  responseRoots,
  schemaRoots,
} from './responses.ts';
import { RowPlanner, type SchemaPlan } from './row-plan.ts';
import { RowNames } from './rows.ts';
import { schemaBlock } from './schema-block.ts';
import { securityLine, serverBlocks } from './security.ts';

const MAX_ROWS = 60;
const DEPTH = 1;

/** @param level of its heading */
export function operationBlocks(
  operation: Operation,
  context: RenderContext,
  level: number,
): ElementContent[] {
  const { line } = operation.place();
  return [
    h(`h${level}`, { id: operation.id, dataLine: line }, operation.title),
    ...operationParts(operation, context, level, line),
  ];
}

function operationParts(
  operation: Operation,
  context: RenderContext,
  level: number,
  line: number,
): ElementContent[] {
  const names = new RowNames();
  const bodies = grouped(operation.body?.media ?? []);
  const requestRoots = schemaRoots(bodies, { direction: isSent(operation) ? 'request' : 'both' });
  const planner = new RowPlanner(
    context,
    (context.rows ?? MAX_ROWS) - operation.parameters.length,
    context.depth ?? DEPTH,
  );
  const plans = planner.plan([...requestRoots, ...responseRoots(operation.responses)]);
  const requestPlans = plans.splice(0, requestRoots.length);
  const security = securityLine(operation, context);
  const described = splitProse(operation.description, context, level, line);
  return [
    ...endpoint(operation, line, context),
    ...badges(operation),
    ...described.before,
    ...(context.notes?.(operation) ?? []),
    ...docsBlocks(operation.externalDocs),
    ...(security ? [security] : []),
    ...(operation.ownServers ? serverBlocks(operation.servers, context) : []),
    ...parameterTables(operation.parameters, context, names),
    ...bodyBlocks(operation, requestPlans, names, context),
    ...requestFences(operation, context, line),
    ...responseBlocks(operation, plans, names, context),
    ...responseFences(operation, context, line),
    ...operation.callbacks.flatMap((callback) => callbackBlocks(callback, names, context, line)),
    ...described.after,
  ];
}

/** A webhook's body is sent to the reader: nothing of it is theirs to leave out. */
const isSent = ({ kind }: Operation): boolean => kind === 'operation';

function endpoint(operation: Operation, line: number, { tryIt }: RenderContext): Element[] {
  const { kind, method, path, deprecated, name } = operation;
  const sent = tryIt?.(operation);
  // Browsers send no body with these.
  if (sent && /^(GET|HEAD)$/.test(method)) delete sent.bodies;
  if (kind === 'webhook') {
    // Not the line of an endpoint: there is no path that a reader could call.
    return [
      h(
        'p',
        {},
        'Webhook ',
        code(name ?? ''),
        ', sent as ',
        code(method),
        deprecated && ' (deprecated)',
      ),
    ];
  }
  return [
    h(
      'p',
      {
        dataEndpoint: '',
        dataLine: line,
        ...(deprecated && { dataDeprecated: '' }),
        ...(sent && { dataTry: JSON.stringify(sent) }),
      },
      code(`${method} ${path}`),
    ),
  ];
}

const badges = ({ badges: all }: Operation): Element[] =>
  all.length > 0
    ? [
        h(
          'p',
          {},
          ...joined(
            all.map((badge) => [h('span', { className: ['badge'] }, badge)]),
            ' ',
          ),
        ),
      ]
    : [];

function bodyBlocks(
  { body, kind }: Operation,
  plans: SchemaPlan[],
  names: RowNames,
  context: RenderContext,
): ElementContent[] {
  if (!body) return [];
  const rest = [...plans];
  const groups = grouped(body.media);
  const { labels } = context;
  const title = kind === 'operation' ? labels.body : labels.payload;
  const blocks: ElementContent[] = [label(title)];
  const about = cellProse(body.description, context);
  const isNeeded = body.required && kind === 'operation' ? 'Required. ' : '';
  if (groups.length === 0) return [...blocks, ...paragraphs(contentOf(isNeeded, ...about))];
  if (about.length > 0) blocks.push(...paragraphs(about));
  const parts = groups.map((group, index) => {
    const { schema, itemSchema, encoding } = group.media;
    const plan = (schema ?? itemSchema) ? rest.shift() : undefined;
    const isNew =
      schema?.name === undefined && schema?.description && schema.description !== body.description;
    return {
      label: mediaLabel(group),
      content: [
        h('p', {}, index === 0 && isNeeded, ...mediaWords(group, context)),
        ...(isNew ? paragraphs(cellProse(schema.description, context)) : []),
        ...(plan
          ? schemaBlock(plan, { place: index === 0 ? 'body' : `body-${index + 1}`, names }, context)
          : []),
        ...encodingBlocks(encoding),
      ],
    };
  });
  return [...blocks, ...(parts.length > 1 ? [tabs(parts)] : parts[0]!.content)];
}

function encodingBlocks(
  encoding: { property: string; contentType: string; style?: string; explode?: boolean }[],
): Element[] {
  const told = encoding.filter(
    ({ contentType, style, explode }) => contentType || style || explode !== undefined,
  );
  if (told.length === 0) return [];
  return [
    h(
      'ul',
      {},
      ...told.map(({ property, contentType, style, explode }) =>
        h(
          'li',
          {},
          code(property),
          ' is sent as ',
          code(contentType || style || 'form'),
          explode === true ? ', each value on its own' : explode === false ? ', values in one' : '',
        ),
      ),
    ),
  ];
}

/** Samples in the languages of the tabs; then bodies, each of whose named examples is one. */
function requestFences(operation: Operation, context: RenderContext, line: number): Element[] {
  const samples = context.samples?.(operation) ?? [];
  const fences = samples.map(({ language, title, code: text, holes, isMade }) => {
    const made = fence(language, text, title && `title="${metaText(title)}"`, line);
    if (isMade) made.properties.dataMade = '';
    if (holes) made.properties.dataHoles = JSON.stringify(holes);
    return made;
  });
  const bodies = operation.body?.media ?? [];
  const texts = bodies.flatMap((media) =>
    exampleTexts(media, operation.kind === 'operation' ? 'request' : 'both').map((example) => ({
      ...example,
      type: media.type,
    })),
  );
  // One example is in the samples already; a webhook has no sample but its payload.
  const shown = samples.length > 0 && texts.length < 2 ? [] : texts;
  const isHook = operation.kind !== 'operation';
  const bodyFences = shown.map(({ title, language, text, type }) => {
    const format = mediaName(type);
    const isTold = bodies.length > 1 && (format !== 'JSON' || !title);
    const words = [title, isTold && format].filter(Boolean).join(' · ');
    const name = metaText(words || (isHook ? context.labels.payload : context.labels.body));
    return { label: name, content: [fence(language, text, `title="${name}"`, line)] };
  });
  return [
    ...fences,
    ...(bodyFences.length > 1
      ? [tabs(bodyFences, true)]
      : bodyFences.flatMap(({ content }) => content)),
  ];
}

function callbackBlocks(
  callback: Operation,
  names: RowNames,
  context: RenderContext,
  line: number,
): ElementContent[] {
  const bodies = grouped(callback.body?.media ?? []);
  const roots = schemaRoots(bodies, { direction: 'both' });
  const planner = new RowPlanner(context, MAX_ROWS / 2, DEPTH);
  const plans = planner.plan([...roots, ...responseRoots(callback.responses)]);
  const own = plans.splice(0, roots.length);
  const text = callback.description || callback.summary;
  return [
    label(`${context.labels.callback} `, code(callback.name ?? '')),
    h(
      'p',
      {},
      'The API calls ',
      code(`${callback.method} ${callback.path}`),
      callback.deprecated && ' (deprecated)',
    ),
    ...paragraphs(cellProse(text, context)),
    ...parameterTables(callback.parameters, context, names),
    ...bodyBlocks(callback, own, names, context),
    ...requestFences(callback, { ...context, samples: () => [] }, line),
    ...responseBlocks(callback, plans, names, context),
  ];
}
