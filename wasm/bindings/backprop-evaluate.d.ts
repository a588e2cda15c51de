// Types of the smallest module: those of the large one, of which it has one function.
import type { MainModule } from '../wasm/backprop.js';

export type EvaluateModule = Pick<MainModule, 'evaluate'>;

export default function createModule(options?: { locateFile?: (file: string) => string }): Promise<EvaluateModule>;
