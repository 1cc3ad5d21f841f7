#!/usr/bin/env node
/** `npm run build`: what `npm start` would install, generate and build, without starting anything. */
import { build, generate } from './build.mjs';
import { script } from './ending.mjs';
import { install } from './install.mjs';
import { withSetupLock } from './setup-lock.mjs';

await script(() =>
  withSetupLock(async () => {
    await install();
    await generate();
    await build();
  }),
);
