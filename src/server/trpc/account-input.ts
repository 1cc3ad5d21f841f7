/** What people type about their accounts, parsed. */
import { z } from 'zod';
import { isStorable } from '@/negotiation/events/scalars';

/** 12 characters or more, as a reader counts them, and no other rule; no longer than what is hashed at sign-in. */
export const newPassword = z
  .string()
  .max(1024)
  .refine((text) => [...text].length >= 12, 'needs 12 characters or more');

export const anyPassword = z.string().min(1).max(1024);

export const address = z.string().trim().toLowerCase().max(320).pipe(z.email());

export const personName = z.string().trim().min(1).max(200).refine(isStorable, 'is no text of Unicode');

/** The secret of a link. */
export const linkToken = z.string().min(1).max(100);

/** IANA name that this runtime knows. */
export const timeZone = z
  .string()
  .max(100)
  .refine((name) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
    } catch {
      return false;
    }
  }, 'is no time zone');
