/** The text of a file of `test/fixtures`. JSON is imported instead: the server of the tests makes modules of it. */
export async function fixture(name: string): Promise<string> {
  const response = await fetch(new URL(`../../fixtures/${name}`, import.meta.url));
  if (!response.ok) throw new Error(`there is no fixture ${name}`);
  return response.text();
}
