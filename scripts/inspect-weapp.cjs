// node scripts/inspect-weapp.cjs [WEAPP]: what miniprogram-ci says of a built mini-program, as one
// line of JSON. A process of its own, since it leaves watchers behind.
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const ci = require('miniprogram-ci')

const weapp = process.argv[2] ?? 'dist/weapp'

/** A project with a key, as miniprogram-ci wants it. Nothing is uploaded: any text is a key. */
function projectIn(folder) {
  const config = JSON.parse(fs.readFileSync('project.config.json', 'utf8'))
  const here = { ...config, miniprogramRoot: 'weapp/', cloudfunctionRoot: undefined }
  const privateKeyPath = path.join(folder, 'any.key')
  fs.cpSync(weapp, path.join(folder, 'weapp'), { recursive: true })
  fs.writeFileSync(path.join(folder, 'project.config.json'), JSON.stringify(here))
  fs.writeFileSync(privateKeyPath, 'any key')
  const appid = 'wx0000000000000000'
  const project = { appid, type: 'miniProgram', projectPath: folder, privateKeyPath, ignores: [] }
  // WeChat's server tells what an account may do; without one, what every account may.
  return Object.assign(new ci.Project(project), { attr: async () => ci.DefaultProjectAttr })
}

/** Reads app.json and the settings of every page by WeChat's own schemas, which throw. */
async function readPages(project) {
  const app = await ci.getAppJSON(project)
  const parts = app.subPackages ?? app.subpackages ?? []
  const inParts = parts.flatMap(({ root, pages }) => pages.map((page) => path.join(root, page)))
  const pages = [...app.pages, ...inParts]
  for (const pagePath of pages) await ci.getPageJSON(project, { pagePath })
  return pages.length
}

/** Makes the package that an upload would send, and answers how large it is. */
async function compile(project, folder) {
  const file = path.join(folder, 'upload.zip')
  const setting = { es6: false, minify: false }
  await ci.getCompiledResult({ project, version: '0', setting, onProgressUpdate() {} }, file)
  return fs.statSync(file).size
}

async function inspect() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'inspect-weapp-'))
  try {
    const project = projectIn(folder)
    const pages = await readPages(project)
    const uploadBytes = await compile(project, folder)
    const quality = await ci.checkCodeQuality(project, {})
    console.log(`INSPECTED ${JSON.stringify({ pages, uploadBytes, quality })}`)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

inspect().then(
  () => process.exit(0),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
