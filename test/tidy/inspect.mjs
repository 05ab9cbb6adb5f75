// Prints what the compiler and the linter have to say of the house that is the current folder. Both
// look at one program: types are worked out once. (eslint is an ES module, which jest can't load.)
import { ESLint } from 'eslint'
import ts from 'typescript'

const { config, error } = ts.readConfigFile('tsconfig.json', ts.sys.readFile)
const read = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd())
const program = ts.createProgram({ rootNames: read.fileNames, options: read.options })
const slips = [...(error ? [error] : []), ...read.errors, ...ts.getPreEmitDiagnostics(program)]
const compiler = ts.formatDiagnostics(slips, {
  getCanonicalFileName: (file) => file,
  getCurrentDirectory: () => process.cwd(),
  getNewLine: () => '\n',
})

const parserOptions = { projectService: false, programs: [program] }
const eslint = new ESLint({ overrideConfig: { languageOptions: { parserOptions } } })
const files = await eslint.lintFiles(['.'])
const formatter = await eslint.loadFormatter('stylish')
const linter = await formatter.format(files)

console.log(
  JSON.stringify({ typed: read.fileNames.length, linted: files.length, compiler, linter }),
)
