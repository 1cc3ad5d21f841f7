/**
 * The content security policy. Scripts run by a nonce made for each answer: Next reads it from this header of the
 * *request* and puts it on its own scripts, which is why every page renders per request.
 */
export function contentSecurityPolicy(nonce: string, isDev: boolean): string {
  const directives = {
    'default-src': "'self'",
    // React's development build uses eval to rebuild stacks; the built pages do not.
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ''}`,
    // Charts and sliders place things by style attributes, which no nonce can cover.
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': isDev ? "'self' ws: wss:" : "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
