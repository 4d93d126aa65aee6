import { defineConfig } from 'phyllite';

// What holds for the whole site. Every key has a description where your editor shows it.
export default defineConfig({
  // site: 'https://docs.example.com',
  // theme: { accent: '#0b6e69' },
  // links: [{ label: 'Dashboard', href: 'https://example.com' }],
});
