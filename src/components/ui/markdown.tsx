import { useTranslations } from 'next-intl';
import Reader, { type Components } from 'react-markdown';
import { OutsideLink } from './outside-link';

/**
 * Markdown that somebody else wrote. Raw HTML is left out, nothing is fetched (an image is a link to it), and links
 * lead only outside. Headings begin below the page's own.
 */
export function Markdown({ text }: { readonly text: string }) {
  return (
    <div className={LOOK}>
      <Reader skipHtml components={COMPONENTS}>
        {text}
      </Reader>
    </div>
  );
}

const LOOK =
  'prose-column font-serif text-prose [&>*+*]:mt-4 [&_li+li]:mt-1 [&_ul]:list-disc [&_ul]:pl-6 [&_ol]:list-decimal [&_ol]:pl-6 [&_blockquote]:border-l-2 [&_blockquote]:border-line [&_blockquote]:pl-4 [&_code]:text-base [&_pre]:whitespace-pre-wrap [&_hr]:border-line';

const COMPONENTS: Components = {
  h1: ({ children }) => <h2 className="text-lead">{children}</h2>,
  h2: ({ children }) => <h3 className="text-prose">{children}</h3>,
  h3: ({ children }) => <h4>{children}</h4>,
  h4: ({ children }) => <h5>{children}</h5>,
  h5: ({ children }) => <h6>{children}</h6>,
  h6: ({ children }) => <h6>{children}</h6>,
  a: ({ href, children }) => <OutsideLink href={href}>{children}</OutsideLink>,
  img: ({ src, alt }) => <Image src={typeof src === 'string' ? src : undefined} alt={alt ?? ''} />,
};

function Image({ src, alt }: { readonly src: string | undefined; readonly alt: string }) {
  const t = useTranslations('common');
  return <OutsideLink href={src}>{t('image', { alt: alt === '' ? '–' : alt })}</OutsideLink>;
}
