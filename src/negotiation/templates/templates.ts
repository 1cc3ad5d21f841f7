import type { NegotiationFile } from '../file/model';
import { validateNegotiation } from '../file/read';
import consortium from './consortium.json';
import labsAndGovernments from './labs-and-governments.json';
import twoBlocs from './two-blocs.json';

/** The negotiations to start from: whole files whose names, numbers and profiles are there to be replaced. */
export const TEMPLATE_IDS = ['two-blocs', 'labs-and-governments', 'consortium'] as const;
export type TemplateId = (typeof TEMPLATE_IDS)[number];

const DOCUMENTS: { readonly [T in TemplateId]: unknown } = {
  'two-blocs': twoBlocs,
  'labs-and-governments': labsAndGovernments,
  consortium,
};

export function templateFile(id: TemplateId): NegotiationFile {
  const read = validateNegotiation(DOCUMENTS[id]);
  if (!read.ok) throw new Error(`template ${id}: ${read.faults[0]?.path} ${read.faults[0]?.message}`);
  return read.file;
}
