/** Where things are: the scripts run from any folder. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The checkout, without a slash at its end. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** An absolute path inside the checkout. */
export const inProject = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export const VERSION = JSON.parse(readFileSync(inProject('package.json'), 'utf8')).version;
