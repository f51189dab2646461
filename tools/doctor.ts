import { resolve } from 'node:path'
import { devToolsFindings } from './doctor/devtools'
import { check, reportOf, type Section } from './doctor/findings'
import { BY_HAND, payFindings, wechatFindings } from './doctor/real-shop'
import { findChromium } from './shots/browser'

/** What is there and what is missing for each way of trying the shop. Secrets are never repeated. */
export function examine(env: Readonly<Record<string, string | undefined>>, root: string): Section[] {
  return [
    {
      title: 'Playground (no WeChat)',
      findings: [
        check(
          findChromium() !== null,
          'a Chromium for end-to-end tests and the gallery',
          'install Chromium or Chrome, or name it in CHROMIUM_PATH; the playground itself needs any browser',
        ),
      ],
    },
    { title: 'WeChat DevTools', findings: devToolsFindings(root) },
    { title: 'Real WeChat', findings: wechatFindings(env, root) },
    { title: 'Real pay', findings: payFindings(env) },
  ]
}

/** `npm run doctor`: always ends with 0, for what is missing here may not be wanted here. */
if (require.main === module) {
  console.log(reportOf(examine(process.env, resolve(__dirname, '..'))))
  console.log(`\nTo be looked at by hand:\n${BY_HAND.map((line) => `  -     ${line}`).join('\n')}`)
}
