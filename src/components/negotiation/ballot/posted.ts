import type { End } from './score-text';

/** The names of the ballot's fields. A space is in no id. */
export function scoreField(profile: string, end: End): string {
  return `score ${profile} ${end}`;
}

export function withoutField(profile: string, guarantee: string, end: End): string {
  return `without ${profile} ${guarantee} ${end}`;
}

export function criterionField(profile: string, criterion: string, end: End): string {
  return `criterion ${profile} ${criterion} ${end}`;
}

export function weightField(criterion: string): string {
  return `weight ${criterion}`;
}
