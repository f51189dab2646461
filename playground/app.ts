import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance } from 'fastify'
import { bundle } from './host/bundle'
import { readCast } from './host/cast'
import { serveClock } from './host/clock'
import { passOn } from './host/proxy'
import { FILES_URL, WeappFiles } from './host/weapp-files'
import { knownWxNames } from './host/wx-names'

export interface PlaygroundOptions {
  /** The built mini-program, `dist/weapp`. */
  readonly weappDir: string
  /** Where the shop's API listens. */
  readonly apiUrl: string
  /** Where WeChat's simulator listens. */
  readonly simulatorUrl: string
  /** The API's address as built into the mini-program; requests to it go to `apiUrl`. */
  readonly builtInApi: string
  /** The demo shop's data, whose people and groups the desk shows; null shows newcomers only. */
  readonly demoData?: string | null
}

/** A group chat and a phone in the browser. Serves loopback only; `listen` is left to the caller. */
export async function buildPlayground(options: PlaygroundOptions): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: 16 * 1024 * 1024, forceCloseConnections: true })
  const weapp = new WeappFiles(resolve(options.weappDir))
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.addHook('onSend', async (request, reply) => {
    if (!request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })

  const page = (file: string) => readFileSync(join(__dirname, file), 'utf8')
  app.get('/', (_request, reply) => reply.type('text/html').send(page('desk/desk.html')))
  app.get('/phone', (_request, reply) => reply.type('text/html').send(page('phone/phone.html')))
  app.get('/desk.css', (_request, reply) => reply.type('text/css').send(page('desk/desk.css')))
  app.get('/phone.css', (_request, reply) =>
    reply
      .type('text/css')
      .send(['phone', 'parts', 'layer'].map((name) => page(`phone/${name}.css`)).join('\n')),
  )

  const scripts = { phone: lazily(() => bundle('phone')), desk: lazily(() => bundle('desk')) }
  app.get('/phone.js', async (_request, reply) => reply.type('text/javascript').send(await scripts.phone()))
  app.get('/desk.js', async (_request, reply) => reply.type('text/javascript').send(await scripts.desk()))

  const templates = byVersion(weapp, () => `window.__templates = ${weapp.templates()}`)
  const names = lazily(knownWxNames)
  app.get('/weapp/app.json', (_request, reply) =>
    reply.send({
      app: weapp.app(),
      theme: weapp.theme(),
      wxNames: names(),
      builtInApi: options.builtInApi,
    }),
  )
  app.get('/weapp/templates.js', (_request, reply) => reply.type('text/javascript').send(templates()))
  app.get('/desk/cast.json', (_request, reply) => reply.send(readCast(options.demoData ?? null)))
  app.get<{ Querystring: { root?: string } }>('/weapp/package', (request, reply) =>
    reply.send(weapp.package(request.query.root ?? '')),
  )
  await app.register(fastifyStatic, { root: resolve(options.weappDir), prefix: FILES_URL })

  serveClock(app, options.apiUrl, options.simulatorUrl)
  passOn(app, '/api', options.apiUrl)
  passOn(app, '/simulator', options.simulatorUrl)
  return app
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Made anew after each build of the mini-program. */
function byVersion(weapp: WeappFiles, make: () => string): () => string {
  let made = { version: '', text: '' }
  return () => {
    const version = weapp.version()
    if (made.version !== version) made = { version, text: make() }
    return made.text
  }
}
