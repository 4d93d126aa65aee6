/** Assistants that a page may be opened in, by the name that `ask` has for them. */
export const ASSISTANTS = {
  claude: { name: 'Claude', url: 'https://claude.ai/new?q=' },
  chatgpt: { name: 'ChatGPT', url: 'https://chatgpt.com/?q=' },
  perplexity: { name: 'Perplexity', url: 'https://www.perplexity.ai/search?q=' },
  mistral: { name: 'Mistral', url: 'https://chat.mistral.ai/chat?q=' },
  grok: { name: 'Grok', url: 'https://grok.com/?q=' },
} as const;

export type Assistant = keyof typeof ASSISTANTS;

export const isAssistant = (name: string): name is Assistant => Object.hasOwn(ASSISTANTS, name);
