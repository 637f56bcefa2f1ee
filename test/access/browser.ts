/** A page to go to, with the form that is sent there. */
interface Step {
  readonly address: string;
  readonly form?: URLSearchParams;
}

/**
 * Does what a browser does at the identity provider: keeps cookies, follows redirects, and fills in the forms, until it is
 * led home.
 */
export async function logInAt(address: string, person: string, home: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let step: Step = { address };
  while (!step.address.startsWith(home)) {
    const { form } = step;
    const response: Response = await fetch(step.address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form !== undefined && { method: 'POST', body: form }),
    });
    keepCookies(cookies, response);
    const location = response.headers.get('location');
    step =
      location === null
        ? filledIn(await response.text(), person)
        : { address: new URL(location, step.address).href };
  }
  return new URL(step.address);
}

function keepCookies(cookies: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    cookies.set(name, value);
  }
}

/** The form of the page, sent as the person: first who they are, then that they agree. */
function filledIn(page: string, person: string): Step {
  const address = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
  const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1];
  if (address === undefined || prompt === undefined) throw new Error(`no form to fill in: ${page}`);
  return { address, form: new URLSearchParams({ prompt, login: person, password: 'any' }) };
}
