// Draws Mermaid diagrams when the site is built, so that readers need no script for them.
import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const require = createRequire(path.join(process.cwd(), 'package.json'))
const { renderMermaid } = await import(pathToFileURL(require.resolve('@mermaid-js/mermaid-cli')))
const { default: puppeteer } = await import(pathToFileURL(require.resolve('puppeteer')))

export class Diagrams {
  static async open(folder) {
    const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
    return new Diagrams(folder, browser)
  }

  constructor(folder, browser) {
    this.folder = folder
    this.browser = browser
    this.count = 0
  }

  async replace(text) {
    const parts = text.split(/^```mermaid\n([\s\S]*?)^```$/m)
    for (let index = 1; index < parts.length; index += 2)
      parts[index] = await this.draw(parts[index])
    return parts.join('')
  }

  // Every diagram says in words what it shows (accTitle): whoever does not see it has that.
  async draw(source) {
    const described = /^\s*accTitle:\s*(.+)$/m.exec(source)?.[1]
    if (!described)
      throw new Error(`A diagram has no accTitle:\n${source}`)
    const name = crypto.createHash('sha256').update(source).digest('hex').slice(0, 16) + '.svg'
    fs.mkdirSync(this.folder, { recursive: true })
    const { data } = await renderMermaid(this.browser, source, 'svg', { backgroundColor: 'white' })
    fs.writeFileSync(path.join(this.folder, name), data)
    this.count++
    return `<a href="/diagrams/${name}" target="_blank" title="In its full size"><img src="/diagrams/${name}" alt="${described.replaceAll('"', '&quot;')}"></a>`
  }

  close() {
    return this.browser.close()
  }
}
