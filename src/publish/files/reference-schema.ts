/**
 * The shape of `reference.json`, an interface for tools: new fields may come in any release;
 * `version` rises when one goes or changes its meaning. Published beside it as a JSON Schema,
 * `reference-schema.json`, which a test holds to this.
 */
import { z } from 'astro/zod';

const url = z
  .string()
  .describe('With base, and with origin where the build was given one (`--site`)');

const parameter = z
  .strictObject({
    name: z.string(),
    in: z.enum(['header']).optional().describe('Where it travels, if the text says so'),
    url: url.optional().describe('Its row'),
  })
  .describe('What a request takes');

/** What the contents list, with all below it. */
const section = z.strictObject({
  id: z.string().describe('Unique in the document; the hash of `url`'),
  level: z.int().min(1).max(6),
  title: z.string(),
  url,
  markdown: url.describe('A file of Markdown that holds the section (its hash: where in the file)'),
  method: z
    .string()
    .optional()
    .describe('Upper case, with `path`: the section describes one operation'),
  path: z.string().optional(),
  operation: z.string().optional().describe('The operationId, of an operation of a description'),
  webhook: z.string().optional().describe('Name of a webhook of a description'),
  schema: z.string().optional().describe('Name of a schema of a description'),
  deprecated: z.literal(true).optional(),
  beta: z.literal(true).optional(),
  parameters: z.array(parameter).optional().describe('Of an operation'),
  statuses: z.array(z.string()).optional().describe('Of the answers of an operation that are told'),
  languages: z.array(z.string()).optional().describe('Tab languages with a sample in the section'),
  source: z
    .strictObject({ file: z.string(), line: z.int() })
    .describe('Where it is written: path below the content folder, line from 1'),
  get sections() {
    return z.array(section).optional();
  },
});

const page = z.strictObject({
  kind: z
    .enum(['document', 'section', 'all'])
    .describe('The page of a document; a part, or the whole, of one that is cut into pages'),
  title: z.string(),
  url,
  markdown: url.describe('The page as Markdown'),
});

const document = z.strictObject({
  title: z.string(),
  url,
  markdown: url.describe('The page as Markdown'),
  llms: url.describe('Its index for agents'),
  openapi: url.optional().describe('The description that it came from'),
  description: z.string().optional(),
  lang: z.string().describe('BCP 47'),
  reference: z
    .string()
    .optional()
    .describe('Documents of one reference are versions of it, or translations'),
  version: z.string().optional(),
  languages: z
    .array(z.strictObject({ name: z.string(), label: z.string() }))
    .describe('Language tabs, in the order shown'),
  pages: z.array(page).describe('The page of the document first'),
  sections: z.array(section),
});

export const referenceSchema = z
  .strictObject({
    generator: z.literal('phyllite'),
    $schema: z.string().optional().describe('URL of this schema'),
    version: z.literal(1),
    base: z.string().describe('Path below which the site lies: `/` or `/docs/`'),
    title: z.string(),
    description: z.string().optional(),
    documents: z.array(document).describe('Those that are listed, in the order of the navigation'),
  })
  .describe('The contents of a site made by Phyllite');

export type ReferenceJson = z.infer<typeof referenceSchema>;
export type ReferenceOfDocument = ReferenceJson['documents'][number];
export type ReferenceOfSection = ReferenceOfDocument['sections'][number];
