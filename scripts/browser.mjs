// Finds a Chromium for the browser tests, or brings one in.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

const found = () => places.find((place) => place && existsSync(place))

const run = (command, args) => spawnSync(command, args, { stdio: 'inherit' }).status === 0

/** Debian, as root: the browser and a font with Chinese letters come from its own packages. */
function installFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log('Installing Chromium and a Chinese font from the Debian packages …')
  process.env.DEBIAN_FRONTEND = 'noninteractive'
  const packages = ['chromium', 'fonts-noto-cjk', 'fontconfig']
  run('apt-get', ['update', '-qq']) &&
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
}

async function installFromPlaywright() {
  console.log('Downloading Chromium …')
  run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'])
  const { chromium } = await import('playwright-core')
  const file = chromium.executablePath()
  return existsSync(file) ? file : undefined
}

/** The path of a browser. Ends the program with one sentence where there is none to be had. */
export async function ensureBrowser() {
  if (!found()) installFromDebian()
  const browser = found() ?? (await installFromPlaywright())
  if (browser) return browser
  console.error('The browser tests need Chromium: install it, or name its path in CHROMIUM.')
  process.exit(1)
}
