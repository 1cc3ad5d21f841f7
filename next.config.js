import createNextIntlPlugin from 'next-intl/plugin';

/** @type {import('next').NextConfig} */
const config = {
  // The server in front (src/server/main.ts) compresses nothing itself and sets the security headers.
  poweredByHeader: false,
  reactStrictMode: true,
  // Titles come with their page. Streamed behind it, a page that is read anew had none for a moment (WCAG 2.4.2).
  htmlLimitedBots: /.*/,
  // `npm run check` judges the types, of the tests too; a build that anyone waits for does not do it again.
  typescript: { ignoreBuildErrors: true },
  // Node resolves these: native code, or one instance shared with the server in front.
  serverExternalPackages: [
    '@node-rs/argon2',
    '@prisma/adapter-pg',
    '@prisma/client',
    'pg',
    'pg-boss',
    'pino',
    'rate-limiter-flexible',
  ],
};

export default createNextIntlPlugin({
  requestConfig: './src/i18n/request.ts',
  // Messages are read at build time: the browser is spared what reads them, a tenth of what the pages bring themselves.
  experimental: { messages: { path: './messages', locales: 'infer', format: 'json', precompile: true } },
})(config);
