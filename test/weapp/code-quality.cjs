// node code-quality.cjs PROJECT WEAPP: prints what WeChat's code-quality check says, as one line.
// The check wants a project with a key; nothing is sent anywhere, so the key may be any text.
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const ci = require('miniprogram-ci')

const [project, weapp] = process.argv.slice(2)

async function main() {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'code-quality-'))
  try {
    const config = JSON.parse(fs.readFileSync(path.join(project, 'project.config.json'), 'utf8'))
    const here = { ...config, miniprogramRoot: 'weapp/', cloudfunctionRoot: undefined }
    const privateKeyPath = path.join(copy, 'any.key')
    fs.cpSync(weapp, path.join(copy, 'weapp'), { recursive: true })
    fs.writeFileSync(path.join(copy, 'project.config.json'), JSON.stringify(here))
    fs.writeFileSync(privateKeyPath, 'any key')
    const appid = 'wx0000000000000000'
    const checked = { appid, type: 'miniProgram', projectPath: copy, privateKeyPath, ignores: [] }
    const rules = await ci.checkCodeQuality(new ci.Project(checked), {})
    console.log(`QUALITY ${JSON.stringify(rules)}`)
  } finally {
    fs.rmSync(copy, { recursive: true, force: true })
  }
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
