import { setFlagsFromString } from 'node:v8';

/**
 * Keeps WebAssembly of this process with V8's baseline compiler: optimising PostgreSQL's largest functions takes 600 MB at
 * its peak and 60 MB for good, for queries that are twice as fast where milliseconds do not matter. The filter names the only
 * function to optimise, and the one with index 0 is an import; V8 reads it whenever it is about to optimise one.
 */
export function keepWasmSmall(): void {
  setFlagsFromString('--wasm-tier-up-filter=0');
}
