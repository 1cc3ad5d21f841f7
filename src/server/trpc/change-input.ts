import { z } from 'zod';
import { id, isStorable } from '@/negotiation/events/scalars';

/** Under one key a request is done once, however often it is sent. */
export const idempotencyKey = z.string().min(1).max(200).refine(isStorable, 'is no text');

/** What every change of a negotiation names beside its command. */
export const CHANGE_INPUT = { negotiation: id, idempotencyKey };
