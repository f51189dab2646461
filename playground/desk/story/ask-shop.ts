/** Asks the shop's own API as somebody of the demo shop, for what no screen of the mini-program does. Throws where refused. */
export async function askShop<T>(user: string, method: string, path: string, body?: object): Promise<T> {
  const { code } = await answerOf<{ code: string }>('POST', '/simulator/client/login', { user })
  const { token } = await answerOf<{ token: string }>('POST', '/api/sessions', { code })
  return answerOf<T>(method, `/api${path}`, body, token)
}

async function answerOf<T>(method: string, url: string, body?: object, token?: string): Promise<T> {
  const answer = await fetch(url, {
    method,
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  const told = await answer.json()
  if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status}: ${JSON.stringify(told)}`)
  return told as T
}
