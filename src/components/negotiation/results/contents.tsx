import { useTranslations } from 'next-intl';

/** The parts of the results, in the order of the page. */
const PARTS = [
  'verdicts',
  'why',
  'gains',
  'pairs',
  'pareto',
  'threats',
  'acute',
  'ratification',
  'aids',
  'bargaining',
  'stability',
  'leverage',
  'power',
] as const;

export function Contents() {
  const t = useTranslations('results');
  const p = useTranslations('pictures');
  return (
    <nav aria-label={t('contents')} className="mt-6 border-t border-line pt-3">
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-note">
        {PARTS.map((part) => (
          <li key={part}>
            <a href={`#${part}`}>
              {part === 'gains' || part === 'bargaining' ? p(`${part}.title`) : t(`${part}.title`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
