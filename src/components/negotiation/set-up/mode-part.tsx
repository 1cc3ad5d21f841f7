'use client';

import type { ReactNode } from 'react';
import type { NegotiationView } from '@/negotiation/views';
import { ModeFields } from './mode-fields';
import { Part } from './part';
import { useEdits } from './use-edits';

/** Mode and readership: fixed once round 1 has opened. */
export function ModePart({
  view,
  locked,
}: {
  readonly view: NegotiationView;
  readonly locked: ReactNode | null;
}) {
  const edits = useEdits(view.id, 'mode');
  return (
    <Part part="mode" edits={edits} locked={locked}>
      <ModeFields
        mode={view.mode}
        isPublic={view.public}
        frame={view.frame}
        onChange={(mode, isPublic) => edits.run([{ kind: 'mode', mode, public: isPublic }])}
      />
    </Part>
  );
}
