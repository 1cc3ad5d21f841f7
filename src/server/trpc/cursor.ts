import { z } from 'zod';
import { instant } from '@/negotiation/events/scalars';

/** Where a page of messages goes on: after the one of this moment and id. */
export const cursor = z.strictObject({ at: instant, id: z.string().max(100) });
