import { expect, it } from 'vitest';
import { SettingsError } from '../env';
import { openPost } from './post';

it('sends nothing without a server, and asks for a sender with one', () => {
  expect(openPost({})).toBeNull();
  for (const PARLEY_MAIL_FROM of [undefined, 'Parley', 'parley@']) {
    expect(() => openPost({ PARLEY_SMTP: 'smtp://mail.test.example', PARLEY_MAIL_FROM })).toThrow(
      SettingsError,
    );
  }
});
