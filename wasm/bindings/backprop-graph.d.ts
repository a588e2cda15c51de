// Types of the small module: those of the large one, of which it has a part.
import type { MainModule } from '../wasm/backprop.js';

export type GraphModule = Pick<MainModule, 'Graph' | 'parse' | 'evaluate'>;

export default function createModule(options?: { locateFile?: (file: string) => string }): Promise<GraphModule>;
