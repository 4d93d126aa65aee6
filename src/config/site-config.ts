/** A config file as the rest of the house has it. */
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import type { PluggableList } from 'unified';
import { noCodeSettings, type CodeSettings } from '../markup/highlight/code-settings.ts';
import { noSettings, type SiteSettings } from '../source/site-settings.ts';

export interface SiteConfig extends SiteSettings {
  /** As they are written, relative to the file's folder. */
  content?: string;
  out?: string;
  site?: string;
  base?: string;
  strict?: boolean;
  code: CodeSettings;
  remarkPlugins: PluggableList;
  rehypePlugins: PluggableList;
  integrations: AstroIntegration[];
  vite: NonNullable<AstroInlineConfig['vite']>;
}

export const noConfig: SiteConfig = {
  ...noSettings,
  code: noCodeSettings,
  remarkPlugins: [],
  rehypePlugins: [],
  integrations: [],
  vite: {},
};
