const began = performance.now();

/** One line of progress, with the seconds since the script began. */
export function say(text) {
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6);
  console.log(`${seconds} s  ${text}`);
}
