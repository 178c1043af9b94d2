// Puts the pages of the site together: docs/, the package pages, samples and the API. Links between files become links between pages, diagrams become pictures.
// Usage: node stage.mjs REPOSITORY API-PAGES PICTURES OUTPUT
import fs from 'node:fs'
import path from 'node:path'
import { Diagrams } from './diagrams.mjs'

const [root, api, pictures, output] = process.argv.slice(2).map(folder => path.resolve(folder))
const units = ['Eid', 'Payments', 'Authorities', 'SecureMail', 'Sandbox', 'Tool', 'Templates'].filter(unit => fs.existsSync(path.join(root, 'src', unit, 'README.md')))

// Where each file of the repository stands in the site.
const pages = new Map()
for (const file of markdownBelow(path.join(root, 'docs')))
  pages.set(file, path.relative(path.join(root, 'docs'), file).replace(/README\.md$/, 'index.md'))
for (const unit of units) {
  pages.set(path.join(root, 'src', unit, 'README.md'), `packages/${unit.toLowerCase()}.md`)
  pages.set(path.join(root, 'src', unit, 'CHANGELOG.md'), `packages/${unit.toLowerCase()}-changes.md`)
}
for (const sample of fs.readdirSync(path.join(root, 'samples')).filter(name => fs.existsSync(path.join(root, 'samples', name, 'README.md'))))
  pages.set(path.join(root, 'samples', sample, 'README.md'), `samples/${sample.toLowerCase()}.md`)
for (const file of ['CONTRIBUTING.md', 'SECURITY.md'])
  pages.set(path.join(root, file), `project/${file.toLowerCase()}`)
pages.set(path.join(root, 'benchmarks', 'README.md'), 'project/benchmarks.md')

const diagrams = await Diagrams.open(path.join(output, 'public', 'diagrams'))
for (const [file, page] of pages)
  write(page, await diagrams.replace(linked(fs.readFileSync(file, 'utf8'), file, page)))
await diagrams.close()
for (const file of markdownBelow(api))
  write(path.join('reference', path.relative(api, file)), fs.readFileSync(file, 'utf8'))
showPictures()
fs.cpSync(path.join(root, 'docs', '.vitepress'), path.join(output, '.vitepress'), { recursive: true })
console.log(`${pages.size} pages, ${diagrams.count} diagrams`)

function markdownBelow(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory())
      return entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : markdownBelow(file)
    return entry.name.endsWith('.md') ? [file] : []
  })
}

// A link to a page of the site leads there; what the site does not have is named, not linked. Code is left alone.
function linked(text, file, page) {
  let inCode = false
  return text.split('\n').map(line => {
    if (line.trimStart().startsWith('```'))
      inCode = !inCode
    return inCode ? line : line.replace(/(`[^`]*`)|\[((?:[^\]`]|`[^`]*`)*)\]\(([^)\s]+)\)/g, (whole, code, label, target) => code ?? link(whole, label, target, file, page))
  }).join('\n')
}

function link(whole, label, target, file, page) {
  if (/^([a-z]+:|#|\/)/.test(target))
    return whole
  const [address, fragment] = target.split('#')
  const goal = path.resolve(path.dirname(file), address)
  const found = pages.get(goal) ?? pages.get(path.join(goal, 'README.md'))
  return found ? `[${label}](${path.posix.relative(path.posix.dirname(page), found)}${fragment ? '#' + fragment : ''})` : label
}

function write(page, text) {
  const file = path.join(output, page)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, text)
}

// The journeys' tests take them; without a run of these there are none.
function showPictures() {
  const names = fs.existsSync(pictures) ? fs.readdirSync(pictures).filter(name => name.endsWith('.png')).sort() : []
  for (const name of names)
    fs.cpSync(path.join(pictures, name), path.join(output, 'public', 'pictures', name))
  const body = names.length === 0
    ? 'The tests of the journeys (`./test.sh Journeys`) take them; this site was built without a run of these.'
    : names.map(name => `## ${title(name)}\n\n<img src="/pictures/${name}" alt="Page of DogLicence: ${title(name)}" loading="lazy">`).join('\n\n')
  write('samples/pictures.md', `# Pictures of DogLicence\n\nTaken by the tests of the journeys.\n\n${body}\n`)
}

function title(name) {
  return name.replace(/\.png$/, '').replace(/[-_]+/g, ' ')
}
