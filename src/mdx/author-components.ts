/** The author components and their attributes, as those in `components/author/` declare them. */

interface AuthorComponent {
  needed: string[];
  others: string[];
}

export const authorComponents: Readonly<Record<string, AuthorComponent>> = {
  Accordion: { needed: ['title'], others: ['open', 'defaultOpen', 'id'] },
  AccordionGroup: { needed: [], others: [] },
  Aside: { needed: [], others: ['type', 'title', 'class', 'id'] },
  Attribute: {
    needed: ['name'],
    others: ['type', 'required', 'default', 'deprecated', 'enum', 'readOnly', 'writeOnly'],
  },
  Attributes: { needed: [], others: [] },
  Badge: { needed: [], others: ['type', 'color'] },
  Card: { needed: ['title'], others: ['href', 'img'] },
  CardGroup: { needed: [], others: ['cols'] },
  Center: { needed: [], others: [] },
  Code: {
    needed: ['code'],
    others: ['lang', 'meta', 'title', 'status', 'wrap', 'collapse', 'center'],
  },
  Columns: { needed: [], others: ['cols'] },
  Endpoint: { needed: ['method', 'path'], others: ['deprecated', 'beta', 'id'] },
  Frame: { needed: [], others: ['caption'] },
  Operation: { needed: ['id'], others: ['of', 'level'] },
  Schema: { needed: ['name'], others: ['of', 'level'] },
  Step: { needed: [], others: ['title'] },
  Steps: { needed: [], others: [] },
  Tab: { needed: ['label'], others: [] },
  Tabs: { needed: [], others: ['syncKey'] },
  Tag: { needed: ['name'], others: ['of'] },
  Tooltip: { needed: ['tip'], others: [] },
};
