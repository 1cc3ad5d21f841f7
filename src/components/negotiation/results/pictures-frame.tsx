'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { FileDimension, StakeholderKind } from '@/negotiation/file/model';
import { frameIn, type SentFrame } from './sent-frame';

export interface PicturedStakeholder {
  readonly id: string;
  readonly name: string;
  readonly kind: StakeholderKind;
  /** By dimension. */
  readonly weights: readonly number[];
}

/** What the pictures of a page have in common: sent to the browser once. */
export interface PicturesFrameValue {
  readonly stakeholders: readonly PicturedStakeholder[];
  readonly dimensions: readonly FileDimension[];
}

const Frame = createContext<PicturesFrameValue>({ stakeholders: [], dimensions: [] });

export function PicturesFrame({
  value,
  children,
}: {
  readonly value: SentFrame;
  readonly children: ReactNode;
}) {
  const { text } = value;
  const frame = useMemo(() => frameIn({ text }), [text]);
  return <Frame value={frame}>{children}</Frame>;
}

export function usePicturesFrame(): PicturesFrameValue {
  return useContext(Frame);
}
