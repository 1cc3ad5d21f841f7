/** Which composer writes which kind of message. */
import type { Composer } from './letter';
import type { MessageKind } from './message';

export const COMPOSERS: Partial<Readonly<Record<MessageKind, Composer>>> = {};
