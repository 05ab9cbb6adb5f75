// Draws the demo shop's pictures (demo/pictures) and the app's small icons (src/assets) from the
// SVG
// drawings beside them. Run it by hand after changing a drawing:
//   node scripts/draw-pictures.mjs [part of a name …]
// The results are committed, so building or running the shop needs no browser.
import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const pictures = join(root, 'demo/pictures')
const source = join(pictures, 'source')
const quality = 82

/** Reads each drawing as a symbol; its inner ids get its name, as many drawings share one page. */
async function readDrawings() {
  const files = (await readdir(join(source, 'art'))).filter((file) => file.endsWith('.svg'))
  const drawings = await Promise.all(
    files.map(async (file) => {
      const name = basename(file, '.svg')
      const text = await readFile(join(source, 'art', file), 'utf8')
      const [, left, top, width, height] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(text)
      const inner = text
        .replace(/^<svg[^>]*>|<\/svg>\s*$/g, '')
        .replace(/ id="(\w+)"/g, ` id="${name}-$1"`)
        .replace(/(url\(|href=")#(\w+)/g, `$1#${name}-$2`)
      return [name, { inner, left: +left, top: +top, width: +width, height: +height }]
    }),
  )
  return new Map(drawings)
}

function drawLayer([name, x, y, width, turn = 0], { drawings, withoutShadow }) {
  if (name === 'shadow') {
    const [long, flat] = [width / 2, width / 15]
    return `<ellipse cx="${x}" cy="${y}" rx="${long}" ry="${flat}" fill="#4a2410" opacity=".26" filter="url(#soft)"/>`
  }
  const drawing = drawings.get(name)
  if (!drawing) throw new Error(`There is no drawing ${name}.svg`)
  const scale = width / drawing.width
  const [centreX, centreY] = [drawing.left + drawing.width / 2, drawing.top + drawing.height / 2]
  const place = `translate(${x} ${y})rotate(${turn})scale(${scale})translate(${-centreX} ${-centreY})`
  const drawn = `<g transform="${place}">${drawing.inner}</g>`
  return withoutShadow.has(name) ? drawn : `<g class="lit">${drawn}</g>`
}

/** A picture as one SVG: the category's tint, a light from above, a table, and the layers. */
function drawPicture({ size: [width, height], tint, layers }, context) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<style>.lit{filter:drop-shadow(0 7px 9px rgba(70,30,10,.26))}</style>
<defs>
<filter id="soft" x="-30%" y="-150%" width="160%" height="400%"><feGaussianBlur stdDeviation="16"/></filter>
<radialGradient id="light" cx=".5" cy=".4" r=".62"><stop offset="0" stop-color="#fff" stop-opacity=".85"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>
<linearGradient id="table" x2="0" y2="1"><stop offset=".7" stop-color="#7a4a20" stop-opacity="0"/><stop offset="1" stop-color="#7a4a20" stop-opacity=".07"/></linearGradient>
</defs>
${['', 'url(#light)', 'url(#table)'].map((fill) => `<rect width="100%" height="100%" fill="${fill || tint}"/>`).join('')}
${layers.map((layer) => drawLayer(layer, context)).join('\n')}
</svg>`
}

/** Photographs an SVG at its own size, as WebP, or as PNG with a clear ground. */
async function photograph(browser, svg, { format, size: [width, height] }) {
  const page = await browser.newPage({ viewport: { width, height } })
  await page.setContent(`<style>*{margin:0}svg{display:block}</style>${svg}`)
  const devtools = await page.context().newCDPSession(page)
  if (format === 'png') {
    await devtools.send('Emulation.setDefaultBackgroundColorOverride', {
      color: { r: 0, g: 0, b: 0, a: 0 },
    })
  }
  const shot = await devtools.send('Page.captureScreenshot', {
    format,
    ...(format === 'webp' ? { quality } : { optimizeForSpeed: false }),
  })
  await page.close()
  return Buffer.from(shot.data, 'base64')
}

/** Every picture of the demo shop, the products on the tint of their category. */
async function listPictures() {
  const plan = JSON.parse(await readFile(join(source, 'pictures.json'), 'utf8'))
  const shop = JSON.parse(await readFile(join(root, 'demo/fruit-shop.json'), 'utf8'))
  const context = { drawings: await readDrawings(), withoutShadow: new Set(plan.withoutShadow) }
  const products = shop.products.map(({ id, categoryId }) => {
    const layers = plan.products[id]
    if (!layers) throw new Error(`pictures.json has no picture of ${id}`)
    return [`products/${id}`, { size: [800, 800], tint: plan.tints[categoryId], layers }]
  })
  return [...products, ...Object.entries(plan.others)].map(([name, picture]) => ({
    file: join(pictures, `${name}.webp`),
    svg: drawPicture(picture, context),
    size: picture.size,
    format: 'webp',
  }))
}

/** The app's icons: each SVG says its own size. */
async function listIcons() {
  const files = await readdir(join(source, 'icons'), { recursive: true })
  return Promise.all(
    files
      .filter((file) => file.endsWith('.svg'))
      .map(async (file) => {
        const svg = await readFile(join(source, 'icons', file), 'utf8')
        const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)
        const target = join(root, 'src/assets', file.replace(/svg$/, 'png'))
        return { file: target, svg, size: [+width, +height], format: 'png' }
      }),
  )
}

const wanted = process.argv.slice(2)
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
if (!existsSync(executablePath)) throw new Error(`Set CHROMIUM: no browser at ${executablePath}`)
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
for (const { file, svg, ...how } of [...(await listPictures()), ...(await listIcons())]) {
  if (wanted.length > 0 && !wanted.some((part) => file.includes(part))) continue
  const bytes = await photograph(browser, svg, how)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, bytes)
  console.log(`${(bytes.length / 1024).toFixed(1).padStart(6)} KB  ${file.slice(root.length + 1)}`)
}
await browser.close()
