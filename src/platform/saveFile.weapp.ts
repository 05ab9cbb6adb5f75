import Taro from '@tarojs/taro'

/** What became of a file that was to be handed over. */
export type FileSaved = 'saved' | 'left' | 'failed'

/**
 * Writes a text as a file into the mini-program's own folder, and lets it be sent to a chat, e.g.
 * to 文件传输助手: WeChat opens no tables of this kind by itself (`openDocument` knows doc, xls, ppt
 * and pdf only). It sends files only from within a tap, so nothing is waited for before.
 */
export async function saveFile(name: string, text: string): Promise<FileSaved> {
  const filePath = `${String(Taro.env.USER_DATA_PATH)}/${name}`
  try {
    Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8')
    await Taro.shareFileMessage({ filePath, fileName: name })
    return 'saved'
  } catch (error) {
    const said = String(Reflect.get(Object(error), 'errMsg'))
    return said.includes('cancel') ? 'left' : 'failed'
  }
}
