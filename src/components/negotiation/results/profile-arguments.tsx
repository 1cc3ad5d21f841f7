import type { ComponentProps } from 'react';
import { packed } from '@/components/ui/packed';
import type { ProfileResult } from '@/core/model';
import { bestFirst } from '@/negotiation/explain/best-first';
import { profileTitle } from '../labels';
import { type Argued, ArgumentLinks } from './argument-links';
import { argumentOf } from './asked';
import { AT_ONCE } from './folded-by-link';
import { ProfileWhy } from './profile-why';

/** Of many profiles so many have their support in the page, the best of them; the others are a line each. */
const FIRST = 12;

/** Every profile but the default with what is to be said of it; many stand best first. */
export function ProfileArguments(props: Omit<ComponentProps<typeof ProfileWhy>, 'profile'>) {
  const { result, frame, asked, root } = props;
  const isLong = frame.profiles.length > AT_ONCE;
  const listed = (isLong ? bestFirst(result.profiles) : result.profiles).filter(
    ({ verdict }) => verdict !== 'default',
  );
  const [first, others] = isLong ? [listed.slice(0, FIRST), listed.slice(FIRST)] : [listed, []];
  const open = others.findIndex(({ id }) => asked.open === argumentOf(id));
  const whole = (profiles: readonly ProfileResult[]) =>
    profiles.map((profile) => <ProfileWhy key={profile.id} {...props} profile={profile} />);
  const lines = (profiles: readonly ProfileResult[]) =>
    profiles.length === 0 ? null : (
      <ArgumentLinks
        profiles={packed(
          profiles.map(({ id, verdict }): Argued => ({ id, verdict, title: profileTitle(id, frame) })),
        )}
        asked={asked}
        path={`${root}/results`}
      />
    );
  return (
    <div className="space-y-8">
      {whole(first)}
      {lines(others.slice(0, Math.max(0, open)))}
      {open < 0 ? lines(others) : whole(others.slice(open, open + 1))}
      {open < 0 ? null : lines(others.slice(open + 1))}
    </div>
  );
}
