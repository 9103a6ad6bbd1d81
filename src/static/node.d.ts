/** Of Node only what is used here, so that nothing else is known of it, and its types need not be installed. */
declare module 'node:crypto' {
  export function createHash(algorithm: 'sha384'): {
    update(text: string): { digest(encoding: 'base64'): string };
  };
}

declare module 'node:fs' {
  export function readFileSync(file: string): Uint8Array;
  export function writeFileSync(file: string, text: string): void;
}

declare module 'node:process' {
  const process: {
    readonly argv: readonly string[];
    exitCode: number | undefined;
    readonly stdin: AsyncIterable<Uint8Array>;
    readonly stderr: { write(text: string): boolean };
    readonly stdout: {
      write(text: string): boolean;
      on(type: 'error', listener: (error: Error & { readonly code?: string }) => void): void;
    };
    exit(): never;
  };
  export default process;
}

declare module 'node:util' {
  export function parseArgs(config: {
    readonly args: readonly string[];
    readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
    readonly allowPositionals: true;
    readonly strict: true;
  }): {
    readonly values: Readonly<Record<string, string | boolean | undefined>>;
    readonly positionals: readonly string[];
  };
}

interface TextDecoder {
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}
// eslint-disable-next-line no-var -- a name of Node's, as its own types declare it
declare var TextDecoder: { new (label?: string): TextDecoder };

interface URL {
  readonly origin: string;
  readonly pathname: string;
}
// eslint-disable-next-line no-var -- the same
declare var URL: { new (address: string, base?: string): URL; canParse(address: string, base?: string): boolean };
