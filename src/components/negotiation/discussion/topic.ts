import type { Topic } from '@/negotiation/comment-view';
import { threatTitle } from '@/negotiation/explain/threat-sentence';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from '../labels';

/** The `about` of an address: nothing for the negotiation itself, else `profile/…`, `threat/…` or `briefing/…`. */
export function topicOf(about: string | readonly string[] | undefined): Topic {
  const [, kind, id = ''] = /^(\w+)\/(.+)$/.exec(typeof about === 'string' ? about : '') ?? [];
  if (kind === 'profile' || kind === 'threat' || kind === 'briefing') return { kind, id };
  return { kind: 'negotiation' };
}

export function aboutOf(topic: Topic): string {
  return topic.kind === 'negotiation' ? '' : `${topic.kind}/${topic.id}`;
}

/** Where the thread on a topic is. */
export function threadHref(negotiation: string, topic: Topic): string {
  const about = aboutOf(topic);
  const page = `/n/${negotiation}/discussion`;
  return about === '' ? page : `${page}?about=${encodeURIComponent(about)}`;
}

/** What it is about, by its title; `null` for the negotiation itself. */
export function topicTitle(topic: Topic, frame: NegotiationFile): string | null {
  switch (topic.kind) {
    case 'negotiation':
      return null;
    case 'profile':
      return profileTitle(topic.id, frame);
    case 'threat':
      return threatTitle(frame, topic.id);
    case 'briefing':
      return frame.briefings?.find(({ id }) => id === topic.id)?.title ?? topic.id;
  }
}
