import type { ReactNode } from 'react';

/** A narrow rail beside the page; below 60 rem its navigation becomes a bar at the bottom. */
export function Shell({
  rail,
  nav,
  foot = null,
  children,
}: {
  readonly rail: ReactNode;
  readonly nav: ReactNode;
  /** Below the navigation; in a narrow window below the rail. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className="lg:grid lg:grid-cols-[13.5rem_minmax(0,1fr)] print:block">
      <div className="border-b border-line lg:sticky lg:top-0 lg:flex lg:h-dvh lg:flex-col lg:overflow-y-auto lg:border-r lg:border-b-0 print:hidden">
        <header className="px-4 pt-3 pb-2 lg:px-5 lg:pt-8 lg:pb-3">{rail}</header>
        {nav}
        {foot}
      </div>
      {children}
    </div>
  );
}
