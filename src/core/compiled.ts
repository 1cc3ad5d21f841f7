const modules = new Map<string, WebAssembly.Module | null>();

/**
 * A kernel from its text, once; `null` where the engine knows no WebAssembly SIMD, or where a page's content security
 * policy forbids WebAssembly.
 */
export function compiled(base64: string): WebAssembly.Module | null {
  const known = modules.get(base64);
  if (known !== undefined) return known;
  const module = compile(base64);
  modules.set(base64, module);
  return module;
}

function compile(base64: string): WebAssembly.Module | null {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  try {
    return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null;
  } catch (error) {
    if (!(error instanceof WebAssembly.CompileError)) throw error;
    return null;
  }
}

/** The functions of a kernel that works in this memory. One that lacks any of them is a bug. */
export function functionsOf<Name extends string>(
  kernel: WebAssembly.Module,
  memory: WebAssembly.Memory,
  ...names: readonly Name[]
): (name: Name) => (...numbers: number[]) => unknown {
  const { exports } = new WebAssembly.Instance(kernel, { env: { memory } });
  const found = new Map(names.map((name) => [name, exports[name]]));
  return (name) => {
    const each = found.get(name);
    if (!isFunction(each)) throw new Error(`the kernel lacks ${name}`);
    return each;
  };
}

const isFunction = (value: unknown): value is (...numbers: number[]) => unknown =>
  typeof value === 'function';
