/** Ends this session, without leaving the page. What does it comes with the press: few who read a page sign out of it. */
export async function signOut(): Promise<void> {
  const library = await import('next-auth/react');
  await library.signOut({ redirect: false });
}
