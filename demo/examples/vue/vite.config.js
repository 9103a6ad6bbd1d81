import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

// Without this line Vue looks for a component of the name, and warns that there is none.
const isCustomElement = (tag) => tag === 'report-timeline';

export default defineConfig({ plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] });
