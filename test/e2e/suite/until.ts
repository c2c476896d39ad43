const STEP = 50;

/** Asks until the answer is there; what has to travel to the server and back comes when it comes. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | PromiseLike<T | undefined | false>,
  limit = 10_000,
): Promise<T> {
  for (const end = Date.now() + limit; Date.now() < end; ) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await new Promise(resolve => setTimeout(resolve, STEP));
  }
  throw new Error(`not within ${limit} ms: ${what}`);
}
