'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { Mode } from '@/negotiation/views';
import { Fault } from '../session/fault';
import { useChange } from '../session/use-change';
import { frameAlone } from '../set-up/frame-alone';
import { ModeFields } from '../set-up/mode-fields';
import { useClient } from '../use-client';
import { type Source, startFrom } from './source';
import { SourceFields } from './source-fields';

interface Wanted {
  readonly title: string;
  readonly mode: Mode;
  readonly public: boolean;
  readonly copyOf: string | null;
  readonly file: NegotiationFile | null;
}

/** A new negotiation: what it starts from, its title, mode and readership. Its creator is its facilitator. */
export function NewForm({
  negotiations,
}: {
  readonly negotiations: readonly { readonly id: string; readonly title: string }[];
}) {
  const t = useTranslations('new');
  const client = useClient();
  const router = useRouter();
  const id = useId();
  const [source, setSource] = useState<Source>({
    kind: 'blank',
    template: 'two-blocs',
    text: '',
    copyOf: negotiations[0]?.id ?? '',
  });
  const [title, setTitle] = useState('');
  const [mode, setMode] = useState<Mode>('sealed');
  const [isPublic, setPublic] = useState(false);
  const start = startFrom(source);
  const creating = useChange('new', async ({ copyOf, file, ...wanted }: Wanted, idempotencyKey) => {
    const begin =
      copyOf === null ? file : frameAlone(await client.negotiation.export.query({ negotiation: copyOf }));
    const { negotiation } = await client.negotiation.create.mutate({
      ...wanted,
      title: wanted.title || (begin?.title ?? ''),
      succeeds: null,
      ...(begin !== null && { file: begin }),
      idempotencyKey,
    });
    router.push(`/n/${negotiation}/set-up`);
  });
  const given = title.trim();
  const suggested = start.kind === 'file' ? start.file.title : '';
  const ready = start.kind === 'blank' ? given !== '' : start.kind === 'file' || start.kind === 'copy';
  return (
    <form
      className="space-y-10"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        void creating.run({
          title: given,
          mode,
          public: isPublic,
          copyOf: start.kind === 'copy' ? start.of : null,
          file: start.kind === 'file' ? start.file : null,
        });
      }}
    >
      <Section id="source" title={t('source.title')}>
        <SourceFields source={source} onChange={setSource} start={start} negotiations={negotiations} />
      </Section>
      <Section id="title" title={t('title.title')}>
        <label htmlFor={id} className="mb-1 block text-note font-medium">
          {t('title.label')}
        </label>
        <input
          id={id}
          className="field max-w-2xl placeholder:text-muted"
          autoComplete="off"
          value={title}
          placeholder={suggested}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => setTitle(target.value)}
        />
        <p id={`${id}-hint`} className="mt-1 min-h-5 text-note text-muted">
          {start.kind === 'blank' ? t('title.hint') : t('title.left')}
        </p>
      </Section>
      <Section id="mode" title={t('mode.title')}>
        <ModeFields
          mode={mode}
          isPublic={isPublic}
          frame={start.kind === 'file' ? start.file : null}
          onChange={(nextMode, nextPublic) => {
            setMode(nextMode);
            setPublic(nextPublic);
          }}
        />
      </Section>
      <div>
        <Button type="submit" look="primary" disabled={!ready || creating.pending}>
          {creating.pending ? t('creating') : t('create')}
        </Button>
        <p className="mt-2 text-note text-muted">{t('draft')}</p>
        <Fault sentence={creating.fault} />
      </div>
    </form>
  );
}
